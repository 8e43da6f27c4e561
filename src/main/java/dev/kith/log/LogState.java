package dev.kith.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a log stands. */
public enum LogState {
    @JsonProperty("in-progress")
    IN_PROGRESS,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("corrected")
    CORRECTED;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static LogState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
