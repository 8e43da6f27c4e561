package dev.kith.response;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whose answers they are; who typed them is kept apart. */
public enum Author {
    @JsonProperty("client")
    CLIENT,
    @JsonProperty("clinician")
    CLINICIAN,
    @JsonProperty("informant")
    INFORMANT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Author of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
