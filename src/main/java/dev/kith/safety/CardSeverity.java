package dev.kith.safety;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.scoring.AlertRule;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How grave the answer is that a card is for. */
@Schema(
        description =
                "critical: somebody must act now; notice: somebody should know. By the gravest rule that asks for a card.")
public enum CardSeverity {
    @JsonProperty("critical")
    CRITICAL,
    @JsonProperty("notice")
    NOTICE;

    /** By the gravest of these rules that ask for a card; null when none does. */
    public static @Nullable CardSeverity gravest(List<AlertRule> fired) {
        return fired.stream()
                .filter(AlertRule::crisisCard)
                .map(rule -> rule.severity() == AlertRule.Severity.CRITICAL ? CRITICAL : NOTICE)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CardSeverity of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
