package dev.kith.ladder;

import dev.kith.ladder.AskingLadderStep.Decision;
import dev.kith.ladder.AskingLadderStep.Said;
import dev.kith.ladder.LadderCourse.RungFact;
import dev.kith.ladder.LadderCourse.Stand;
import dev.kith.ladder.LadderCourse.TryFact;
import dev.kith.ladder.LadderCourse.WordFact;
import dev.kith.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a client is on a ladder, and what the rule says there. */
final class Climb {
    private final List<RungFact> live;
    private final RungFact current;
    private final Said said;
    private final boolean overridden;

    private Climb(List<RungFact> live, RungFact current, Said said, boolean overridden) {
        this.live = live;
        this.current = current;
        this.said = said;
        this.overridden = overridden;
    }

    /**
     * Made anew from what is there.
     *
     * @param all rungs, of which at least one is not retired
     * @param tries those that count
     * @param words newest first
     */
    static Climb of(List<RungFact> all, List<TryFact> tries, List<WordFact> words) {
        var live = all.stream()
                .filter(RungFact::live)
                .sorted(RungFact.FROM_THE_BOTTOM)
                .toList();
        var last = tries.stream().max(TryFact.IN_TIME);
        var word = words.stream()
                .findFirst()
                .filter(newest -> last.map(one -> newest.at().isAfter(one.at())).orElse(true));
        var on = word.map(WordFact::rung).or(() -> last.map(TryFact::rung));
        var current = on.flatMap(
                        id -> all.stream().filter(rung -> rung.id().equals(id)).findFirst())
                .map(rung -> nearest(live, rung))
                .orElse(live.get(0));
        var since = words.stream()
                .filter(one -> one.rung().equals(current.id()))
                .findFirst()
                .map(WordFact::at);
        var counted = tries.stream()
                .filter(one -> one.rung().equals(current.id()))
                .filter(one -> isAfter(one, since.orElse(null)))
                .map(TryFact::tried)
                .toList();
        return new Climb(live, current, AskingLadderStep.after(counted, isTop(live, current)), word.isPresent());
    }

    private static boolean isTop(List<RungFact> live, RungFact rung) {
        return live.get(live.size() - 1).id().equals(rung.id());
    }

    /** On a retired rung nobody stands any more: on the next lower one, or on the lowest. */
    private static RungFact nearest(List<RungFact> live, RungFact rung) {
        if (rung.live()) {
            return rung;
        }
        return live.stream()
                .filter(one -> RungFact.FROM_THE_BOTTOM.compare(one, rung) < 0)
                .reduce((one, next) -> next)
                .orElse(live.get(0));
    }

    /** Sent to a rung by a clinician, a client begins it anew. */
    private static boolean isAfter(TryFact attempt, @Nullable Instant word) {
        return word == null || !attempt.at().isBefore(word);
    }

    LadderStepView step(Words words) {
        return new LadderStepView(
                AskingLadderStep.RULE,
                AskingLadderStep.VERSION,
                said.decision().code(),
                said.because().code(),
                said.because().in(words),
                said.evidence().stream()
                        .map(one -> new EvidenceView(one.id(), one.at(), one.peak(), one.notDone(), one.stopRuleUsed()))
                        .toList(),
                current.id(),
                suggested().map(RungFact::id).orElse(null),
                overridden);
    }

    Stand stand(List<TryFact> tries, Words words) {
        return new Stand(
                live.size(),
                (int) live.stream().filter(rung -> isDone(rung, tries)).count(),
                current.id(),
                live.indexOf(current) + 1,
                AskingLadderStep.RULE,
                AskingLadderStep.VERSION,
                said.decision().code(),
                said.because().code(),
                said.because().in(words),
                overridden);
    }

    private boolean isDone(RungFact rung, List<TryFact> tries) {
        var on = tries.stream()
                .filter(one -> one.rung().equals(rung.id()))
                .map(TryFact::tried)
                .toList();
        var decision = AskingLadderStep.after(on, isTop(live, rung)).decision();
        return decision == Decision.STEP_UP || decision == Decision.COMPLETE;
    }

    private Optional<RungFact> suggested() {
        var at = live.indexOf(current);
        var to = switch (said.decision()) {
            case STEP_UP, COMPLETE -> at + 1;
            case STEP_BACK -> at - 1;
            case HOLD, NOT_ENOUGH -> at;
        };
        return to < 0 || to >= live.size() ? Optional.empty() : Optional.of(live.get(to));
    }
}
