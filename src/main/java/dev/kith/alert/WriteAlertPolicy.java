package dev.kith.alert;

import dev.kith.contract.Example;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The practice's rules for alerts; all of them, in place of those before. */
@Schema(description = "All of the practice's rules for alerts, in place of those before.")
@Example("""
        {"critical": {"acknowledgeWithin": "PT1H", "escalateEvery": "PT30M", "resolveWithin": "P1D", "remindEvery": "P1D"},
         "warning": {"acknowledgeWithin": "P1D", "escalateEvery": "P1D", "resolveWithin": "P7D", "remindEvery": "P7D"},
         "notice": {"acknowledgeWithin": "P3D", "escalateEvery": "P1D", "resolveWithin": "P14D", "remindEvery": "P7D"},
         "onCall": [], "stopRule": "notice", "signInUrl": "https://staff.willow.example/alerts"}
        """)
record WriteAlertPolicy(
        @NotNull @Valid AlertPace critical,
        @NotNull @Valid AlertPace warning,
        @NotNull @Valid AlertPace notice,

        @Schema(
                description =
                        "Clinicians and supervisors whom alerts reach where a care team does not answer, in the order in which they"
                                + " are called.")
        @NotNull
        @Size(max = 20)
        List<@NotNull UUID> onCall,

        @Schema(
                description =
                        "How much it matters when a client uses a stop rule of an exercise; null: that raises no alert.")
        @Nullable
        AlertSeverity stopRule,

        @Schema(
                description = "Where staff sign in, for the e-mail; https, without user, query and fragment.",
                examples = "https://staff.willow.example/alerts")
        @Nullable
        @Size(max = 500)
        @Pattern(regexp = "https://[A-Za-z0-9.-]+(:\\d{1,5})?(/[A-Za-z0-9._~/-]*)?")
        String signInUrl) {}
