package dev.kith.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one event. Says nothing of what it is about, nor of what the endpoint answered beside its status. */
@Schema(description = "What became of one event for one webhook.")
record DeliveryView(
        @Schema(description = "Of the event, and webhook-id of each attempt.")
        UUID eventId,

        @Schema(examples = "alert.raised") String type,

        @Schema(
                description =
                        "waiting; sending; delivered; dead: given up after three days. Dead ones are replayed when somebody asks.",
                examples = "delivered")
        String state,

        int attempts,
        Instant queuedAt,
        @Nullable Instant lastAttemptAt,

        @Schema(description = "The status of the last answer; null: there was none.") @Nullable
        Integer lastStatus,

        @Schema(
                description =
                        "Why the last attempt failed: unknown-host, not-public, not-connected, no-answer, redirected, refused, gone,"
                                + " secret-lost. Null: it did not.",
                examples = "no-answer")
        @Nullable
        String lastFault,

        @Schema(
                description =
                        "When it is tried next at the earliest: a paused endpoint waits longer. Null: it is not tried any more.")
        @Nullable
        Instant nextAttemptAt,

        @Nullable Instant deliveredAt) {}

/** A page of them. */
@Schema(description = "What became of events, the newest event first.")
record DeliveryPage(List<DeliveryView> items, @Nullable String next) {}

/** A test that was put into line. */
@Schema(description = "A test event was put into line; see what becomes of it among the deliveries.")
record TestedView(
        @Schema(description = "Of the test event.") UUID eventId) {}

/** What was put into line again. */
@Schema(description = "Events were put into line again.")
record ReplayView(
        @Schema(description = "How many.") int queued,

        @Schema(description = "Not all were taken at once: ask again since then. Null: all were.") @Nullable
        Instant next) {}
