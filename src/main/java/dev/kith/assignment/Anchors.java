package dev.kith.assignment;

import dev.kith.assignment.AskedSchedule.AskedAnchor;
import dev.kith.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds what schedules hang on. In its caller's transaction, which has the client's turn: an enrolment does not move between here and the assignment. 422
 * with a pointer below {@code /schedule/anchor} for what cannot be hung on.
 */
@ApplicationScoped
class Anchors {
    private static final String ENROLLMENT = "/schedule/anchor/enrollment";

    @Inject
    Appointments appointments;

    @Inject
    EnrollmentStarts enrollments;

    /** For new work; null where it hangs on a date. */
    @Nullable
    Anchor of(UUID client, @Nullable AskedSchedule asked) {
        var anchor = anchor(asked);
        if (anchor == null) {
            return null;
        }
        return anchor.enrollment() == null
                ? appointment(client, anchor)
                : enrollment(client, anchor.enrollment(), null);
    }

    /** For work that has a schedule; what it hangs on already, it may go on hanging on when that has ended. */
    @Nullable
    Anchor of(Assignment assignment, @Nullable AskedSchedule asked) {
        var anchor = anchor(asked);
        if (anchor == null) {
            return null;
        }
        if (anchor.enrollment() == null) {
            return appointment(assignment.clientId, anchor);
        }
        if (assignment.enrollmentId != null) {
            throw ProblemException.invalid(
                    ENROLLMENT, "step-of-a-program", "It belongs to a program, which says when it comes.");
        }
        return enrollment(assignment.clientId, anchor.enrollment(), assignment.anchorEnrollmentId);
    }

    private static @Nullable AskedAnchor anchor(@Nullable AskedSchedule asked) {
        var anchor = asked == null ? null : asked.anchor();
        if (anchor != null && (anchor.appointment() == null) == (anchor.enrollment() == null)) {
            throw ProblemException.invalid(
                    "/schedule/anchor", "one-of", "Name an appointment or an enrolment, and not both.");
        }
        return anchor;
    }

    private Anchor appointment(UUID client, AskedAnchor anchor) {
        return appointments
                .findStanding(client, Objects.requireNonNull(anchor.appointment()))
                .map(found -> new Anchor.OfAppointment(found.id, found.startsAt))
                .orElseThrow(() -> ProblemException.invalid(
                        "/schedule/anchor/appointment",
                        "unknown-appointment",
                        "No appointment of this client has this external id; tell of it first."));
    }

    private Anchor enrollment(UUID client, UUID id, @Nullable UUID before) {
        var found = enrollments
                .startOf(client, id)
                .orElseThrow(() -> ProblemException.invalid(
                        ENROLLMENT, "unknown-enrollment", "This client has no such enrolment."));
        if (!found.runs() && !id.equals(before)) {
            throw ProblemException.invalid(
                    ENROLLMENT, "enrollment-ended", "It has ended and moves no more; send the date as start.");
        }
        return new Anchor.OfEnrollment(id, found.on());
    }
}
