package dev.kith.signal;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.change.NamedRule;
import dev.kith.change.ScoreSignals;
import dev.kith.change.WorkSignals;
import dev.kith.security.Caller;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rules that the service looks by. A signal tells its rule's version too, so that one of long ago can be understood. */
public enum SignalRule {
    @JsonProperty("reliable-deterioration")
    RELIABLE_DETERIORATION(ScoreSignals.RELIABLE_DETERIORATION),
    @JsonProperty("lost-gain")
    LOST_GAIN(ScoreSignals.LOST_GAIN),
    @JsonProperty("no-early-response")
    NO_EARLY_RESPONSE(ScoreSignals.NO_EARLY_RESPONSE),
    @JsonProperty("critical-item")
    CRITICAL_ITEM(WorkSignals.CRITICAL_ITEM, "responses:read"),
    @JsonProperty("overdue-measure")
    OVERDUE_MEASURE(WorkSignals.OVERDUE_MEASURE),
    @JsonProperty("missed-in-a-row")
    MISSED_IN_A_ROW(WorkSignals.MISSED_IN_A_ROW),
    @JsonProperty("distress-spike")
    DISTRESS_SPIKE(WorkSignals.DISTRESS_SPIKE, "logs:read"),
    @JsonProperty("stop-rule-used")
    STOP_RULE_USED(WorkSignals.STOP_RULE_USED, "logs:read"),
    @JsonProperty("outside-local-band")
    OUTSIDE_LOCAL_BAND(ScoreSignals.OUTSIDE_LOCAL_BAND);

    private final NamedRule engine;
    private final @Nullable String scope;

    SignalRule(NamedRule engine) {
        this(engine, null);
    }

    SignalRule(NamedRule engine, @Nullable String scope) {
        this.engine = engine;
        this.scope = scope;
    }

    /** Whether the practice's thresholds decide what it says. */
    boolean hasThresholds() {
        return this == NO_EARLY_RESPONSE
                || this == OVERDUE_MEASURE
                || this == MISSED_IN_A_ROW
                || this == DISTRESS_SPIKE;
    }

    /** Of today. */
    int version() {
        return engine.version();
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
