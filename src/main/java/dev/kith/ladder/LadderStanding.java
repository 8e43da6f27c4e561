package dev.kith.ladder;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where a client is on a ladder, and what the rule says there.
 *
 * @param decision step-up, hold, step-back, complete or not-enough
 * @param because why, as a code
 * @param text why, in a sentence
 * @param rung on which the client is, counted from 1 at the bottom
 * @param rungs how many there are
 * @param predicted distress of that rung, 0 to 10
 * @param tries that count, in time
 */
public record LadderStanding(
        UUID id,
        Instant madeAt,
        String rule,
        int ruleVersion,
        String decision,
        String because,
        String text,
        int rung,
        int rungs,
        int predicted,
        List<Tries> tries) {

    /**
     * One try.
     *
     * @param heardAt when we were told of it, or of what was corrected
     * @param rung counted from 1 at the bottom; 0 when that rung is no longer on the ladder
     */
    public record Tries(Instant at, Instant heardAt, int rung, boolean notDone) {}
}
