package dev.kith.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the feed. It has no end, so there is always a place to go on from. */
@Schema(description = "Events, oldest first. A page may be short, or empty, and have more behind it.")
record EventPage(
        List<EventView> items,

        @Schema(description = "Where to go on from: keep it, and send it as after the next time you ask. Never null.")
        String next,

        @Schema(description = "Whether there is more at once.")
        boolean more) {}
