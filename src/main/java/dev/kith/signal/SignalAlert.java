package dev.kith.signal;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule whose signals become alerts. */
@Schema(description = "A rule whose signals become alerts.")
record SignalAlert(@NotNull SignalRule rule, @NotNull Severity severity) {

    /** Of the alert. */
    @Schema(name = "SignalAlertSeverity")
    enum Severity {
        @JsonProperty("warning")
        WARNING,
        @JsonProperty("notice")
        NOTICE,
        @JsonProperty("critical")
        CRITICAL;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
