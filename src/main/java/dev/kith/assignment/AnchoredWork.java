package dev.kith.assignment;

import dev.kith.audit.Audit;
import dev.kith.outbox.Outbox;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * The door for programs whose enrolment starts on another day now: what hangs on the start, and is no step of it, goes along as far as it has not opened.
 * In its caller's transaction; the caller has the client's turn and has asked whose client it is.
 */
@ApplicationScoped
public class AnchoredWork {
    @Inject
    Assignments assignments;

    @Inject
    Scheduling scheduling;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    /** What stays where it is, is told as an event. Where nothing hangs on the enrolment, it is one statement. */
    public void follow(Caller caller, UUID enrollment, LocalDate startsOn) throws SQLException {
        var start = new Anchor.OfEnrollment(enrollment, startsOn);
        for (var one : assignments.anchoredToEnrollment(enrollment)) {
            switch (scheduling.follow(caller, one, start, ScheduleChange.ENROLLMENT_MOVED)) {
                case MOVED -> {
                    outbox.put(
                            "assignment.rescheduled", one.id, one.clientId, Map.of("revision", one.scheduleRevision));
                    audit.wrote(caller, "assignment.rescheduled", "assignment", one.id, one.clientId);
                }
                case STAYED -> outbox.put("assignment.not-moved", one.id, one.clientId, Map.of());
                case THERE_ALREADY -> {}
            }
        }
    }
}
