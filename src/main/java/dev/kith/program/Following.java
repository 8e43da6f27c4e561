package dev.kith.program;

import dev.kith.assignment.GateSaid;
import dev.kith.assignment.StepCounts;
import dev.kith.client.ClientDirectory;
import dev.kith.log.LogCompleted;
import dev.kith.program.EnrollmentEvent.Deed;
import dev.kith.response.ResponseScored;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Enrolments follow what the client does, in the same transaction: a step is done, a gate opens, a critical answer holds. For a client in no program it is one
 * statement, and none where whoever tells knows that no program runs. What is given then is given by the practice itself.
 */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Following {
    @Inject
    Enrollments enrollments;

    @Inject
    Courses courses;

    @Inject
    StepCounts counts;

    @Inject
    ClientDirectory clients;

    @Inject
    Clock clock;

    void scored(@Observes ResponseScored news) throws SQLException {
        if (!news.followed()) {
            return;
        }
        for (var course : running(news.clientId())) {
            done(news.by(), course, news.taskId());
            if (course.definition().heeds(news.questionnaire()) && hears(course, news)) {
                concern(news, course);
            }
            courses.follow(Caller.system(news.by().practice()), course);
        }
    }

    /** Where one response stands for many sendings, each of them is news. */
    private static boolean hears(Course course, ResponseScored news) {
        var anew = false;
        for (var fired : news.fired()) {
            if (fired.critical()) {
                var sent = fired.sentTo() == null ? news.responseId() : fired.sentTo();
                anew |= course.enrollment().hears(sent, List.of(fired.rule()));
            }
        }
        return anew;
    }

    void logged(@Observes LogCompleted news) throws SQLException {
        for (var course : running(news.log().clientId())) {
            done(news.by(), course, news.log().taskId());
            courses.follow(Caller.system(news.by().practice()), course);
        }
    }

    void said(@Observes GateSaid news) throws SQLException {
        for (var course : running(news.clientId())) {
            courses.follow(Caller.system(news.by().practice()), course);
        }
    }

    /** Tasks ended and were not done. Nothing is given to who is out of care. */
    void ended(Caller practice, UUID clientId) throws SQLException {
        if (clients.require(clientId).archived()) {
            return;
        }
        for (var course : running(clientId)) {
            courses.follow(practice, course);
        }
    }

    private List<Course> running(UUID clientId) {
        var running = enrollments.runningOf(clientId);
        if (running.isEmpty()) {
            return List.of();
        }
        var client = clients.require(clientId);
        return running.stream().map(one -> courses.of(one, client)).toList();
    }

    /** The step that the task belongs to, if it is of one, is done once one of its tasks is. */
    private void done(Caller by, Course course, @Nullable UUID task) throws SQLException {
        var standing = task == null ? null : counts.ofTask(task).orElse(null);
        if (standing == null || !standing.done()) {
            return;
        }
        for (var row : course.steps()) {
            if (standing.assignment().equals(row.assignmentId)) {
                done(by, course, row);
            }
        }
    }

    private void done(Caller by, Course course, EnrollmentStep row) {
        if (row.state() == StepState.ASSIGNED
                || row.state() == StepState.UNDONE) { // it may come late, from an app that was offline
            row.over(StepState.DONE, by.id(), null, clock.instant());
            courses.tell(by, course, Deed.ofStep("step-done", row.step, null));
        } else {
            course.enrollment().events++; // one more of its tasks is done, which its readers see
        }
    }

    /** What is to come will be held back: all of it, or the steps that wait for a word. */
    private void concern(ResponseScored news, Course course) {
        var enrollment = course.enrollment();
        var held = enrollment.concernHolds;
        enrollment.concern(
                news.responseId(), clock.instant(), course.definition().isHeldBy(news.questionnaire()));
        if (enrollment.concernHolds && !held) {
            courses.tell(news.by(), course, Deed.of("held", null));
        }
    }
}
