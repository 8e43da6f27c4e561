package dev.kith.recurrence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A time of day at which something opens.
 *
 * @param to when given, a window within which the client chooses: due and closed then. On the next day when it is not after {@code from}
 */
public record DayWindow(LocalTime from, @Nullable LocalTime to) {

    /** When a window that opens then closes. */
    static LocalDateTime end(LocalDateTime opens, LocalTime to) {
        LocalDate day = opens.toLocalDate();
        return (to.isAfter(opens.toLocalTime()) ? day : day.plusDays(1)).atTime(to);
    }
}
