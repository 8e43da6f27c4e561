package dev.kith.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;

/** What the start of a schedule hangs on, and where that is now. */
sealed interface Anchor {
    /** As wall time there. */
    LocalDateTime in(ZoneId zone);

    /** A moment, the same for all zones. */
    record OfAppointment(UUID id, Instant startsAt) implements Anchor {
        @Override
        public LocalDateTime in(ZoneId zone) {
            return startsAt.atZone(zone).toLocalDateTime();
        }
    }

    /** A day, which begins in each zone when it begins there. */
    record OfEnrollment(UUID id, LocalDate startsOn) implements Anchor {
        @Override
        public LocalDateTime in(ZoneId zone) {
            return startsOn.atStartOfDay();
        }
    }
}
