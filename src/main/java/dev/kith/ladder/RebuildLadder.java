package dev.kith.ladder;

import dev.kith.contract.Example;
import dev.kith.shape.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to rebuild a ladder. */
@Schema(description = "The ladder as it should be. A rung that is left out is retired; its tries stay.")
@Example("""
        {"title": "At work", "rungs": [{"text": "Ask for the time", "predicted": 1}, {"text": "Ask for a lift home", "predicted": 4}]}
        """)
record RebuildLadder(
        @Nullable @OneLine @Size(min = 1, max = 200) String title,

        @Schema(description = "In any order: they stand by predicted distress.")
        @NotNull
        @Valid
        @Size(min = 1, max = 20)
        List<@NotNull GivenRung> rungs) {

    /** One of them, there already or new. */
    @Schema(description = "An ask: with its id when it is there already. What was tried keeps its text.")
    record GivenRung(
            @Schema(description = "Left out for a new one.") @Nullable
            UUID id,

            @NotBlank @Size(max = 300) String text,

            @Schema(description = "0 to 10.", examples = "3") @NotNull @Min(0) @Max(10)
            Integer predicted) {}
}
