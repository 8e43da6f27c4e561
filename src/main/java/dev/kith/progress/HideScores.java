package dev.kith.progress;

import dev.kith.contract.Example;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose scores a client is not shown. */
@Schema(
        description =
                "All that the care team hides, in place of those before. What the client hides themself stays theirs.")
@Example("""
        {"hidden": ["phq-9"], "how": [{"questionnaire": "phq-9", "agreed": true}]}
        """)
record HideScores(
        @Schema(description = "Keys of questionnaires, each once.") @NotNull @Size(max = 100)
        List<@NotNull @Size(min = 1, max = 80) String> hidden,

        @Schema(
                description =
                        "How it was chosen, for any of those that are hidden, each once. Left out, or not named here: as it was noted before, and a"
                                + " client's question stays open.")
        @Nullable
        @Size(max = 100)
        List<@NotNull @Valid HowHidden> how) {

    List<HowHidden> howOrNone() {
        return how == null ? List.of() : how;
    }
}

/** How it was chosen that the scores of one questionnaire are hidden. */
@Schema(
        description =
                "How it was chosen. Where the client asks to see these scores, it is the answer: they stay hidden.")
record HowHidden(
        @Schema(description = "Key of one of those that are hidden.", examples = "phq-9")
        @NotNull
        @Size(min = 1, max = 80)
        String questionnaire,

        @Schema(
                description =
                        "Whether it was talked about with the client, who agreed; noted with the time and who says so.")
        @NotNull
        Boolean agreed,

        @Schema(description = "Why it is hidden all the same, for the care team alone; only where agreed is false.")
        @Nullable
        @Size(min = 1, max = 500)
        String reason) {}
