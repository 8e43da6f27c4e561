package dev.kith.signal;

import dev.kith.episode.KnownModels;
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
 * What the rules about scores say of series that somebody has read already: judged then and there, by the practice's thresholds. The practice's local models
 * are not asked, which would be another query: what they say stands among the client's signals.
 */
@ApplicationScoped
public class SeriesSignals {
    @Inject
    PolicyBook policies;

    @Inject
    Judge judge;

    /** By series, each of which is there. One query, whatever their number; none for none. */
    public Map<Measure, List<SeriesSignalView>> of(Collection<ScoreSeries> all, Words words) throws SQLException {
        if (all.isEmpty()) {
            return Map.of();
        }
        var policy = policies.read();
        return all.stream()
                .collect(Collectors.toUnmodifiableMap(
                        ScoreSeries::measure,
                        series -> judge.judge(series, KnownModels.NONE, policy).stream()
                                .map(standing -> SeriesSignalView.of(standing, words))
                                .toList()));
    }
}
