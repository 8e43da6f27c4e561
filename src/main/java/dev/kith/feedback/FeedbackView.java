package dev.kith.feedback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One message as the client and the care team see it. */
@Schema(description = "One message about a response or a log, and when the other side read it.")
public record FeedbackView(
        UUID id,
        UUID clientId,
        Subject about,
        Side from,

        @Schema(description = "Who wrote it for the care team; null when the client did.") @Nullable
        UUID memberId,

        @Schema(description = "The writer's name as it was then.", examples = "Kim Clinician")
        String signed,

        @Schema(description = "Null when it was taken back.") @Nullable
        String text,

        Instant givenAt,

        @Schema(description = "When the other side first said that it was read.") @Nullable
        Instant readAt,

        @Schema(description = "The client, or the member who read it first.") @Nullable
        UUID readBy,

        @Schema(description = "When its writer took it back, unread.") @Nullable
        Instant withdrawnAt) {

    static FeedbackView of(Feedback f) {
        return new FeedbackView(
                f.id,
                f.clientId,
                f.about(),
                f.from(),
                f.memberId,
                f.signed,
                f.withdrawnAt == null ? f.text : null,
                f.givenAt,
                f.readAt,
                f.readBy,
                f.withdrawnAt);
    }
}

/** A page of them. */
@Schema(description = "A page of messages: those of a thread as they were written, those of a client newest first.")
record FeedbackPage(
        List<FeedbackView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}
