package dev.kith.program;

import dev.kith.assignment.OccurrenceView;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What enrolling would do. */
@Schema(description = "What enrolling would do now: every step with its dates; nothing is stored.")
record EnrollmentPreview(
        @Schema(examples = "learning-to-trust-again") String program,
        @Schema(examples = "1") int version,
        LocalDate startsOn,

        @Schema(
                description =
                        "active, or held: a critical answer that nobody has settled is waiting for a clinician's word.")
        EnrollmentState state,

        @Schema(
                description =
                        "The latest critical answer that nobody has settled and that holds the program, or some of its"
                                + " steps; null: none. Enrolling is possible, and gives nothing that it holds until"
                                + " somebody releases it.")
        @Nullable
        UUID waitsForResponse,

        @Schema(examples = "Europe/Berlin") String timeZone,
        List<PreviewedStep> steps,

        @Schema(description = "Optional steps that could be added.")
        List<String> offers) {

    /** A step as it would be. */
    @Schema(description = "A step as enrolling would lay it out.")
    record PreviewedStep(
            @Schema(examples = "w1-slow-breath") String step,
            int week,
            StepType type,
            @Nullable String key,
            String words,

            @Schema(
                    description =
                            "assigned: at once. waiting: once its gates open, with these dates or later. planned: the"
                                    + " clinician's. skipped: left out, or its week is over.")
            StepState state,

            LocalDate plannedOn,

            @Schema(description = "How its gates stand now; empty where it is given at once.")
            List<GateStateView> gates,

            @Schema(description = "All that the client would be given in it.")
            List<OccurrenceView> tasks) {}
}
