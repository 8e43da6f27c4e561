package dev.kith.program;

import dev.kith.assignment.ProgramWork;
import dev.kith.problem.ProblemException;
import dev.kith.program.EnrollmentEvent.Deed;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is decided about an enrolment as a whole. What has opened stays; what is to come moves. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Leading {
    @Inject
    Courses courses;

    @Inject
    Progression progression;

    @Inject
    ProgramWork work;

    @Inject
    EnrollmentViews views;

    @Inject
    Clock clock;

    /** Clients may, too. Paused work is out of the list and is not missed. */
    EnrollmentView pause(Caller caller, UUID id, SayWhy request, @Nullable String ifMatch, @Nullable String wanted)
            throws SQLException {
        var course = courses.take(caller, id, ifMatch);
        var enrollment = course.enrollment();
        if (enrollment.state() == EnrollmentState.PAUSED) {
            throw ProblemException.conflict("paused-already", "It is paused already.");
        }
        enrollment.pause(caller, request.reason(), clock.instant(), course.today());
        work.pause(caller, course.work(row -> true), request.reason());
        return done(caller, course, Deed.of("paused", request.reason()), wanted);
    }

    /** Goes on where it stopped: everything that is to come lies later by as long as the pause was. */
    EnrollmentView resume(Caller caller, UUID id, SayWhy request, @Nullable String ifMatch, @Nullable String wanted)
            throws SQLException {
        var course = courses.take(caller, id, ifMatch);
        var enrollment = course.enrollment();
        if (enrollment.state() != EnrollmentState.PAUSED) {
            throw ProblemException.conflict("not-paused", "It is not paused.");
        }
        var pausedOn = Objects.requireNonNull(enrollment.pausedOn);
        var days = course.today().toEpochDay() - pausedOn.toEpochDay();
        var moved = course.steps().stream()
                .filter(row -> !row.state().isOver() && !row.hasBegun(pausedOn) && !row.plannedOn.isBefore(pausedOn))
                .toList();
        var since = Objects.requireNonNull(enrollment.pausedAt);
        work.resumeLater(caller, course.work(row -> row.heldOn == null), since, days);
        work.move(caller, course.work(row -> row.heldOn != null && moved.contains(row)), days);
        enrollment.resume();
        moved.forEach(row -> row.move(days));
        courses.startOn(caller, course, enrollment.startsOn.plusDays(days));
        return done(caller, course, Deed.of("resumed", request.reason()).by(days), wanted);
    }

    /** As if it began on another day, for all that has not opened. */
    EnrollmentView move(
            Caller caller, UUID id, MoveEnrollment request, @Nullable String ifMatch, @Nullable String wanted)
            throws SQLException {
        var course = courses.take(caller, id, ifMatch);
        var enrollment = course.enrollment();
        enrollment.requireNotPaused();
        var days = request.startsOn().toEpochDay() - enrollment.startsOn.toEpochDay();
        if (Math.abs(days) > 366) {
            throw ProblemException.invalid("/startsOn", "out-of-range", "At most a year from where it lies.");
        }
        Predicate<EnrollmentStep> toCome = row -> course.isToCome(row) && row.plannedOn.isAfter(course.today());
        if (course.steps().stream()
                .filter(toCome)
                .anyMatch(row -> row.plannedOn.plusDays(days).isBefore(course.today()))) {
            throw ProblemException.invalid(
                    "/startsOn", "before-today", "Steps that are still to come would lie before today.");
        }
        progression.move(caller, course, days, toCome);
        courses.startOn(caller, course, request.startsOn());
        return done(caller, course, Deed.of("moved", request.reason()).by(days), wanted);
    }

    /** A clinician has looked at the answer for which it was held, and says how it goes on. */
    EnrollmentView release(Caller caller, UUID id, SayWhy request, @Nullable String ifMatch, @Nullable String wanted)
            throws SQLException {
        var course = courses.take(caller, id, ifMatch);
        Courses.requirePerson(caller);
        if (course.enrollment().concernAt == null) {
            throw ProblemException.conflict("nothing-to-release", "No answer waits for a word.");
        }
        course.enrollment().release();
        return done(caller, course, Deed.of("released", request.reason()), wanted);
    }

    /** Ends it, and what was given in it; what was done stays. */
    EnrollmentView leave(Caller caller, UUID id, SayWhy request, @Nullable String ifMatch, @Nullable String wanted)
            throws SQLException {
        var course = courses.take(caller, id, ifMatch);
        var now = clock.instant();
        work.end(caller, course.work(row -> true), request.reason());
        course.steps().stream()
                .filter(row -> !row.state().isOver())
                .forEach(row -> row.over(StepState.CANCELLED, caller.id(), null, now));
        course.enrollment().end(EnrollmentState.LEFT, request.reason(), now);
        return done(caller, course, Deed.of("left", request.reason()), wanted);
    }

    private EnrollmentView done(Caller caller, Course course, Deed deed, @Nullable String wanted) throws SQLException {
        courses.tell(caller, course, deed);
        courses.follow(caller, course);
        return views.of(caller, course, wanted);
    }
}
