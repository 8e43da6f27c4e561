package dev.kith.outcome;

import dev.kith.change.GroupChange.ClientEnds;
import dev.kith.change.Stretches;
import dev.kith.outcome.ScoreRuns.RunEnd;
import dev.kith.questionnaire.Published;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * First and last of each client's newest stretch of versions that mean the same, of those measured at least twice in it: clinical-content.md 3.9. Clients
 * whose versions do not compare are never put together. Takes ends of runs client by client, scale by scale, in the order of time.
 */
final class Pairs {
    private final Map<Integer, Published> versions = new HashMap<>();
    private final List<Published> newestFirst;
    private final Map<Kind, List<Pair>> pairs = new HashMap<>();
    private final List<RunEnd> series = new ArrayList<>();

    /** @param newestFirst all versions of the questionnaire */
    Pairs(List<Published> newestFirst) {
        this.newestFirst = newestFirst;
        newestFirst.forEach(one -> versions.put(one.version(), one));
    }

    /** One client of a scale. */
    record Pair(UUID client, BigDecimal first, BigDecimal last) {
        ClientEnds ends() {
            return new ClientEnds(first, last);
        }
    }

    /** Scores that mean the same, by the newest of the versions that give them. */
    private record Kind(int newest, String scale) {}

    void take(RunEnd next) {
        if (!series.isEmpty() && !series.get(0).isOfTheSeriesOf(next)) {
            close();
        }
        series.add(next);
    }

    /** Of one scale, given on versions that compare with this one, which is the newest such. */
    List<Pair> of(Published newest, String scale) {
        close();
        return pairs.getOrDefault(new Kind(newest.version(), scale), List.of());
    }

    private void close() {
        if (series.isEmpty()) {
            return;
        }
        var stretches = Stretches.of(series, (one, next) -> version(one).comparesWith(version(next)));
        var newest = stretches.get(stretches.size() - 1);
        if (newest.size() > 1) {
            var first = newest.get(0);
            var last = newest.get(newest.size() - 1);
            pairs.computeIfAbsent(new Kind(newestLike(version(last)), last.scale()), kind -> new ArrayList<>())
                    .add(new Pair(last.client(), first.value(), last.value()));
        }
        series.clear();
    }

    private Published version(RunEnd end) {
        return Objects.requireNonNull(versions.get(end.version()));
    }

    private int newestLike(Published version) {
        return newestFirst.stream()
                .filter(version::comparesWith)
                .findFirst()
                .orElse(version)
                .version();
    }
}
