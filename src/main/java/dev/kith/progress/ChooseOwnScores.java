package dev.kith.progress;

import dev.kith.contract.Example;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client says of the scores that they see. */
@Schema(description = "All that the client says, in place of what they said before.")
@Example("""
        {"hidden": ["gad-7"]}
        """)
record ChooseOwnScores(
        @Schema(description = "Keys of questionnaires whose scores the client would rather not see, each once.")
        @NotNull
        @Size(max = 100)
        List<@NotNull @Size(min = 1, max = 80) String> hidden,

        @Schema(
                description =
                        "Keys of questionnaires that the care team hides and the client asks to see, each once; it shows nothing yet. One that was answered"
                                + " is asked for anew when it is named again. Left out: none.")
        @Nullable
        @Size(max = 100)
        List<@NotNull @Size(min = 1, max = 80) String> asked,

        @Schema(
                description =
                        "Keys of questionnaires that the care team hides and the client says yes to, each once. Left out: none.")
        @Nullable
        @Size(max = 100)
        List<@NotNull @Size(min = 1, max = 80) String> agreed) {

    List<String> askedOrNone() {
        return asked == null ? List.of() : asked;
    }

    List<String> agreedOrNone() {
        return agreed == null ? List.of() : agreed;
    }
}
