package dev.kith.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Which norms a scale reads, where it has norms by sex; says nothing else about a person. */
public enum SexForScoring {
    @JsonProperty("female")
    FEMALE,
    @JsonProperty("male")
    MALE,
    @JsonProperty("other")
    OTHER,
    @JsonProperty("unknown")
    UNKNOWN;

    /** As in the contract and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SexForScoring of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
