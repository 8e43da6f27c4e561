package dev.kith.alert;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The practice's rules for alerts, or what holds until it has some. */
@Schema(description = "By which rules alerts go on from one to the next.")
record AlertPolicyView(
        AlertPace critical,
        AlertPace warning,
        AlertPace notice,

        @Schema(description = "Whom alerts reach where a care team does not answer, in this order.")
        List<UUID> onCall,

        @Schema(description = "How much a used stop rule matters; null: it raises no alert.") @Nullable
        AlertSeverity stopRule,

        @Schema(description = "Where staff sign in.") @Nullable
        String signInUrl,

        @Schema(description = "Whether the practice wrote them.")
        boolean own,

        @Schema(
                description =
                        "Whether this installation sends e-mail at all; without, escalation is seen in lists, stream and events only.")
        boolean sendsEmail,

        @Schema(description = "The number in its ETag.") int version) {

    static AlertPolicyView of(AlertPolicy policy, boolean sendsEmail) {
        return new AlertPolicyView(
                AlertPace.of(policy.pace(AlertSeverity.CRITICAL)),
                AlertPace.of(policy.pace(AlertSeverity.WARNING)),
                AlertPace.of(policy.pace(AlertSeverity.NOTICE)),
                policy.onCall(),
                policy.stopRule(),
                policy.signInUrl(),
                policy.version() > 0,
                sendsEmail,
                policy.version());
    }
}
