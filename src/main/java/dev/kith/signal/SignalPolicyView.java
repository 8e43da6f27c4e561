package dev.kith.signal;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what the practice looks. */
@Schema(description = "By what the practice looks for clients who are not on track.")
record SignalPolicyView(
        int measurements,
        @Schema(examples = "P3D") String overdueAfter,
        int missedInARow,
        int distressRise,
        int distressAtLeast,
        List<SignalRule> off,
        List<SignalAlert> alerts,

        @Schema(
                description =
                        "outside-local-band: whether local models are made of the practice's own closed episodes. /v1/practice/local-models tells of"
                                + " them, and why there is none.")
        boolean localModels,

        @Schema(description = "Whether the practice wrote it; else the usual one.")
        boolean own,

        @Schema(description = "The number in its ETag.") int version) {

    static SignalPolicyView of(WriteSignalPolicy policy, int version) {
        return new SignalPolicyView(
                policy.measurements(),
                policy.overdueAfter(),
                policy.missedInARow(),
                policy.distressRise(),
                policy.distressAtLeast(),
                policy.off(),
                policy.alerts(),
                policy.wantsLocalModels(),
                version > 0,
                version);
    }
}
