package dev.kith.caseload;

import static java.util.stream.Collectors.groupingBy;

import dev.kith.caseload.CaseloadClient.CaseloadChange;
import dev.kith.caseload.CaseloadClient.CaseloadScore;
import dev.kith.change.Change;
import dev.kith.change.Measured;
import dev.kith.change.ReliableChange;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.questionnaire.ScoreView;
import dev.kith.response.ScoreLine;
import dev.kith.response.ScoreLines;
import dev.kith.signal.ScoreSeries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The latest of each scale and what changed since the first that compares with it; the engine decides what that means. */
@ApplicationScoped
class CaseloadScores {
    private static final Comparator<CaseloadScore> IN_ORDER = Comparator.comparing(CaseloadScore::questionnaire)
            .thenComparing(CaseloadScore::scale)
            .thenComparing(CaseloadScore::author);

    @Inject
    ScoreLines scores;

    @Inject
    QuestionnaireCatalogue questionnaires;

    /** By client; one query. */
    Map<UUID, List<CaseloadScore>> latest(Collection<UUID> clients, @Nullable String wanted) throws SQLException {
        var byClient = scores.endsOf(clients).stream().collect(groupingBy(ScoreLine::clientId));
        var found = new HashMap<UUID, List<CaseloadScore>>();
        byClient.forEach((client, lines) -> found.put(
                client,
                ScoreSeries.of(lines, questionnaires).stream()
                        .flatMap(series -> latest(series, wanted))
                        .sorted(IN_ORDER)
                        .toList()));
        return found;
    }

    private static Stream<CaseloadScore> latest(ScoreSeries series, @Nullable String wanted) {
        var points = series.current();
        if (points.isEmpty()) {
            return Stream.empty();
        }
        var latest = points.get(points.size() - 1);
        var measure = series.measure();
        var language = series.newest().languageFor(wanted);
        var change = ReliableChange.along(
                series.model(), series.points().stream().map(Measured::value).toList());
        return Stream.of(new CaseloadScore(
                measure.questionnaire(),
                measure.scale(),
                series.newest().definition().scale(measure.scale()).title().in(language),
                measure.author(),
                latest.at(),
                Objects.requireNonNull(latest.value()),
                latest.band() == null
                        ? null
                        : ScoreView.band(series.newest(), measure.scale(), latest.band(), language),
                latest.responseId(),
                change(change, points.get(0))));
    }

    private static CaseloadChange change(Change change, ScoreLine baseline) {
        return new CaseloadChange(
                change.value(),
                change.value() == null ? null : baseline.at(),
                change.reliable() == null ? null : code(change.reliable()),
                change.clinical() == null ? null : code(change.clinical()),
                change.reason() == null ? null : change.reason().name());
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
