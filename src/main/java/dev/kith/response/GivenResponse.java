package dev.kith.response;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complete response as it stands, for data that leaves the practice's screens. Without anybody's own words.
 *
 * @param at when it was given
 * @param author client, clinician or informant
 * @param state completed or amended
 * @param revision 1 as it was first given, one more with each amendment
 * @param answers by linkId, in the order of the questionnaire: a number, true or false, a code, date or time; a list where many may be chosen
 * @param scores of this revision, by the name of the scale
 */
public record GivenResponse(
        UUID responseId,
        UUID clientId,
        Instant at,
        String questionnaire,
        int version,
        String author,
        String state,
        int revision,
        Map<String, Object> answers,
        List<GivenScore> scores) {

    /**
     * One of its scores.
     *
     * @param value null when it does not count
     * @param reason why it does not count
     * @param band code of the band; null where the scale has none there
     */
    public record GivenScore(
            String scale,
            @Nullable BigDecimal value,
            @Nullable String reason,
            @Nullable String band) {}
}
