package dev.kith.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What was done about an alert. Closed, so that practices can count by it; the note says the rest. */
enum AlertAction {
    @JsonProperty("called-client")
    CALLED_CLIENT,
    @JsonProperty("seen-client")
    SEEN_CLIENT,
    @JsonProperty("messaged-client")
    MESSAGED_CLIENT,
    @JsonProperty("safety-plan-reviewed")
    SAFETY_PLAN_REVIEWED,
    @JsonProperty("emergency-services-called")
    EMERGENCY_SERVICES_CALLED,
    @JsonProperty("referred")
    REFERRED,
    @JsonProperty("no-action-needed")
    NO_ACTION_NEEDED,
    @JsonProperty("other")
    OTHER;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
