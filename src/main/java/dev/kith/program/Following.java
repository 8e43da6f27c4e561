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
 * statement. What is given then is given by the practice itself.
 */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Following {
    @Inject
    Enrollments enrollments;

    @Inject
    Courses courses;

    @Inject
    Progression progression;

    @Inject
    StepCounts counts;

    @Inject
    ClientDirectory clients;

    @Inject
    Clock clock;

    void scored(@Observes ResponseScored news) throws SQLException {
        var critical = news.fired().stream().anyMatch(ResponseScored.FiredRule::critical);
        for (var course : running(news.clientId())) {
            var row = done(news.by(), course, news.taskId());
            if (critical) {
                concern(news, course, row != null);
            }
            courses.follow(Caller.system(news.by().practice()), course);
        }
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

    private List<Course> running(UUID clientId) {
        var running = enrollments.runningOf(clientId);
        if (running.isEmpty()) {
            return List.of();
        }
        var client = clients.require(clientId);
        return running.stream().map(one -> courses.of(one, client)).toList();
    }

    /** The step that the task belongs to; null when it is of none. It is done once one of its tasks is. */
    private @Nullable EnrollmentStep done(Caller by, Course course, @Nullable UUID task) throws SQLException {
        var standing = task == null ? null : counts.ofTask(task).orElse(null);
        if (standing == null) {
            return null;
        }
        var row = course.steps().stream()
                .filter(one -> standing.assignment().equals(one.assignmentId))
                .findFirst()
                .orElse(null);
        if (row != null && standing.done() && row.state() == StepState.ASSIGNED) {
            row.over(StepState.DONE, by.id(), null, clock.instant());
            courses.tell(by, course, Deed.ofStep("step-done", row.step, null));
        }
        return row;
    }

    /** An answer to a screener of the program holds it; another one does where the program says so. */
    private void concern(ResponseScored news, Course course, boolean own) throws SQLException {
        var holds =
                own || course.definition().gates().stream().anyMatch(gate -> gate.kind() == GateKind.NO_CRITICAL_ALERT);
        var first = course.enrollment().concernAt == null;
        var before = course.enrollment().state();
        course.enrollment().concern(news.responseId(), clock.instant(), holds);
        if (holds && (first || before != course.enrollment().state())) {
            courses.tell(news.by(), course, Deed.of("held", null));
        }
        if (course.enrollment().state() == EnrollmentState.HELD) {
            progression.holdBack(Caller.system(news.by().practice()), course);
        }
    }
}
