package dev.kith.goal;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a goal stands, as its client may see it. */
@Schema(
        description =
                "Where a goal stands, in the words that count now; read it for who wrote it, notes, and why it ended.")
public record GoalStanding(
        UUID id,
        GoalState state,

        @Schema(examples = "Tell my sister how my day really was")
        String title,

        GoalLevels levels,

        @Schema(description = "1 to 3.", examples = "2") int weight,

        @Schema(description = "The level on which the client was at the start, -2 to +2.", examples = "-1")
        int baseline,

        @Schema(description = "Which words these are: to be sent with a rating that was made offline.")
        int revision,

        @Schema(description = "When to look again.") LocalDate reviewOn,

        @Schema(description = "The client's last rating on these levels.", examples = "1") @Nullable
        Integer clientLevel,

        @Schema(description = "The care team's last rating on these levels.", examples = "0") @Nullable
        Integer clinicianLevel,

        @Schema(description = "Counts changes, ratings too: the number in its ETag.")
        int version) {

    static GoalStanding of(GoalView goal) {
        var client = goal.clientRating();
        var clinician = goal.clinicianRating();
        return new GoalStanding(
                goal.id(),
                goal.state(),
                goal.title(),
                goal.levels(),
                goal.weight(),
                goal.baseline(),
                goal.revision(),
                goal.reviewOn(),
                client == null ? null : client.level(),
                clinician == null ? null : clinician.level(),
                goal.version());
    }
}
