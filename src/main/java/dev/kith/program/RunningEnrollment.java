package dev.kith.program;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An enrolment that is not over, as the care team sees it among others. */
@Schema(description = "An enrolment that is not over: where it stands.")
public record RunningEnrollment(
        UUID id,
        UUID clientId,
        @Schema(examples = "learning-to-trust-again") String program,

        @Schema(description = "The version with which it began.", examples = "1")
        int version,

        String title,
        EnrollmentState state,

        @Schema(description = "The week that it is in; null before it begins.") @Nullable
        Integer week,

        @Schema(
                description =
                        "Reviews and referrals that are to be done now, and steps that wait for one that was left undone.",
                examples = "0")
        int reviewsDue,

        @Schema(
                description =
                        "Steps that were given and are held back now: by a critical answer, or by a gate that has closed.",
                examples = "0")
        int stepsHeld) {}
