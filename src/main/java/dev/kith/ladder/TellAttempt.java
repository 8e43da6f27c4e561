package dev.kith.ladder;

import dev.kith.contract.Example;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to tell of a try. */
@Schema(
        description =
                "A try of a rung: by its log, or by what it came to. Completed logs that name a rung are told of by themselves.")
@Example("""
        {"predicted": 4, "met": 3, "expectation": 70, "outcome": "asked-yes"}
        """)
record TellAttempt(
        @Schema(description = "A completed log of it; then nothing else is said but predicted.") @Nullable
        UUID logId,

        @Schema(description = "Distress predicted, 0 to 10; the rung's when left out.") @Nullable @Min(0) @Max(10)
        Integer predicted,

        @Schema(description = "The highest distress, 0 to 10; left out when it was not done.")
        @Nullable
        @Min(0)
        @Max(10)
        Integer met,

        @Schema(description = "How sure of a no, in percent.") @Nullable @Min(0) @Max(100)
        Integer expectation,

        @Schema(description = "What came of it, as the exercise names it.", examples = "asked-yes")
        @Nullable
        @Size(max = 64)
        String outcome,

        @Schema(description = "Whether a stop rule was used.") @Nullable
        Boolean stopRuleUsed,

        @Schema(description = "When, in the past; now when left out.") @Nullable
        Instant at) {}
