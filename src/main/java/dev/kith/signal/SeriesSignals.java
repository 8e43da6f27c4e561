package dev.kith.signal;

import dev.kith.episode.KnownModels;
import dev.kith.episode.LocalModels;
import dev.kith.response.ScoreLine.Measure;
import dev.kith.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the rules about scores say of series that somebody has read already: judged then and there, by the practice's thresholds and, where it wants them, its own
 * local models.
 */
@ApplicationScoped
public class SeriesSignals {
    @Inject
    PolicyBook policies;

    @Inject
    LocalModels localModels;

    @Inject
    Judge judge;

    /** By series, each of which is there. One query, whatever their number, and one more where the practice wants local models; none for none. */
    public Map<Measure, List<SeriesSignalView>> of(Collection<ScoreSeries> all, Words words) throws SQLException {
        if (all.isEmpty()) {
            return Map.of();
        }
        var policy = policies.read();
        var models = policy.judgesLocally()
                ? localModels.newestFor(all.stream().flatMap(series -> series.lines().stream()))
                : KnownModels.NONE;
        return all.stream()
                .collect(Collectors.toUnmodifiableMap(
                        ScoreSeries::measure,
                        series -> judge.judge(series, models, policy).stream()
                                .map(standing -> SeriesSignalView.of(standing, words))
                                .toList()));
    }
}
