package dev.kith.progress;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Several measures together. */
@Schema(description = "What a rule over several measures says, by its own figures.")
record JointView(
        @Schema(examples = "nhs-talking-therapies") String rule,
        int version,
        String title,

        @Schema(description = "client, clinician or informant: by whose answers.")
        String author,

        @Schema(
                description = "The measures, in the order of the rule.",
                examples = "[\"phq-9/total\", \"gad-7/total\"]")
        List<String> measures,

        @Schema(
                description =
                        "Days, by the client's time, on which all measures were given: they stand for the sessions that the rule asks for, since who"
                                + " came to a session is not known here.")
        int sessions,

        @Schema(description = "Clinical at baseline, as the rule counts it; null with reason, as all below.") @Nullable
        Boolean caseAtFirst,

        @Nullable Boolean caseAtLast,

        @Schema(description = "Null when no case at first.") @Nullable
        Boolean recovered,

        @Nullable Boolean improved,
        @Nullable Boolean deteriorated,
        @Nullable Boolean reliablyRecovered,
        String citation,

        @Schema(description = "Whether all of the rule was read where it is cited.")
        boolean verified,

        @Schema(description = "MEASURE_MISSING or TOO_FEW_SESSIONS.") @Nullable
        String reason) {}
