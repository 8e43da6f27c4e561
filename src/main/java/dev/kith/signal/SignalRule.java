package dev.kith.signal;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.security.Caller;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rules that the service looks by. A signal tells its rule's version too, so that one of long ago can be understood. */
public enum SignalRule {
    @JsonProperty("reliable-deterioration")
    RELIABLE_DETERIORATION,
    @JsonProperty("lost-gain")
    LOST_GAIN,
    @JsonProperty("no-early-response")
    NO_EARLY_RESPONSE,
    @JsonProperty("critical-item")
    CRITICAL_ITEM("responses:read"),
    @JsonProperty("overdue-measure")
    OVERDUE_MEASURE,
    @JsonProperty("missed-in-a-row")
    MISSED_IN_A_ROW,
    @JsonProperty("distress-spike")
    DISTRESS_SPIKE("logs:read"),
    @JsonProperty("stop-rule-used")
    STOP_RULE_USED("logs:read"),
    @JsonProperty("outside-local-band")
    OUTSIDE_LOCAL_BAND;

    private final @Nullable String scope;

    SignalRule() {
        this(null);
    }

    SignalRule(@Nullable String scope) {
        this.scope = scope;
    }

    /** What practice software must be allowed to read, beside progress, to hear of it; null: nothing more. */
    public @Nullable String scope() {
        return scope;
    }

    /** The codes of those that practice software does not hear of, for it may not read what they look at; of people nothing is hidden. */
    public static List<String> hiddenFrom(Caller caller) {
        return !caller.isIntegration()
                ? List.of()
                : Arrays.stream(values())
                        .filter(rule -> rule.scope != null && !caller.scopes().contains(rule.scope))
                        .map(SignalRule::code)
                        .toList();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static SignalRule of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
