package dev.kith.program;

import dev.kith.program.ReviewList.Found;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A review or a referral that a clinician is to do, or a step that only they move on. */
@Schema(
        description =
                "A step for the clinician: a review or a referral against which nothing stands, or any step that waits for one that"
                        + " was left undone. Such a one goes on when that is given again or left out, when it is opened with a"
                        + " clinician's word, or is left out itself.")
record ReviewView(
        UUID enrollmentId,
        UUID clientId,

        @Schema(examples = "learning-to-trust-again") String program,

        @Schema(description = "The version with which the enrolment began.", examples = "1")
        int version,

        String title,

        @Schema(description = "The enrolment's: a review is due also while it is paused or held.")
        EnrollmentState enrollmentState,

        @Schema(examples = "w0-review") String step,

        @Schema(description = "1, and one more for each time that it is given again.")
        int round,

        int week,
        StepType type,
        String words,

        @Schema(description = "For clinicians.") @Nullable String note,

        @Schema(description = "The local day on which its week begins.")
        LocalDate plannedOn,

        @Schema(
                description = "The step that was left undone, for which it waits; null when nothing stands against it.",
                examples = "w0-phq-9")
        @Nullable
        String blockedBy,

        @Schema(description = "Language of the texts here (BCP 47).", examples = "en")
        String language) {
    static ReviewView of(Found found, PublishedProgram program, String language) {
        var definition = program.definition();
        var step = definition.require(found.step());
        return new ReviewView(
                found.enrollment(),
                found.client(),
                program.key(),
                program.version(),
                definition.title().in(language),
                found.state(),
                found.step(),
                found.round(),
                step.week(),
                step.type(),
                step.words().in(language),
                ProgramView.words(step.note(), language),
                found.plannedOn(),
                found.blockedBy(),
                language);
    }
}

/** A page of them, the longest due first. */
@Schema(description = "A page of reviews, by the day on which their week begins.")
record ReviewPage(
        List<ReviewView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}
