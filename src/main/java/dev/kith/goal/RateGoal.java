package dev.kith.goal;

import dev.kith.contract.Example;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to rate a goal. */
@Schema(description = "The level that fits best, as the sender sees it.")
@Example("""
        {"level": 1}
        """)
record RateGoal(
        @Schema(description = "-2 to +2.", examples = "1") @NotNull @Min(-2) @Max(2)
        Integer level,

        @Schema(
                description = "The revision whose levels were looked at; the current one when left out.",
                examples = "1")
        @Nullable
        @Min(1)
        @Max(10_000)
        Integer revision,

        @Schema(description = "When, in the past; now when left out.") @Nullable
        Instant at,

        @Schema(description = "Client and care team read it.") @Nullable @Size(min = 1, max = 1000)
        String note) {}
