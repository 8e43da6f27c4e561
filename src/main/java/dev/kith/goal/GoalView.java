package dev.kith.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A goal as client and care team read it. */
@Schema(description = "A goal, its five levels, and what each side saw last.")
record GoalView(
        UUID id,
        UUID clientId,
        GoalState state,

        @Schema(description = "Which words these are: one more whenever title, levels, weight or baseline change.")
        int revision,

        @Schema(examples = "Tell my sister how my day really was")
        String title,

        GoalLevels levels,
        @Schema(description = "1 to 3.", examples = "2") int weight,

        @Schema(description = "The level on which the client was at the start, -2 to +2.", examples = "-1")
        int baseline,

        @Schema(description = "When to look again.") LocalDate reviewOn,

        GoalAuthor author,
        @Schema(description = "The account that wrote it.") UUID madeBy,
        Instant madeAt,

        @Schema(description = "The account that agreed to it.") @Nullable
        UUID agreedBy,

        @Nullable Instant agreedAt,
        @Nullable UUID endedBy,
        @Nullable Instant endedAt,

        @Schema(description = "Why it ended.") @Nullable String reason,

        Instant changedAt,

        @Schema(description = "The client's last rating on the levels as they are now.") @Nullable
        GoalRatingView clientRating,

        @Schema(description = "The care team's last rating on the levels as they are now.") @Nullable
        GoalRatingView clinicianRating,

        @Schema(description = "Counts changes, ratings too: the number in its ETag.")
        int version) {

    static GoalView of(Goal g, GoalRevision words, List<GoalRating> latest) {
        return new GoalView(
                g.id,
                g.clientId,
                g.state(),
                words.revision,
                words.title,
                words.levels(),
                words.weight,
                words.baseline,
                g.reviewOn,
                GoalAuthor.of(g.author),
                g.madeBy,
                g.madeAt,
                g.agreedBy,
                g.agreedAt,
                g.endedBy,
                g.endedAt,
                g.reason,
                g.changedAt,
                by(GoalAuthor.CLIENT, latest),
                by(GoalAuthor.CLINICIAN, latest),
                g.version);
    }

    private static @Nullable GoalRatingView by(GoalAuthor author, List<GoalRating> latest) {
        return latest.stream()
                .filter(rating -> rating.author.equals(author.code()))
                .findFirst()
                .map(GoalRatingView::of)
                .orElse(null);
    }
}

/** A page of them. */
@Schema(description = "A page of goals, newest first.")
record GoalPage(
        List<GoalView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}

/** A rating. */
@Schema(description = "Where somebody saw the client on a goal, on the levels of the revision that it names.")
record GoalRatingView(
        UUID id,
        UUID goalId,
        int revision,
        @Schema(description = "-2 to +2.", examples = "1") int level,
        GoalAuthor author,
        Instant at,
        @Nullable String note,
        @Schema(description = "The account.") UUID toldBy,
        Instant toldAt) {
    static GoalRatingView of(GoalRating r) {
        return new GoalRatingView(
                r.id, r.goalId, r.revision, r.level, GoalAuthor.of(r.author), r.ratedAt, r.note, r.toldBy, r.toldAt);
    }
}

/** A page of them. */
@Schema(description = "A page of ratings, newest first.")
record GoalRatingPage(
        List<GoalRatingView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}

/** What a goal said. */
@Schema(description = "What a goal says, or said: ratings are read with the revision that they name.")
record GoalRevisionView(
        int revision,
        String title,
        GoalLevels levels,
        @Schema(examples = "2") int weight,
        @Schema(examples = "-1") int baseline,
        UUID writtenBy,
        Instant writtenAt) {
    static GoalRevisionView of(GoalRevision r) {
        return new GoalRevisionView(r.revision, r.title, r.levels(), r.weight, r.baseline, r.writtenBy, r.writtenAt);
    }
}

/** A page of them. */
@Schema(description = "A page of a goal's revisions, newest first.")
record GoalRevisionPage(
        List<GoalRevisionView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}
