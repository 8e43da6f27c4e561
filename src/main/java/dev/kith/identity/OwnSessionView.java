package dev.kith.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session as its owner sees it. */
@Schema(description = "One sign-in on one device.")
record OwnSessionView(
        UUID id,

        @Schema(description = "The User-Agent that signed in.") @Nullable
        String agent,

        @Schema(description = "The network address that signed in.") @Nullable
        String address,

        Instant startedAt,
        Instant refreshedAt,
        Instant endsAt,

        @Schema(description = "The session of this request.")
        boolean current) {

    static OwnSessionView of(SignInSession s, boolean current) {
        return new OwnSessionView(s.id, s.agent, s.address, s.startedAt, s.refreshedAt, s.endsAt, current);
    }
}

/** One's sessions, newest first. */
@Schema(description = "Own open sessions, newest first.")
record OwnSessions(List<OwnSessionView> items) {}
