package dev.kith.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which version a task is answered on. */
enum VersionPolicy {
    /** The one that was assigned. */
    @JsonProperty("pinned")
    PINNED,
    /** The newest whose scores compare with the one that was assigned. */
    @JsonProperty("latest-comparable")
    LATEST_COMPARABLE;

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static VersionPolicy of(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
