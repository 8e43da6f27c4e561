package dev.kith.response;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire whose scores a client is not shown: the care team hides them, the client does, or both.
 *
 * @param byCareTeam what the care team chose, and what the client says of it; null where it hides nothing
 * @param ownSince since when the client would rather not see them; null where they did not choose so
 */
public record HiddenScore(
        String questionnaire,
        @Nullable ByCareTeam byCareTeam,
        @Nullable Instant ownSince) {

    /**
     * What the care team keeps for a talk.
     *
     * @param by the account that chose so
     * @param talk that it was talked about with the client; null where nobody said so
     * @param reason for the care team alone
     * @param askedAt since when the client asks to see them and waits for an answer
     * @param answeredAt when the care team said last that they stay hidden although the client asked
     * @param agreedAt since when the client says yes to it
     */
    public record ByCareTeam(
            Instant since,
            UUID by,
            @Nullable Talk talk,
            @Nullable String reason,
            @Nullable Instant askedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant agreedAt) {

        /** As the care team begins it. */
        public static ByCareTeam begun(Instant since, UUID by) {
            return new ByCareTeam(since, by, null, null, null, null, null);
        }
    }

    /**
     * A talk that the care team noted.
     *
     * @param at when it was noted
     * @param by the account that noted it
     */
    public record Talk(Instant at, UUID by) {}
}
