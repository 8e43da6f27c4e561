package dev.kith.progress;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.response.HiddenScore;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A questionnaire whose scores a client is not shown. */
@Schema(description = "A questionnaire whose scores the client is not shown, who chose so and how; never a score.")
record HiddenScoreView(
        @Schema(examples = "phq-9") String questionnaire,
        HiddenBy by,
        HiddenStanding standing,

        @Schema(description = "Since when one of the two sides has it so.")
        Instant since,

        @Schema(description = "When the care team noted that it was talked about; null where it did not.") @Nullable
        Instant talkedAt,

        @Schema(description = "Since when the client says yes to what the care team hides; null where they do not.")
        @Nullable
        Instant agreedAt,

        @Schema(description = "Since when the client asks to see them and waits for an answer; null where they do not.")
        @Nullable
        Instant askedAt,

        @Schema(
                description =
                        "When the care team last answered a question of the client that they stay hidden; null where it did not.")
        @Nullable
        Instant answeredAt,

        @Schema(
                description =
                        "The account of the care team that hid them; null for clients, and where the client alone did.")
        @Nullable
        UUID hiddenBy,

        @Schema(description = "The account that noted the talk; null for clients.") @Nullable
        UUID talkedBy,

        @Schema(description = "Why they are hidden without agreement; null for clients.") @Nullable
        String reason) {

    /** Who chose so. */
    @Schema(description = "clinician: the care team. client: the client alone. both: each of them.")
    enum HiddenBy {
        @JsonProperty("clinician")
        CLINICIAN,
        @JsonProperty("client")
        CLIENT,
        @JsonProperty("both")
        BOTH
    }

    /** How the two sides stand to it. */
    @Schema(
            description =
                    "own: the client's choice alone. told: the care team hides them, and no more was said. talked: the care team notes that it was talked"
                            + " about and agreed; the client has not said so themself, or no more. together: the client says yes themself. asked: the client asks to see them and waits. kept: they"
                            + " asked, and the care team answered that it keeps them for a talk.")
    enum HiddenStanding {
        @JsonProperty("own")
        OWN,
        @JsonProperty("told")
        TOLD,
        @JsonProperty("talked")
        TALKED,
        @JsonProperty("together")
        TOGETHER,
        @JsonProperty("asked")
        ASKED,
        @JsonProperty("kept")
        KEPT
    }

    static HiddenScoreView forCareTeam(HiddenScore score) {
        return of(score, true);
    }

    /** Without who of the care team, and without their reason. */
    static HiddenScoreView forClient(HiddenScore score) {
        return of(score, false);
    }

    private static HiddenScoreView of(HiddenScore score, boolean toCareTeam) {
        var team = score.byCareTeam();
        if (team == null) {
            return new HiddenScoreView(
                    score.questionnaire(),
                    HiddenBy.CLIENT,
                    HiddenStanding.OWN,
                    Objects.requireNonNull(score.ownSince()),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
        var talk = team.talk();
        return new HiddenScoreView(
                score.questionnaire(),
                score.ownSince() == null ? HiddenBy.CLINICIAN : HiddenBy.BOTH,
                standing(team),
                Stream.of(team.since(), score.ownSince())
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElseThrow(),
                talk == null ? null : talk.at(),
                team.agreedAt(),
                team.askedAt(),
                team.answeredAt(),
                toCareTeam ? team.by() : null,
                toCareTeam && talk != null ? talk.by() : null,
                toCareTeam ? team.reason() : null);
    }

    private static HiddenStanding standing(HiddenScore.ByCareTeam team) {
        if (team.askedAt() != null) {
            return HiddenStanding.ASKED;
        }
        if (team.agreedAt() != null) {
            return HiddenStanding.TOGETHER;
        }
        if (team.talk() != null) {
            return HiddenStanding.TALKED;
        }
        return team.answeredAt() == null ? HiddenStanding.TOLD : HiddenStanding.KEPT;
    }
}
