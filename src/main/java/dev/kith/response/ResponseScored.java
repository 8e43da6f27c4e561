package dev.kith.response;

import dev.kith.security.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A response was completed, amended, or drafted with an answer that a rule watches; fired in the same transaction. What a
 * listener cannot store takes the answer back with it.
 *
 * @param revision 1 when it was completed, more when it was amended; 0 of a draft
 * @param fired the rules that the raw answers met
 */
public record ResponseScored(
        Caller by,
        UUID responseId,
        UUID clientId,
        @Nullable UUID taskId,
        String questionnaire,
        int version,
        int revision,
        List<FiredRule> fired) {

    /**
     * One rule that was met.
     *
     * @param linkId the item that it looked at; null when it looked at more than one, or at scores
     * @param critical someone must act now; else someone should know
     */
    public record FiredRule(String rule, @Nullable String linkId, boolean critical) {}
}
