package dev.kith.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Broken glass, as its breaker and the admins see it. */
@Schema(description = "A record that was opened by somebody who does not care for the client.")
record BrokenGlassView(
        UUID id,
        UUID clientId,
        UUID memberId,
        String reason,
        Instant openedAt,

        @Schema(description = "From then on the record is closed to them again.")
        Instant closesAt) {

    static BrokenGlassView of(BrokenGlass g) {
        return new BrokenGlassView(g.id, g.clientId, g.memberId, g.reason, g.openedAt, g.closesAt);
    }
}

/** A page of them. */
@Schema(description = "A page of broken glass, newest first.")
record BrokenGlassPage(
        List<BrokenGlassView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}
