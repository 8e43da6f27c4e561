package dev.kith.safety;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A card as it is or was. */
@Schema(description = "A card of the practice's own, as it is or was, and who wrote it.")
record CrisisCardVersion(
        CrisisCard card,
        @Schema(description = "The account.") UUID writtenBy,
        Instant writtenAt) {}

/** A page of them. */
@Schema(description = "A page of a card's versions, newest first.")
record CrisisCardVersionPage(
        List<CrisisCardVersion> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}
