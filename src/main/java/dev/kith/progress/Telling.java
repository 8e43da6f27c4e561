package dev.kith.progress;

import static dev.kith.progress.Codes.code;
import static dev.kith.progress.Codes.reason;

import dev.kith.progress.ProgressView.PointView;
import dev.kith.progress.ProgressView.SeriesBreakView;
import dev.kith.progress.ProgressView.SeriesView;
import dev.kith.questionnaire.Published;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.questionnaire.ScoreView;
import dev.kith.response.ScoreLine;
import dev.kith.signal.ScoreSeries;
import dev.kith.signal.SeriesSignalView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells one scale by one author. */
@ApplicationScoped
class Telling {
    static final int MOST_POINTS = 366;
    private static final int DECIMALS = 4;

    @Inject
    QuestionnaireCatalogue questionnaires;

    /** @param signals what the rules say of it; not for clients */
    SeriesView series(Course course, List<SeriesSignalView> signals, boolean toClient, @Nullable String wanted) {
        var series = course.series();
        var comparable = comparable(series);
        var ids = comparable.stream().map(ScoreLine::responseId).collect(Collectors.toSet());
        var measure = series.measure();
        var newest = series.newest();
        var language = newest.languageFor(wanted);
        var scale = newest.definition().scale(measure.scale());
        var lines = series.lines();
        var baseline = course.first();
        var latest = course.latest();
        var trend = ChangeTelling.trend(course);
        return new SeriesView(
                measure.questionnaire(),
                measure.scale(),
                scale.title().in(language),
                measure.author(),
                code(scale.direction()),
                newest.label(wanted),
                lines.subList(Math.max(0, lines.size() - MOST_POINTS), lines.size()).stream()
                        .map(line -> point(line, ids, toClient, wanted))
                        .toList(),
                lines.size() > MOST_POINTS,
                breaks(series),
                baseline == null ? null : point(baseline, ids, toClient, wanted),
                course.baseline().afterBreak(),
                reason(course.baseline().reason()),
                latest == null ? null : point(latest, ids, toClient, wanted),
                ChangeTelling.change(course, toClient),
                toClient ? null : ChangeTelling.milestones(course),
                ChangeTelling.trend(trend),
                reason(
                        course.baseline().reason() == null
                                ? trend.reason()
                                : course.baseline().reason()),
                toClient ? null : ChangeTelling.shifts(course, comparable),
                toClient ? List.of() : signals,
                ChangeTelling.inWords(course, wanted));
    }

    private static List<SeriesBreakView> breaks(ScoreSeries series) {
        var stretches = series.stretches();
        return IntStream.range(1, stretches.size())
                .mapToObj(i -> {
                    var before = stretches.get(i - 1);
                    var after = stretches.get(i).get(0);
                    return new SeriesBreakView(
                            after.at(), before.get(before.size() - 1).version(), after.version());
                })
                .toList();
    }

    /** From where the newest stretch begins, scores that do not count among them. */
    private List<ScoreLine> comparable(ScoreSeries series) {
        var current = series.current();
        if (current.isEmpty()) {
            return series.lines().stream()
                    .filter(line -> version(line).comparesWith(series.newest()))
                    .toList();
        }
        var first = series.lines().indexOf(current.get(0));
        return series.lines().subList(first, series.lines().size()).stream()
                .filter(line -> line.value() != null || version(line).comparesWith(series.newest()))
                .toList();
    }

    private PointView point(ScoreLine line, Set<UUID> comparable, boolean toClient, @Nullable String wanted) {
        return new PointView(
                line.at(),
                line.value(),
                line.reason(),
                line.band() == null || toClient ? null : band(line, wanted),
                line.responseId(),
                comparable.contains(line.responseId()),
                line.version());
    }

    private ScoreView.@Nullable BandNamed band(ScoreLine line, @Nullable String wanted) {
        var published = version(line);
        return ScoreView.band(
                published, line.measure().scale(), Objects.requireNonNull(line.band()), published.languageFor(wanted));
    }

    private Published version(ScoreLine line) {
        return questionnaires.require(line.measure().owner(), line.measure().questionnaire(), line.version());
    }

    static BigDecimal shown(BigDecimal points) {
        return points.scale() > DECIMALS ? points.setScale(DECIMALS, RoundingMode.HALF_UP) : points;
    }
}
