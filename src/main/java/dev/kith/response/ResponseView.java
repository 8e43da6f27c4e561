package dev.kith.response;

import dev.kith.questionnaire.CriterionView;
import dev.kith.questionnaire.ScoreView;
import dev.kith.safety.CrisisCard;
import dev.kith.safety.ShownCard;
import dev.kith.security.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A response with its scores. */
@Schema(description = "A response, its scores, and what to show the client at once when an answer was critical.")
public record ResponseView(
        UUID id,
        ResponseState state,
        UUID clientId,
        @Nullable UUID taskId,

        @Schema(
                description =
                        "The response that was completed before under the id that this one was sent to: both are kept, for they say"
                                + " different things, and this one is in no series of scores. Null where there is none.")
        @Nullable
        UUID besideId,

        @Schema(examples = "phq-9") String questionnaire,

        @Schema(description = "The version that it was given on; render it with that one for ever.")
        int version,

        @Schema(description = "Must stand beside its scores; null when nothing must.") @Nullable
        String label,

        @Schema(description = "Must stand beside a rendering of its questions.")
        String attribution,

        @Schema(description = "1, and one more with each amendment.")
        int revision,

        Author author,

        @Schema(description = "The account or integration that sent it.")
        UUID enteredBy,

        Instant authoredAt,
        @Nullable Instant completedAt,
        @Schema(examples = "en") String language,

        @Schema(description = "By link id; what was left out is not there.")
        Map<String, Object> answers,

        @Schema(description = "Of the current revision; empty for a draft, and for the client where scoresHidden.")
        List<ScoreView> scores,

        @Schema(
                description =
                        "The client is not shown the scores of this questionnaire: the care team tells them in person, or the client chose not to see"
                                + " them. False for a draft.")
        boolean scoresHidden,

        @Schema(
                description =
                        "Answers of yes or no beside the scores; empty for a draft, and for clients: a rule that is met is no"
                                + " diagnosis, and is told by a person.")
        List<CriterionView> criteria,

        @Schema(
                description =
                        "Validity checks that showed; they doubt the answers and change no score. Empty for clients.")
        List<String> flags,

        @Schema(description = "Not null: show it at once.") @Nullable
        CrisisCard crisisCard) {

    /** As this caller may see it. */
    ResponseView seenBy(Caller caller) {
        return caller.isClient()
                ? new ResponseView(
                        id,
                        state,
                        clientId,
                        taskId,
                        besideId,
                        questionnaire,
                        version,
                        label,
                        attribution,
                        revision,
                        author,
                        enteredBy,
                        authoredAt,
                        completedAt,
                        language,
                        answers,
                        scoresHidden ? List.of() : scores,
                        scoresHidden,
                        List.of(),
                        List.of(),
                        crisisCard)
                : this;
    }
}

/** A page of them, newest first. */
@Schema(description = "A page of responses, newest first.")
record ResponsePage(
        List<ResponseView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}

/** The crisis cards that went out with one; there are few. */
@Schema(description = "All crisis cards that replies about a response carried, newest first.")
record ShownCardList(List<ShownCard> items, @Nullable String next) {}
