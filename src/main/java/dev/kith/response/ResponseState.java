package dev.kith.response;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a response stands. */
public enum ResponseState {
    @JsonProperty("in-progress")
    IN_PROGRESS,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("amended")
    AMENDED,
    @JsonProperty("entered-in-error")
    ENTERED_IN_ERROR;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ResponseState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
