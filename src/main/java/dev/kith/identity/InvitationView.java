package dev.kith.identity;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An invitation, told once. */
@Schema(description = "A one-time code: hand it over by a way of your own, such as a link into your app.")
record InvitationView(
        UUID id,

        @Schema(description = "Told this once.", examples = "ki_AZrk5YnRcAC...")
        String code,

        @Schema(description = "The address that it signs in with.", examples = "client@willow.example")
        String email,

        @Schema(description = "Good until then, or until the next invitation.")
        Instant endsAt) {}
