package dev.kith.formulation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.contract.Example;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client says of where the pattern comes from. */
@Schema(
        description =
                "All of your entry, in place of what was. Your care team sees which origins you chose; of your own words what you let them read.")
@Example("""
        {"tags": ["parentified", "culture-of-individualism"],
         "words": {"text": "I was the one who kept things going at home.", "sharing": "share-at-session"}}
        """)
record OriginsParts(
        @Schema(description = "Codes of origins in the checklist, each once; none is an answer too.")
        @NotNull
        @Size(max = 100)
        List<@NotNull @Size(max = 80) String> tags,

        @Schema(description = "In your own words; null for none.") @Nullable @Valid
        OriginsWords words) {

    static final OriginsParts NONE = new OriginsParts(List.of(), null);

    /** A client's own words. */
    @Schema(description = "Your own words, and who may read them.")
    record OriginsWords(
            @NotBlank @Size(max = 8000) String text,

            @Schema(description = "Left out: private.") @Nullable
            WordsSharing sharing) {

        WordsSharing chosen() {
            return Objects.requireNonNullElse(sharing, WordsSharing.PRIVATE);
        }
    }

    /** The client's choice. */
    @Schema(
            description =
                    "private: you alone. share-at-session: your care team, once an appointment has begun of which was told before it began, and after your"
                            + " words and your choice had reached us. shared: your care team. Practice software never reads them.")
    enum WordsSharing {
        @JsonProperty("private")
        PRIVATE,
        @JsonProperty("share-at-session")
        SHARE_AT_SESSION,
        @JsonProperty("shared")
        SHARED
    }

    /** With each choice said. */
    OriginsParts said() {
        return words == null ? this : new OriginsParts(tags, new OriginsWords(words.text(), words.chosen()));
    }

    /** The same words, read by others than before; as it is where there are none. */
    OriginsParts shared(WordsSharing sharing) {
        return words == null ? this : new OriginsParts(tags, new OriginsWords(words.text(), sharing));
    }
}
