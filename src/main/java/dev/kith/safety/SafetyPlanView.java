package dev.kith.safety;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.security.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A revision of a client's safety plan. */
@Schema(description = "A client's safety plan, as it is or was.")
record SafetyPlanView(
        UUID clientId,

        @Schema(description = "One more with each save; 0: nobody has written one yet, and all parts are empty.")
        int revision,

        SafetyPlanParts plan,

        @Schema(description = "Who saved it; null at revision 0.") @Nullable
        PlanAuthor author,

        @Schema(description = "The account; null at revision 0.") @Nullable
        UUID writtenBy,

        @Schema(description = "Null at revision 0.") @Nullable
        Instant writtenAt) {

    /** Who saves. */
    @Schema(description = "client, or care-team: a member who cares for them.")
    enum PlanAuthor {
        @JsonProperty("client")
        CLIENT,
        @JsonProperty("care-team")
        CARE_TEAM;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static PlanAuthor of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        static PlanAuthor of(Caller caller) {
            return caller.isClient() ? CLIENT : CARE_TEAM;
        }
    }

    static SafetyPlanView none(UUID client) {
        return new SafetyPlanView(client, 0, SafetyPlanParts.NONE, null, null, null);
    }

    /** Names the client too: on a phone that two people use, the copy that one left there is never taken for the other's. */
    String tag() {
        return revision + "." + clientId;
    }
}

/** A page of them. */
@Schema(description = "A page of a safety plan's revisions, newest first.")
record SafetyPlanPage(
        List<SafetyPlanView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}
