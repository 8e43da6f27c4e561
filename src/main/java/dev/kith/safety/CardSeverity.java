package dev.kith.safety;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How grave the answer is that a card is for. */
@Schema(
        description =
                "critical: somebody must act now; notice: somebody should know. By the gravest rule that asks for a card.")
public enum CardSeverity {
    @JsonProperty("critical")
    CRITICAL,
    @JsonProperty("notice")
    NOTICE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CardSeverity of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
