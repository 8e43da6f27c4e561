package dev.kith.response;

import dev.kith.scoring.AlertRule;
import dev.kith.security.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A response was completed, amended, or drafted with an answer that a rule watches; or that answer was sent and not kept, and this is
 * the response that stands. Fired in the same transaction. What a
 * listener cannot store takes the answer back with it.
 *
 * @param revision 1 when it was completed, more when it was amended; 0 of a draft, and of what was not kept
 * @param followed a program of the client may hear of it; false where it is known that none runs
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
        boolean followed,
        List<FiredRule> fired) {

    /**
     * One rule that was met.
     *
     * @param linkId the item that it looked at; null when it looked at more than one, or at scores
     * @param critical someone must act now; else someone should know
     * @param evidence stands for the answers that it looked at, the same for the same; null when a draft says what the one before did
     * @param anew the draft before did not say so; false of what is not kept, which may have been told before
     * @param sentTo where one draft stands for all that was sent on a day: what this was sent to; else null
     */
    public record FiredRule(
            String rule,
            @Nullable String linkId,
            boolean critical,
            @Nullable String evidence,
            boolean anew,
            @Nullable UUID sentTo) {

        static FiredRule anew(AlertRule rule, String evidence) {
            return of(rule, evidence, true, null);
        }

        static FiredRule again(AlertRule rule) {
            return of(rule, null, false, null);
        }

        static FiredRule heard(AlertRule rule, String evidence) {
            return of(rule, evidence, false, null);
        }

        static FiredRule heardOf(AlertRule rule, String evidence, UUID sentTo) {
            return of(rule, evidence, false, sentTo);
        }

        private static FiredRule of(AlertRule rule, @Nullable String evidence, boolean anew, @Nullable UUID sentTo) {
            var critical = rule.severity() == AlertRule.Severity.CRITICAL;
            return new FiredRule(rule.key(), rule.item(), critical, evidence, anew, sentTo);
        }
    }
}
