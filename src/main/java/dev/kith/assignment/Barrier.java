package dev.kith.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What stood in the way. */
public enum Barrier {
    @JsonProperty("no-time")
    NO_TIME,
    @JsonProperty("too-hard")
    TOO_HARD,
    @JsonProperty("forgot")
    FORGOT,
    @JsonProperty("felt-unsafe")
    FELT_UNSAFE,
    @JsonProperty("did-it-another-way")
    DID_IT_ANOTHER_WAY,
    @JsonProperty("other")
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Barrier of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
