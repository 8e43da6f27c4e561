package dev.kith.caseload;

import static dev.kith.caseload.BriefView.values;
import static dev.kith.caseload.CaseloadScores.code;

import dev.kith.caseload.BriefView.BriefLine;
import dev.kith.caseload.BriefView.BriefSource;
import dev.kith.change.Change;
import dev.kith.change.Change.ClinicalClass;
import dev.kith.change.Change.ReliableClass;
import dev.kith.change.Measured;
import dev.kith.change.Reason;
import dev.kith.change.ReliableChange;
import dev.kith.questionnaire.ScoreView;
import dev.kith.response.ScoreLine;
import dev.kith.signal.ScoreSeries;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What changed on each scale of which an answer was given or came since then, and whether it is more than the measure's own error. */
final class ChangeLines {
    private ChangeLines() {}

    static List<BriefLine> of(List<ScoreSeries> all, Telling telling) {
        return all.stream().flatMap(series -> line(series, telling)).toList();
    }

    private static Stream<BriefLine> line(ScoreSeries series, Telling telling) {
        var points = series.current();
        if (points.stream().noneMatch(point -> isNew(point, telling))) {
            return Stream.empty();
        }
        var baseline = points.get(0);
        var latest = points.get(points.size() - 1);
        var change = ReliableChange.along(
                series.model(), series.points().stream().map(Measured::value).toList());
        var before = isNew(latest, telling) ? lastBefore(points, latest, telling) : Optional.<ScoreLine>empty();
        var session = before.map(point -> ReliableChange.between(series.model(), value(point), value(latest)))
                .orElse(null);
        var text = Stream.of(
                        score(series, latest, telling),
                        whole(change, baseline, telling),
                        clinical(change, telling),
                        session == null || baseline.equals(before.orElseThrow()) ? "" : session(session, telling))
                .filter(part -> !part.isEmpty())
                .reduce((one, next) -> one + " " + next)
                .orElseThrow();
        var measure = series.measure();
        return Stream.of(new BriefLine(
                named(change),
                text,
                values(
                        "questionnaire", measure.questionnaire(),
                        "scale", measure.scale(),
                        "author", measure.author(),
                        "latest", value(latest),
                        "at", latest.at(),
                        "band", latest.band(),
                        "baseline", change.value() == null ? null : value(baseline),
                        "baselineAt", change.value() == null ? null : baseline.at(),
                        "points", change.value(),
                        "class", change.reliable() == null ? null : code(change.reliable()),
                        "clinical", change.clinical() == null ? null : code(change.clinical()),
                        "threshold",
                                change.basis() == null ? null : change.basis().threshold(),
                        "citation",
                                change.basis() == null ? null : change.basis().citation(),
                        "reason",
                                change.reason() == null ? null : change.reason().name(),
                        "pointsSince", session == null ? null : session.value(),
                        "classSince", session == null || session.reliable() == null ? null : code(session.reliable())),
                BriefSource.of("response", latest.responseId())));
    }

    private static Optional<ScoreLine> lastBefore(List<ScoreLine> points, ScoreLine latest, Telling telling) {
        return points.stream()
                .filter(point -> point != latest && point.at().isBefore(telling.since()))
                .reduce((one, next) -> next);
    }

    private static boolean isNew(ScoreLine point, Telling telling) {
        return telling.isNew(point.at(), point.heardAt());
    }

    private static String named(Change change) {
        if (change.reliable() != null) {
            return code(change.reliable());
        }
        return change.reason() == Reason.ONE_MEASUREMENT ? "first-score" : "change-not-judged";
    }

    private static String score(ScoreSeries series, ScoreLine latest, Telling telling) {
        var language = series.newest().languageFor(telling.wanted());
        var scale = series.measure().scale();
        var title = telling.say(
                "brief.change.scale",
                series.newest().title(telling.wanted()),
                series.newest().definition().scale(scale).title().in(language));
        var band = latest.band() == null ? null : ScoreView.band(series.newest(), scale, latest.band(), language);
        return band == null
                ? telling.say("brief.change.value", title, value(latest))
                : telling.say("brief.change.value-and-band", title, value(latest), band.label());
    }

    private static String whole(Change change, ScoreLine baseline, Telling telling) {
        if (change.value() == null) {
            return telling.say("brief.change.first");
        }
        return telling.say(judged(change.reliable()), change.value(), telling.day(baseline.at()));
    }

    private static String judged(@Nullable ReliableClass reliable) {
        if (reliable == null) {
            return "brief.change.not-judged";
        }
        return switch (reliable) {
            case RELIABLE_IMPROVEMENT -> "brief.change.reliable-improvement";
            case NO_RELIABLE_CHANGE -> "brief.change.no-reliable-change";
            case RELIABLE_DETERIORATION -> "brief.change.reliable-deterioration";
        };
    }

    private static String clinical(Change change, Telling telling) {
        return change.clinical() == ClinicalClass.RECOVERED
                ? telling.say("brief.change.recovered")
                : change.clinical() == ClinicalClass.HARMED ? telling.say("brief.change.harmed") : "";
    }

    private static String session(Change session, Telling telling) {
        return telling.say(sinceThen(session.reliable()), Objects.requireNonNull(session.value()));
    }

    private static String sinceThen(@Nullable ReliableClass reliable) {
        if (reliable == null) {
            return "brief.change.since.not-judged";
        }
        return reliable == ReliableClass.NO_RELIABLE_CHANGE
                ? "brief.change.since.not-reliable"
                : "brief.change.since.reliable";
    }

    private static BigDecimal value(ScoreLine line) {
        return Objects.requireNonNull(line.value());
    }
}
