package dev.kith.ladder;

import dev.kith.ladder.AskingLadderStep.Said;
import dev.kith.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a client is on a ladder, and what the rule says there. */
final class Climb {
    private final List<Rung> live;
    private final Rung current;
    private final Said said;
    private final boolean overridden;

    private Climb(List<Rung> live, Rung current, Said said, boolean overridden) {
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
    static Climb of(List<Rung> all, List<RungAttempt> tries, List<StepOverride> words) {
        var live = LadderViews.live(all);
        var last = LadderViews.inTime(tries).reduce((one, next) -> next);
        var word = words.stream()
                .findFirst()
                .filter(newest ->
                        last.map(one -> newest.saidAt.isAfter(one.triedAt)).orElse(true));
        var on = word.map(newest -> newest.rungId).or(() -> last.map(one -> one.rungId));
        var current = on.flatMap(
                        id -> all.stream().filter(rung -> rung.id.equals(id)).findFirst())
                .map(rung -> nearest(live, rung))
                .orElse(live.get(0));
        var since = words.stream()
                .filter(one -> one.rungId.equals(current.id))
                .findFirst()
                .map(one -> one.saidAt);
        var counted = tries.stream()
                .filter(one -> one.rungId.equals(current.id))
                .filter(one -> isAfter(one, since.orElse(null)))
                .map(RungAttempt::tried)
                .toList();
        var top = live.get(live.size() - 1).id.equals(current.id);
        return new Climb(live, current, AskingLadderStep.after(counted, top), word.isPresent());
    }

    /** On a retired rung nobody stands any more: on the next lower one, or on the lowest. */
    private static Rung nearest(List<Rung> live, Rung rung) {
        if (rung.isLive()) {
            return rung;
        }
        return live.stream()
                .filter(one -> Rung.FROM_THE_BOTTOM.compare(one, rung) < 0)
                .reduce((one, next) -> next)
                .orElse(live.get(0));
    }

    /** Sent to a rung by a clinician, a client begins it anew. */
    private static boolean isAfter(RungAttempt attempt, @Nullable Instant word) {
        return word == null || !attempt.triedAt.isBefore(word);
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
                current.id,
                suggested().map(rung -> rung.id).orElse(null),
                overridden);
    }

    private Optional<Rung> suggested() {
        var at = live.indexOf(current);
        var to = switch (said.decision()) {
            case STEP_UP, COMPLETE -> at + 1;
            case STEP_BACK -> at - 1;
            case HOLD, NOT_ENOUGH -> at;
        };
        return to < 0 || to >= live.size() ? Optional.empty() : Optional.of(live.get(to));
    }
}
