package dev.kith.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an assignment stands. */
enum AssignmentState {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("paused")
    PAUSED,
    @JsonProperty("ended")
    ENDED;

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static AssignmentState of(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
}
