package dev.kith.response;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One score in time, with what it is a score of.
 *
 * @param version of the questionnaire that it was given on
 * @param at when it was given
 * @param value null when it does not count
 * @param reason why it does not count
 * @param band code of the band; null where the scale has none there
 * @param heardAt when it was complete with us, which offline is later; of the first and the last of a long past, when it was given
 */
public record ScoreLine(
        UUID clientId,
        Measure measure,
        int version,
        Instant at,
        @Nullable BigDecimal value,
        @Nullable String reason,
        @Nullable String band,
        UUID responseId,
        Instant heardAt) {

    /**
     * What is measured, by whose word.
     *
     * @param owner the practice that wrote the questionnaire, or the library
     * @param author client, clinician or informant: never mixed
     */
    public record Measure(UUID owner, String questionnaire, String scale, String author) {}
}
