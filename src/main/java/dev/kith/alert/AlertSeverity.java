package dev.kith.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much it matters that somebody looks soon. */
@Schema(description = "critical: act now. warning: look soon. notice: know it.")
public enum AlertSeverity {
    @JsonProperty("critical")
    CRITICAL,
    @JsonProperty("warning")
    WARNING,
    @JsonProperty("notice")
    NOTICE;

    /** As in the contract and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AlertSeverity of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
