package dev.kith.signal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The rules that the service looks by. A signal tells its rule's version too, so that one of long ago can be understood. */
public enum SignalRule {
    @JsonProperty("reliable-deterioration")
    RELIABLE_DETERIORATION,
    @JsonProperty("lost-gain")
    LOST_GAIN,
    @JsonProperty("no-early-response")
    NO_EARLY_RESPONSE,
    @JsonProperty("critical-item")
    CRITICAL_ITEM,
    @JsonProperty("overdue-measure")
    OVERDUE_MEASURE,
    @JsonProperty("missed-in-a-row")
    MISSED_IN_A_ROW,
    @JsonProperty("distress-spike")
    DISTRESS_SPIKE,
    @JsonProperty("stop-rule-used")
    STOP_RULE_USED,
    @JsonProperty("outside-local-band")
    OUTSIDE_LOCAL_BAND;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static SignalRule of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
