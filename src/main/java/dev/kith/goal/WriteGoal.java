package dev.kith.goal;

import dev.kith.contract.Example;
import dev.kith.shape.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to write a goal. */
@Schema(
        description =
                "A goal with its five levels. It should depend on what the client does, not on what others decide.")
@Example("""
        {"title": "Tell my sister how my day really was", "levels": {"muchLess": "I tell nobody", "less": "Once a month",
         "expected": "Once a week", "more": "Twice a week", "muchMore": "Most days"}, "weight": 2, "baseline": -1}
        """)
record WriteGoal(
        @NotNull @OneLine @Size(max = 200) String title,

        @NotNull @Valid GoalLevels levels,

        @Schema(description = "1 nice to have, 2 important, 3 very important to the client.", examples = "2")
        @NotNull
        @Min(1)
        @Max(3)
        Integer weight,

        @Schema(description = "The level on which the client is now.", examples = "-1") @NotNull @Min(-2) @Max(2)
        Integer baseline,

        @Schema(description = "When to look again, from today to two years ahead; in four weeks when left out.")
        @Nullable
        LocalDate reviewOn) {}
