package dev.kith.ladder;

import dev.kith.ladder.LadderCourse.RungFact;
import dev.kith.ladder.LadderCourse.TryFact;
import dev.kith.ladder.LadderStanding.Tries;
import dev.kith.ladder.WholeLadders.WholeLadder;
import dev.kith.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Ladders, for other rooms, in numbers and codes. Who may know of one is for them to ask, by its client. */
@ApplicationScoped
public class LadderDirectory {
    @Inject
    Ladders ladders;

    @Inject
    WholeLadders whole;

    /** All of a client, newest first; four queries at most, however many they are. */
    public List<LadderStanding> of(UUID client, Words words) {
        return whole.of(ladders.of(client)).stream()
                .map(one -> standing(one, words))
                .toList();
    }

    private static LadderStanding standing(WholeLadder whole, Words words) {
        var live = whole.rungs().stream()
                .map(Rung::fact)
                .filter(RungFact::live)
                .sorted(RungFact.FROM_THE_BOTTOM)
                .toList();
        var step = whole.climb().step(words);
        var ids = live.stream().map(RungFact::id).toList();
        var at = ids.indexOf(step.currentRung());
        return new LadderStanding(
                whole.ladder().id,
                whole.ladder().madeAt,
                step.rule(),
                step.version(),
                step.decision(),
                step.because(),
                step.text(),
                at + 1,
                live.size(),
                live.get(at).predicted(),
                whole.tries().stream()
                        .sorted(Comparator.comparing(RungAttempt::fact, TryFact.IN_TIME))
                        .map(one -> new Tries(
                                one.triedAt,
                                one.toldAt,
                                ids.indexOf(one.rungId) + 1,
                                one.fact().tried().notDone()))
                        .toList());
    }
}
