package dev.kith.program;

import dev.kith.problem.ProblemException;
import dev.kith.program.EnrollmentEvent.Deed;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Going back is part of the way: a week or a step once more, and what is to come a week later. Repeating is the clinician's word for what is repeated. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Repeating {
    @Inject
    Courses courses;

    @Inject
    Progression progression;

    @Inject
    EnrollmentViews views;

    /** The week once more, from the next week on, or after the week that was asked for before it and is to come; later weeks lie a week later. */
    EnrollmentView repeatWeek(
            Caller caller, UUID id, int week, SayWhy request, @Nullable String ifMatch, @Nullable String wanted)
            throws SQLException {
        var course = courses.take(caller, id, ifMatch);
        course.enrollment().requireNotPaused();
        var again = course.steps().stream()
                .filter(row -> row.week == week && course.step(row).repeatable())
                .filter(row -> course.latest(row.step).orElseThrow() == row)
                .filter(row -> row.state() == StepState.DONE || row.hasBegun(course.today()))
                .map(row -> row.step)
                .toList();
        if (again.isEmpty()) {
            throw ProblemException.conflict(
                    "nothing-to-repeat", "No step of this week that may be repeated has begun.");
        }
        repeat(caller, course, again, freeWeek(course), 7);
        return done(caller, course, new Deed("week-repeated", null, week, 7L, request.reason()), wanted);
    }

    /** Back to one step: from today, with all that has not opened a week later. */
    EnrollmentView repeatStep(
            Caller caller, UUID id, String code, SayWhy request, @Nullable String ifMatch, @Nullable String wanted)
            throws SQLException {
        var course = courses.take(caller, id, ifMatch);
        course.enrollment().requireNotPaused();
        var row = course.latest(code).orElseThrow(ProblemException::notFound);
        if (!course.step(row).repeatable() && row.state() != StepState.UNDONE) {
            throw ProblemException.conflict("not-repeatable", "The program gives this step once.");
        }
        if (row.state() != StepState.DONE && !row.hasBegun(course.today())) {
            throw ProblemException.conflict("not-begun", "The step is still to come.");
        }
        repeat(caller, course, List.of(code), course.today(), 7);
        return done(
                caller,
                course,
                Deed.ofStep("step-repeated", code, request.reason()).by(7),
                wanted);
    }

    private void repeat(Caller caller, Course course, List<String> codes, LocalDate from, long days)
            throws SQLException {
        progression.move(caller, course, days, row -> course.isToCome(row) && row.plannedOn.isAfter(from.minusDays(1)));
        courses.startOn(caller, course, course.enrollment().startsOn.plusDays(days));
        for (var code : codes) {
            courses.add(caller, course, code, from);
        }
    }

    /** When the next week of the enrolment begins; after those in which something is repeated already. */
    private static LocalDate freeWeek(Course course) {
        var next = nextWeek(course);
        return course.steps().stream()
                .filter(row -> row.round > 1 && course.isToCome(row) && !row.plannedOn.isBefore(next))
                .map(row -> row.plannedOn.plusWeeks(1))
                .max(Comparator.naturalOrder())
                .orElse(next);
    }

    /** When the next week of the enrolment begins. */
    private static LocalDate nextWeek(Course course) {
        var start = course.enrollment().startsOn;
        var gone = Math.floorDiv(course.today().toEpochDay() - start.toEpochDay(), 7L);
        return start.plusWeeks(gone + 1);
    }

    private EnrollmentView done(Caller caller, Course course, Deed deed, @Nullable String wanted) throws SQLException {
        courses.tell(caller, course, deed);
        courses.follow(caller, course);
        return views.of(caller, course, wanted);
    }
}
