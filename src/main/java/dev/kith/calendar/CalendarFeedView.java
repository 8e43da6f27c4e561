package dev.kith.calendar;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether there is a feed; its address is told once, when it is made. */
@Schema(description = "Whether the client has a calendar feed. Its address was told once, when it was made.")
record CalendarFeedView(
        boolean exists,
        @Nullable Instant madeAt,

        @Schema(description = "When a calendar fetched it last, to the nearest five minutes.") @Nullable
        Instant lastReadAt) {
    static final CalendarFeedView NONE = new CalendarFeedView(false, null, null);
}

/** A feed that was just made. */
@Schema(description = "A new feed, with its address, told this once.")
record NewCalendarFeedView(
        @Schema(
                description = "Below the address that you call. Whoever has it can read when tasks open and are due.",
                examples = "/v1/calendar-feeds/2Yw3n1o7bTq0kYt6mJb8cVx5aZs4dQe9RfGhKlPuW-E")
        String path,

        Instant madeAt) {}
