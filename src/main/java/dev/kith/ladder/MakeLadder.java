package dev.kith.ladder;

import dev.kith.contract.Example;
import dev.kith.ladder.RebuildLadder.GivenRung;
import dev.kith.shape.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to make a ladder. */
@Schema(description = "Asks, each with the distress that it is predicted to bring.")
@Example("""
        {"exercise": "asking-ladder", "title": "At work", "rungs": [{"text": "Ask for the time", "predicted": 2}, {"text": "Ask to swap a shift", "predicted": 5}]}
        """)
record MakeLadder(
        @Schema(description = "An exercise that is done on a ladder.", examples = "asking-ladder")
        @NotBlank
        @Size(max = 64)
        String exercise,

        @Nullable @OneLine @Size(min = 1, max = 200) String title,

        @Schema(description = "In any order: they stand by predicted distress.")
        @NotNull
        @Valid
        @Size(min = 1, max = 20)
        List<@NotNull NewRung> rungs) {

    /** One of them. */
    @Schema(description = "An ask in the client's words; the care team reads it.")
    record NewRung(
            @NotBlank @Size(max = 300) String text,

            @Schema(description = "0 to 10.", examples = "3") @NotNull @Min(0) @Max(10)
            Integer predicted) {
        GivenRung given() {
            return new GivenRung(null, text, predicted);
        }
    }
}
