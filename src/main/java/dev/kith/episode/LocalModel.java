package dev.kith.episode;

import dev.kith.change.ExpectedResponse;
import dev.kith.change.NamedRule;
import dev.kith.response.ScoreLine.Measure;
import java.time.Instant;
import java.util.UUID;

/**
 * How scores of one kind went in closed episodes of the practice, or why nobody can say. Kept as it was made.
 *
 * @param rule by which it was made
 */
public record LocalModel(UUID id, Subject subject, Instant madeAt, NamedRule rule, ExpectedResponse expected) {

    /**
     * Of what: one scale by one kind of author, on versions that mean the same.
     *
     * @param version the first of these, which stays the first whatever is published later
     */
    public record Subject(Measure measure, int version) {}

    /** Whether somebody can be judged by it today. */
    boolean judges() {
        return expected.fitted().isPresent() && rule.equals(ExpectedResponse.RULE);
    }

    /** Whether another one, made of other episodes, says the same. */
    boolean saysAsMuchAs(LocalModel later) {
        return rule.equals(later.rule) && expected.isLike(later.expected);
    }
}
