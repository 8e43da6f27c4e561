package dev.kith.program;

import dev.kith.assignment.AnchoredWork;
import dev.kith.assignment.StepCounts;
import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientRecord;
import dev.kith.client.ClientTurns;
import dev.kith.etag.Etags;
import dev.kith.outbox.Outbox;
import dev.kith.problem.ProblemException;
import dev.kith.program.EnrollmentEvent.Deed;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Enrolments with all that belongs to them: taken for a change, and what was changed told. */
@ApplicationScoped
class Courses {
    @Inject
    Enrollments enrollments;

    @Inject
    EnrollmentSteps steps;

    @Inject
    EnrollmentEvents events;

    @Inject
    ProgramCatalogue catalogue;

    @Inject
    ClientTurns clientTurns;

    @Inject
    ClientDirectory clients;

    @Inject
    Progression progression;

    @Inject
    StepCounts counts;

    @Inject
    AnchoredWork anchoredWork;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** To be read. */
    Course read(Caller caller, UUID id, String what) {
        var enrollment = enrollments.require(id);
        var client = clients.requireCaredForBy(caller, enrollment.clientId);
        audit.read(caller, what, "enrollment", id, enrollment.clientId);
        return of(enrollment, client);
    }

    /** To be changed: held until the transaction ends, running, and as the caller knows it. */
    Course take(Caller caller, UUID id, @Nullable String ifMatch) {
        var enrollment = enrollments.require(id);
        clientTurns.take(enrollment.clientId);
        enrollments.hold(enrollment);
        var client = clients.requireCaredForBy(caller, enrollment.clientId).requireActive();
        Etags.require(ifMatch, enrollment.version);
        enrollment.requireRunning();
        return of(enrollment, client);
    }

    Course of(Enrollment enrollment, ClientRecord client) {
        return of(enrollment, client, steps.of(enrollment.id));
    }

    Course of(Enrollment enrollment, ClientRecord client, List<EnrollmentStep> rows) {
        var program = catalogue.require(enrollment.programPracticeId, enrollment.programKey, enrollment.programVersion);
        return new Course(enrollment, client, program, rows, today(client));
    }

    /** Where the client lives. */
    LocalDate today(ClientRecord client) {
        return clock.instant().atZone(client.timeZone()).toLocalDate();
    }

    /** Gives a step once more, or for the first time, from that day on; by a clinician's word. */
    void add(Caller caller, Course course, String code, LocalDate from) {
        requirePerson(caller);
        var before = course.latest(code).orElse(null);
        var row = new EnrollmentStep(
                course.enrollment().id,
                course.definition(),
                course.definition().require(code),
                before == null ? 1 : before.round + 1,
                from);
        row.workKey = before == null ? row.workKey : before.workKey;
        row.open(caller, clock.instant());
        steps.persist(row);
        course.steps().add(row);
        course.steps()
                .sort(Comparator.comparingInt((EnrollmentStep one) -> one.place).thenComparingInt(one -> one.round));
    }

    /** What is to come counts from that day now; what hangs on the start of the enrolment, and is no step of it, goes along. */
    void startOn(Caller caller, Course course, LocalDate day) throws SQLException {
        if (!day.equals(course.enrollment().startsOn)) {
            course.enrollment().startsOn = day;
            anchoredWork.follow(caller, course.enrollment().id, day);
        }
    }

    private static List<String> seen(Course course) {
        return course.steps().stream()
                .map(row -> row.state + " " + row.blockedBy)
                .toList();
    }

    /** Of these nothing can be done any more, and nothing was. */
    private void endUndone(Caller practice, Course course) throws SQLException {
        var over = counts.over(course.work(row -> row.state() == StepState.ASSIGNED));
        for (var row : course.steps()) {
            if (row.state() == StepState.ASSIGNED && over.contains(row.assignmentId)) {
                row.over(StepState.UNDONE, practice.id(), null, clock.instant());
                tell(practice, course, Deed.ofStep("step-undone", row.step, null));
            }
        }
    }

    /** A clinician's word is a person's; so is what stands in its place. */
    static void requirePerson(Caller caller) {
        if (caller.isMachine()) {
            throw ProblemException.conflict("clinicians-word", "A clinician says this, not a program.");
        }
    }

    /** Writes down what was done. */
    void tell(Caller caller, Course course, Deed deed) {
        var enrollment = course.enrollment();
        enrollment.events++;
        events.persist(new EnrollmentEvent(enrollment.id, deed, caller, clock.instant()));
        var payload = new HashMap<String, Object>(Map.of("program", enrollment.programKey));
        if (deed.step() != null) {
            payload.put("step", deed.step());
        }
        outbox.put("enrollment." + deed.what(), enrollment.id, enrollment.clientId, payload);
        if (deed.reason() == null) {
            audit.wrote(caller, "enrollment." + deed.what(), "enrollment", enrollment.id, enrollment.clientId);
        } else {
            audit.wrote(
                    caller,
                    "enrollment." + deed.what(),
                    "enrollment",
                    enrollment.id,
                    enrollment.clientId,
                    deed.reason());
        }
    }

    /**
     * Steps whose time is over are over. What was done opens what it opens and what is closed by now is held back, but for a paused enrolment. When nothing
     * is left to do, it is completed.
     */
    void follow(Caller caller, Course course) throws SQLException {
        var enrollment = course.enrollment();
        if (!enrollment.isOver() && enrollment.state() != EnrollmentState.PAUSED) {
            var before = seen(course);
            endUndone(Caller.system(caller.practice()), course);
            var facts = progression.facts(course);
            progression
                    .holdBack(caller, course, facts)
                    .forEach(row -> tell(caller, course, Deed.ofStep("step-held", row.step, null)));
            progression.advance(caller, course, facts);
            if (!seen(course).equals(before)) {
                enrollment.events++; // its readers see another state, whether or not anybody is told of it
            }
        }
        if (course.enrollment().goesOn()
                && course.steps().stream().allMatch(row -> row.state().isOver())) {
            course.enrollment().end(EnrollmentState.COMPLETED, null, clock.instant());
            tell(caller, course, Deed.of("completed", null));
        }
        enrollments.flush(); // the new version is known, and a lost race is seen, before the reply is built
    }
}
