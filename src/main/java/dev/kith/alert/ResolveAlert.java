package dev.kith.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.contract.Example;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to resolve. */
@Schema(description = "What was done about it.")
@Example("""
        {"action": "called-client", "note": "Safe tonight, seen tomorrow at nine."}
        """)
record ResolveAlert(
        @NotNull Action action,

        @Schema(description = "For the care team; never shown to the client.") @Nullable @Size(max = 2000)
        String note) {

    /** What a clinician can have done. */
    enum Action {
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
}
