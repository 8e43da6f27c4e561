package dev.kith.assignment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** When clients' enrolments start, and which are paused. Asked here, answered by whoever keeps programs, a storey higher; else the arrow would point up. */
public interface EnrollmentStarts {
    /**
     * Where an enrolment lies.
     *
     * @param on the local day from which its weeks are counted for what is still to come
     * @param runs whether it has not ended, though it may be paused, held or still to begin
     */
    record EnrollmentStart(LocalDate on, boolean runs) {}

    /** Empty where the client has no such enrolment. */
    Optional<EnrollmentStart> startOf(UUID client, UUID enrollment);

    /** Those of the client that are paused. */
    Set<UUID> pausedOf(UUID client);
}
