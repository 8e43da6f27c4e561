package dev.kith.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a task stands now: how it ended, or else what the clock says of its window. */
public enum TaskState {
    @JsonProperty("scheduled")
    SCHEDULED,
    @JsonProperty("open")
    OPEN,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("missed")
    MISSED,
    @JsonProperty("skipped")
    SKIPPED,
    @JsonProperty("cancelled")
    CANCELLED;

    static TaskState at(Instant now, @Nullable String endedAs, Instant opensAt, Instant closesAt) {
        if (endedAs != null) {
            return valueOf(endedAs.toUpperCase(java.util.Locale.ROOT));
        }
        if (now.isBefore(opensAt)) {
            return SCHEDULED;
        }
        return now.isBefore(closesAt) ? OPEN : MISSED;
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
