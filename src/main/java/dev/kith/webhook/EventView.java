package dev.kith.webhook;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the feed says and a webhook carries: ids, a type and a time, never a word that somebody wrote, nor a value. */
@Schema(
        description =
                "Something became true. Ids only: read what it is about by its id, with your own rights. Types are an open list: ignore"
                        + " those that you do not know.")
record EventView(
        @Schema(
                description =
                        "Always the same for this event, also in webhook-id: an event may come twice, and this tells.")
        UUID id,

        @Schema(
                description =
                        "What it is about, and what happened: alert.raised, alert.escalated, alert.reassigned, alert.resolved,"
                                + " response.completed, response.amended, log.completed, task.missed, task.skipped,"
                                + " assignment.created, client.created, client.updated, care-team.changed, signal.raised,"
                                + " signal.ended, goal.rated, safety-plan.written and others.",
                examples = "alert.raised")
        String type,

        @Schema(description = "By the clock on the wall, also in a sandbox.")
        Instant at,

        @Schema(description = "Of what it is about: of the alert, where the type begins with alert.")
        UUID subjectId,

        @Schema(description = "The client whose record it is in; null where it is in none.") @Nullable
        UUID clientId) {}
