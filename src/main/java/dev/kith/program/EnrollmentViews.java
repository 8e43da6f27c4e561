package dev.kith.program;

import dev.kith.assignment.StepCounts;
import dev.kith.assignment.StepCounts.Count;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Enrolments as they are shown. */
@ApplicationScoped
class EnrollmentViews {
    @Inject
    Progression progression;

    @Inject
    StepCounts counts;

    EnrollmentView of(Caller caller, Course course, @Nullable String wanted) throws SQLException {
        var forClient = caller.isClient();
        var language = course.program().languageFor(wanted);
        var gates = new HashMap<UUID, List<GateState>>();
        if (!course.enrollment().isOver()) {
            progression.judge(course).forEach(one -> gates.put(one.row().id, one.gates()));
        }
        var counted = counts.of(course.work(row -> true));
        var d = course.definition();
        var e = course.enrollment();
        return new EnrollmentView(
                e.id,
                e.clientId,
                e.programKey,
                e.programVersion,
                d.title().in(language),
                ProgramView.words(d.label(), language),
                ProgramView.words(d.pace(), language),
                language,
                e.state(),
                e.beganOn,
                e.startsOn,
                currentWeek(course),
                e.pausedAt,
                e.pausedByClient,
                caller.isMachine() && Boolean.TRUE.equals(e.pausedByClient) ? null : e.pauseReason,
                forClient ? null : e.concernResponseId,
                EnrollmentView.EnrollmentProgressView.of(course.steps()),
                course.steps().stream()
                        .map(row -> EnrollmentStepView.of(
                                course,
                                row,
                                gates.getOrDefault(row.id, List.of()),
                                row.assignmentId == null
                                        ? Count.NONE
                                        : counted.getOrDefault(row.assignmentId, Count.NONE),
                                language,
                                forClient))
                        .toList(),
                forClient ? List.of() : offers(course),
                forClient ? null : e.reason,
                e.madeBy,
                e.madeAt,
                e.endedAt,
                forClient ? null : e.endReason,
                e.version);
    }

    /** Optional steps that the client does not have. */
    static List<String> offers(Course course) {
        return course.definition().steps().stream()
                .filter(step -> step.optional() && course.latest(step.code()).isEmpty())
                .map(step -> step.code())
                .toList();
    }

    /** Of the steps whose week has begun, the latest one's; a week that is repeated is the current one again. */
    private static @Nullable Integer currentWeek(Course course) {
        return course.steps().stream()
                .filter(row -> row.state() != StepState.CANCELLED && !row.plannedOn.isAfter(course.today()))
                .max(Comparator.comparing((EnrollmentStep row) -> row.plannedOn)
                        .thenComparingInt(row -> row.round)
                        .thenComparingInt(row -> row.week))
                .map(row -> (int) row.week)
                .orElse(null);
    }
}
