package dev.kith.program;

import dev.kith.contract.Example;
import dev.kith.shape.OneLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent with a decision: why. */
@Schema(description = "Why; kept in the history. Of a pause, the client and the care team see it.")
@Example("""
        {"reason": "Two weeks of holiday"}
        """)
record SayWhy(
        @Schema(description = "In a few words.", examples = "Two weeks of holiday")
        @NotNull
        @Size(min = 1, max = 500)
        @OneLine
        String reason) {}

/** What is sent to move an enrolment. */
@Schema(description = "The day on which it would have begun, for all that has not opened.")
@Example("""
        {"startsOn": "2026-12-08", "reason": "Begins after the holidays"}
        """)
record MoveEnrollment(
        @Schema(examples = "2026-12-08") @NotNull LocalDate startsOn,

        @Schema(description = "In a few words.") @NotNull @Size(min = 1, max = 500) @OneLine
        String reason) {}

/** What is sent to open a step. */
@Schema(description = "A clinician's word that a step may be given, whatever its gates say.")
@Example("""
        {"reason": "We did it together in the session", "opensGates": ["safe-person"]}
        """)
record OpenStep(
        @Schema(description = "In a few words.") @NotNull @Size(min = 1, max = 500) @OneLine
        String reason,

        @Schema(description = "Gates of the exercise itself that the same word opens.", examples = "[\"safe-person\"]")
        @Nullable
        @Size(max = 8)
        List<@NotNull @Size(max = 64) String> opensGates) {
    List<String> opened() {
        return Objects.requireNonNullElse(opensGates, List.of());
    }
}

/** What is sent when a review or a referral is done. */
@Schema(description = "What came of it; for the clinicians.")
@Example("""
        {"note": "First rung chosen together"}
        """)
record FinishStep(
        @Schema(description = "For the clinicians.") @Nullable @Size(max = 2000)
        String note) {}
