package dev.kith.formulation;

import dev.kith.formulation.OriginsParts.WordsSharing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A revision of what a client says of where the pattern comes from. */
@Schema(description = "What a client says of where the pattern comes from, as it is or was.")
record OriginsView(
        UUID clientId,

        @Schema(description = "One more with each save; 0: the client has written nothing yet.")
        int revision,

        @Schema(description = "The version of the checklist that its tags were chosen from.", examples = "1")
        int checklist,

        @Schema(description = "Codes of origins.", examples = "[\"parentified\"]")
        List<String> tags,

        @Schema(description = "Null where there are none.") @Nullable
        OriginsWordsView words,

        @Schema(description = "Null at revision 0.") @Nullable
        Instant writtenAt) {

    /** The client's own words, as far as the reader may read them. */
    @Schema(description = "The client's own words.")
    record OriginsWordsView(
            @Schema(description = "Null for a reader whom the client does not let read them.") @Nullable
            String text,

            WordsSharing sharing) {}

    static OriginsView none(UUID client, int checklist) {
        return new OriginsView(client, 0, checklist, List.of(), null, null);
    }

    /** Names the client too: on a phone that two people use, the copy that one left there is never taken for the other's. */
    String tag() {
        return revision + "." + clientId;
    }
}

/** A page of them. */
@Schema(description = "A page of what a client said of their origins, newest first.")
record OriginsPage(
        List<OriginsView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}
