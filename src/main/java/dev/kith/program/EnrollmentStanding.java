package dev.kith.program;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where an enrolment stands, as its client may see it. */
@Schema(description = "Where an enrolment stands; read it for its words, its dates and what is still to come.")
public record EnrollmentStanding(
        UUID id,
        @Schema(examples = "learning-to-trust-again") String program,

        @Schema(description = "The version with which it began.")
        int version,

        EnrollmentState state,

        @Schema(description = "The local day on which week 0 begins for what is still to come.")
        LocalDate startsOn,

        @Schema(
                description =
                        "What the client was given and has not done, in the order of the program; one whose startsOn is in the"
                                + " future is not open yet.")
        List<StandingStep> current,

        @Schema(description = "Counts changes, as in its ETag.")
        int revision) {

    /** A step that the client has. */
    @Schema(description = "A step that the client was given and has not done.")
    public record StandingStep(
            @Schema(examples = "w1-slow-breath") String step,

            @Schema(description = "1, and one more for each time that it is given again.")
            int round,

            int week,

            @Schema(description = "Of what is given.", examples = "slow-breath") @Nullable
            String key,

            @Schema(description = "The local day from which the client has it.") @Nullable
            LocalDate startsOn,

            @Schema(description = "Its tasks are in the list of tasks.") @Nullable
            UUID assignmentId) {}
}
