package dev.kith.ladder;

import dev.kith.words.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a client stands on a ladder and what the rule says there, for rooms that read the rows themselves. Made of numbers and codes alone: the
 * words of the asks stay here.
 */
public final class LadderCourse {
    private LadderCourse() {}

    /**
     * A rung.
     *
     * @param predicted distress, 0 to 10
     * @param position as it was given, among those of one distress
     * @param live false once it was retired
     */
    public record RungFact(UUID id, int predicted, int position, boolean live) {
        /** From the bottom: by what is predicted; where that is equal, as they were given. */
        static final Comparator<RungFact> FROM_THE_BOTTOM = Comparator.comparingInt(RungFact::predicted)
                .thenComparingInt(RungFact::position)
                .thenComparing(RungFact::id);
    }

    /**
     * A try; of the revisions of one log, the newest only.
     *
     * @param met the highest distress; null when nobody said
     * @param outcome code of what came of it
     */
    public record TryFact(
            UUID id, UUID rung, Instant at, @Nullable Integer met, String outcome, boolean stopRuleUsed) {
        static final Comparator<TryFact> IN_TIME =
                Comparator.comparing(TryFact::at).thenComparing(TryFact::id);

        Tried tried() {
            return new Tried(id, at, met, outcome.equals(Tried.NOT_DONE), stopRuleUsed);
        }
    }

    /** A clinician's word that a client goes on at this rung. */
    public record WordFact(UUID rung, Instant at) {}

    /**
     * Where a client stands.
     *
     * @param rungs that are not retired
     * @param done of these, on which the rule says to step up, or that the ladder is complete
     * @param currentNumber of the rung that the client is on, counted from the bottom, from 1
     * @param decision of the rule there, as a code
     * @param because as a code
     * @param text because in a sentence
     * @param overridden whether a clinician's word after the last try chose the rung
     */
    public record Stand(
            int rungs,
            int done,
            UUID current,
            int currentNumber,
            String rule,
            int ruleVersion,
            String decision,
            String because,
            String text,
            boolean overridden) {}

    /**
     * Of one ladder.
     *
     * @param rungs at least one of which is not retired
     * @param tries in any order
     * @param words in any order
     * @param wanted an Accept-Language value
     */
    public static Stand of(List<RungFact> rungs, List<TryFact> tries, List<WordFact> words, @Nullable String wanted) {
        var newestFirst = words.stream()
                .sorted(Comparator.comparing(WordFact::at).reversed())
                .toList();
        return Climb.of(rungs, tries, newestFirst).stand(tries, Words.in(wanted));
    }
}
