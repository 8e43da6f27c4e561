package dev.kith.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whose words they are; who typed them is kept apart. */
public enum LogAuthor {
    @JsonProperty("client")
    CLIENT,
    @JsonProperty("clinician")
    CLINICIAN;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LogAuthor of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
