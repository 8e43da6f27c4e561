package dev.kith.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook as those see it who set it up. */
@Schema(description = "Where events are sent, which, and how that goes.")
record WebhookView(
        UUID id,
        String url,

        @Schema(description = "Null: all events.") @Nullable List<String> events,

        @Nullable String description,

        @Schema(description = "enabled or disabled.", examples = "enabled")
        String state,

        @Schema(
                description = "asked: somebody disabled it. gone: it answered 410. Null while it is enabled.",
                examples = "gone")
        @Nullable
        String disabledBecause,

        WebhookHealth health,

        @Schema(description = "Until then the secret before this one signs too.") @Nullable
        Instant previousSecretUntil,

        Instant createdAt,
        Instant changedAt,
        int version) {

    static WebhookView of(Webhooks.Known known, Instant now) {
        var webhook = known.webhook();
        var patterns = webhook.events();
        var until = known.previousUntil();
        return new WebhookView(
                webhook.id(),
                webhook.url(),
                patterns == null ? null : EventTypes.ofSql(patterns.toArray()),
                webhook.description(),
                webhook.state(),
                webhook.disabledBecause(),
                WebhookHealth.of(known),
                until == null || until.isBefore(now) ? null : until,
                webhook.createdAt(),
                webhook.changedAt(),
                webhook.version());
    }
}

/** How an endpoint fares. */
@Schema(description = "How the endpoint fares.")
record WebhookHealth(
        @Schema(
                description =
                        "well; failing: the last tries failed; paused: after five failures in a row it is tried once now and then,"
                                + " every quarter of an hour at least.",
                examples = "well")
        String state,

        int consecutiveFailures,
        @Nullable Instant failingSince,
        @Nullable Instant pausedUntil,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant lastFailureAt,

        @Schema(description = "The status that it answered last; null: it did not.") @Nullable
        Integer lastStatus,

        @Schema(
                description =
                        "Why the last try failed: unknown-host, not-public, not-connected, no-answer, redirected, refused, gone,"
                                + " secret-lost (make a new secret: the service's own key was changed). Null: it did not.",
                examples = "no-answer")
        @Nullable
        String lastFault,

        @Schema(description = "Events that are still tried.")
        int waiting,

        @Schema(description = "Events that were given up; replay them.")
        int dead) {

    static WebhookHealth of(Webhooks.Known known) {
        var standing = known.standing();
        var fault = standing.lastFault();
        return new WebhookHealth(
                state(standing),
                standing.failures(),
                standing.failingSince(),
                standing.pausedUntil(),
                standing.lastSuccessAt(),
                standing.lastFailureAt(),
                standing.lastStatus(),
                fault == null ? null : fault.code(),
                known.waiting(),
                known.dead());
    }

    private static String state(Standing standing) {
        if (standing.isBroken()) {
            return "paused";
        }
        return standing.failures() > 0 ? "failing" : "well";
    }
}

/** All of them; there are few. */
@Schema(description = "The practice's webhooks, those that are disabled too.")
record WebhookList(List<WebhookView> items) {}

/** A new one, with its secret. */
@Schema(description = "A new webhook. Its secret is told this once.")
record NewWebhookView(
        UUID id,
        String url,

        @Schema(description = "Null: all events.") @Nullable List<String> events,

        @Nullable String description,

        @Schema(
                description = "Told this once: whsec_ and 32 bytes in Base64, as Standard Webhooks has it.",
                examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
        String secret,

        int version) {}

/** A new secret. */
@Schema(description = "A new secret. It is told this once.")
record NewWebhookSecret(
        @Schema(description = "Told this once.", examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
        String secret,

        @Schema(description = "Until then the one before signs too.")
        Instant previousSecretUntil) {}
