package dev.kith.assignment;

import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
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

    /** What stays where it is, is told as an event. Where nothing hangs on the enrolment, it is one statement. */
    public void follow(Caller caller, UUID enrollment, LocalDate startsOn) throws SQLException {
        scheduling.follow(
                caller,
                assignments.anchoredToEnrollment(enrollment),
                new Anchor.OfEnrollment(enrollment, startsOn),
                ScheduleChange.ENROLLMENT_MOVED);
    }
}
