package dev.kith.progress;

import static dev.kith.progress.Codes.code;
import static dev.kith.progress.Codes.codeOrNull;
import static dev.kith.progress.Codes.reason;

import dev.kith.change.Change;
import dev.kith.change.Method;
import dev.kith.change.Milestones;
import dev.kith.change.Reason;
import dev.kith.change.ReliableChange;
import dev.kith.change.SuddenShifts;
import dev.kith.change.SuddenShifts.SessionStep;
import dev.kith.change.SuddenShifts.Shift;
import dev.kith.change.TheilSen;
import dev.kith.change.Trend;
import dev.kith.response.ScoreLine;
import dev.kith.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the engine says of a course, as it is told. */
final class ChangeTelling {
    private ChangeTelling() {}

    /** To a client without the words of the clinic: no class, no cut-off. */
    static ChangeView change(Course course, boolean toClient) {
        var change = course.change();
        var basis = change.basis();
        return new ChangeView(
                change.value(),
                change.rci(),
                basis == null ? null : basis.threshold(),
                toClient ? null : codeOrNull(change.reliable()),
                toClient ? null : codeOrNull(change.clinical()),
                toClient ? null : change.crossedUnreliably(),
                basis == null ? null : basis(basis, toClient),
                reason(course.reason() == null ? change.reason() : course.reason()),
                MethodView.of(Method.RELIABLE_CHANGE));
    }

    private static BasisView basis(Change.Basis basis, boolean toClient) {
        return new BasisView(
                code(basis.kind()),
                basis.sd(),
                basis.reliability(),
                basis.standardError(),
                basis.z(),
                basis.confidence(),
                toClient ? null : basis.cutOff(),
                toClient ? null : basis.cutOffName(),
                basis.citation(),
                basis.figuresCitation(),
                toClient ? null : basis.cutOffCitation());
    }

    static MilestonesView milestones(Course course) {
        var none = reason(course.reason());
        if (none != null) {
            return new MilestonesView(
                    null,
                    none,
                    new ImportanceView(null, null, null, none),
                    new ResponseReachedView(null, null, null, none),
                    new RemissionView(null, null, null, null, none),
                    MethodView.of(Method.MILESTONES));
        }
        var reached = Milestones.between(
                course.series().model(),
                Course.value(Objects.requireNonNull(course.first())),
                Course.value(Objects.requireNonNull(course.latest())));
        var importance = reached.importance();
        var response = reached.response();
        var remission = reached.remission();
        return new MilestonesView(
                reached.percent(),
                reason(reached.percentReason()),
                new ImportanceView(
                        codeOrNull(importance.felt()),
                        importance.points(),
                        importance.citation(),
                        reason(importance.reason())),
                new ResponseReachedView(
                        response.reached(), response.percent(), response.citation(), reason(response.reason())),
                new RemissionView(
                        remission.before(),
                        remission.now(),
                        remission.mark(),
                        remission.citation(),
                        reason(remission.reason())),
                MethodView.of(Method.MILESTONES));
    }

    /** Pair by pair: of a long series the newest do. */
    static Trend trend(Course course) {
        var points = course.points();
        return TheilSen.of(
                course.series().model().direction(),
                points.subList(Math.max(0, points.size() - Telling.MOST_POINTS), points.size()));
    }

    static @Nullable TrendView trend(Trend trend) {
        if (trend.perWeek() == null) {
            return null;
        }
        var low = trend.low();
        var high = trend.high();
        return new TrendView(
                trend.perWeek(),
                low == null || high == null ? null : new TrendIntervalView(low, high),
                trend.confidence(),
                trend.points(),
                codeOrNull(trend.course()),
                trend.better() == null ? null : trend.better() ? "better" : "worse",
                reason(trend.intervalReason()),
                MethodView.of(Method.THEIL_SEN));
    }

    /** Over all sessions of the newest stretch; a score that does not count leaves its place empty. */
    static SuddenShiftsView shifts(Course course, List<ScoreLine> comparable) {
        var model = course.series().model();
        var points = ReliableChange.threshold(model);
        if (points == null) {
            return new SuddenShiftsView(
                    null, List.of(), reason(Reason.NO_PUBLISHED_RELIABILITY), MethodView.of(Method.SUDDEN_SHIFTS));
        }
        var values = new ArrayList<java.math.@Nullable BigDecimal>();
        comparable.forEach(line -> values.add(line.value()));
        var steps = SuddenShifts.of(model.direction(), points, values).steps();
        return new SuddenShiftsView(
                Telling.shown(points),
                steps.stream()
                        .filter(step -> step.kind() == Shift.GAIN || step.kind() == Shift.LOSS)
                        .map(step -> shift(step, comparable))
                        .toList(),
                steps.stream().allMatch(step -> step.kind() == null) ? reason(Reason.TOO_FEW_AROUND) : null,
                MethodView.of(Method.SUDDEN_SHIFTS));
    }

    private static ShiftView shift(SessionStep step, List<ScoreLine> sessions) {
        var from = sessions.get(step.from());
        var to = sessions.get(step.from() + 1);
        return new ShiftView(
                code(Objects.requireNonNull(step.kind())),
                Objects.requireNonNull(step.gain()),
                from.responseId(),
                from.at(),
                to.responseId(),
                to.at(),
                step.meanBefore(),
                step.meanAfter());
    }

    static String inWords(Course course, @Nullable String language) {
        var words = Words.in(language);
        var none = course.reason();
        if (none != null) {
            return words.say(none == Reason.ONE_MEASUREMENT ? "progress.one-score" : "progress.no-score");
        }
        var change = course.change();
        var value = Objects.requireNonNull(change.value());
        if (value.signum() == 0) {
            return words.say("progress.same");
        }
        var reliable = change.reliable();
        var code = reliable == null
                ? "progress.not-judged"
                : switch (reliable) {
                    case RELIABLE_IMPROVEMENT -> "progress.better";
                    case RELIABLE_DETERIORATION -> "progress.worse";
                    case NO_RELIABLE_CHANGE -> "progress.too-little";
                };
        var up = value.signum() > 0;
        var good = course.series().model().direction().better(up);
        if (good == null) {
            return words.say(code, value.abs(), words.say(up ? "progress.upwards" : "progress.downwards"));
        }
        return words.say(code, value.abs(), words.say(good ? "progress.good-way" : "progress.other-way"));
    }
}
