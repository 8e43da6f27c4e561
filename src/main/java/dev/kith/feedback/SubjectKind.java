package dev.kith.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What feedback can be about; closed, for each kind has its own column and its own door. */
public enum SubjectKind {
    @JsonProperty("response")
    RESPONSE,
    @JsonProperty("log")
    LOG;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SubjectKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
