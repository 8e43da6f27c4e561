package dev.kith.program;

import dev.kith.assignment.Gates;
import dev.kith.assignment.ProgramWork;
import dev.kith.problem.ProblemException;
import dev.kith.program.EnrollmentEvent.Deed;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is decided about one step of an enrolment. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Stepping {
    @Inject
    Courses courses;

    @Inject
    Progression progression;

    @Inject
    ProgramWork work;

    @Inject
    Gates gates;

    @Inject
    EnrollmentViews views;

    @Inject
    Clock clock;

    /** A clinician's word opens every gate of the step but that of a critical answer; gates of the exercise where they are named. */
    EnrollmentView open(
            Caller caller, UUID id, String code, OpenStep request, @Nullable String ifMatch, @Nullable String wanted)
            throws SQLException {
        var course = courses.take(caller, id, ifMatch);
        Courses.requirePerson(caller);
        var row = course.requireToDo(code);
        if (row.state() == StepState.ASSIGNED) {
            throw ProblemException.conflict("given-already", "The client has it already.");
        }
        row.open(caller, clock.instant());
        gates.open(caller, course.client().id(), request.opened(), request.reason());
        return done(caller, course, Deed.ofStep("step-opened", code, request.reason()), wanted);
    }

    /** An optional step, in its week or from today. */
    EnrollmentView add(
            Caller caller, UUID id, String code, SayWhy request, @Nullable String ifMatch, @Nullable String wanted)
            throws SQLException {
        var course = courses.take(caller, id, ifMatch);
        var step = course.definition().step(code).orElseThrow(ProblemException::notFound);
        if (course.latest(code).isPresent()) {
            throw ProblemException.conflict("step-there", "The enrolment has this step already.");
        }
        var planned = course.enrollment().startsOn.plusWeeks(step.week());
        courses.add(caller, course, code, planned.isBefore(course.today()) ? course.today() : planned);
        return done(caller, course, Deed.ofStep("step-added", code, request.reason()), wanted);
    }

    /** Left out; what waits for it waits no more. */
    EnrollmentView skip(
            Caller caller, UUID id, String code, SayWhy request, @Nullable String ifMatch, @Nullable String wanted)
            throws SQLException {
        var course = courses.take(caller, id, ifMatch);
        var row = course.requireUnsettled(code);
        requirePersonForReview(caller, course, row);
        work.end(caller, course.work(row::equals), request.reason());
        row.over(StepState.SKIPPED, caller.id(), request.reason(), clock.instant());
        return done(caller, course, Deed.ofStep("step-skipped", code, request.reason()), wanted);
    }

    /** A review or a referral took place. */
    EnrollmentView finish(
            Caller caller, UUID id, String code, FinishStep request, @Nullable String ifMatch, @Nullable String wanted)
            throws SQLException {
        var course = courses.take(caller, id, ifMatch);
        var row = course.requireToDo(code);
        if (row.workKey != null) {
            throw ProblemException.conflict("clients-step", "The client does it; what they do says when it is done.");
        }
        requirePersonForReview(caller, course, row);
        requireOpen(course, row);
        row.over(StepState.DONE, caller.id(), request.note(), clock.instant());
        return done(caller, course, Deed.ofStep("step-done", code, null), wanted);
    }

    /** A review is a clinician's judgement on what opens after it. */
    private static void requirePersonForReview(Caller caller, Course course, EnrollmentStep row) {
        if (course.step(row).type() == StepType.REVIEW) {
            Courses.requirePerson(caller);
        }
    }

    private void requireOpen(Course course, EnrollmentStep row) throws SQLException {
        var ready = progression.judge(course).stream()
                .filter(one -> one.row() == row)
                .allMatch(Judged::ready);
        if (!ready) {
            throw ProblemException.conflict(
                    "gate-closed", "A gate of the step is closed; open it with your word first, or wait.");
        }
    }

    private EnrollmentView done(Caller caller, Course course, Deed deed, @Nullable String wanted) throws SQLException {
        courses.tell(caller, course, deed);
        courses.follow(caller, course);
        return views.of(caller, course, wanted);
    }
}
