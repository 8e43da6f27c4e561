package dev.kith.ladder;

import static java.util.stream.Collectors.groupingBy;

import dev.kith.ladder.LadderCourse.RungFact;
import dev.kith.ladder.LadderCourse.TryFact;
import dev.kith.ladder.LadderStanding.Tries;
import dev.kith.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Ladders, for other rooms, in numbers and codes. Who may know of one is for them to ask, by its client. */
@ApplicationScoped
public class LadderDirectory {
    @Inject
    Ladders ladders;

    @Inject
    Rungs rungs;

    @Inject
    RungAttempts attempts;

    @Inject
    StepOverrides overrides;

    /** All of a client, newest first; four queries at most, however many they are. */
    public List<LadderStanding> of(UUID client, Words words) {
        var found = ladders.of(client);
        if (found.isEmpty()) {
            return List.of();
        }
        var ids = found.stream().map(ladder -> ladder.id).toList();
        var theirRungs = rungs.of(ids).stream().collect(groupingBy(rung -> rung.ladderId));
        var theirTries = attempts.of(ids).stream().collect(groupingBy(attempt -> attempt.ladderId));
        var theirWords = overrides.of(ids).stream().collect(groupingBy(word -> word.ladderId));
        return found.stream()
                .map(ladder -> standing(
                        ladder,
                        theirRungs.getOrDefault(ladder.id, List.of()),
                        theirTries.getOrDefault(ladder.id, List.of()),
                        theirWords.getOrDefault(ladder.id, List.of()),
                        words))
                .toList();
    }

    private static LadderStanding standing(
            Ladder ladder, List<Rung> all, List<RungAttempt> tries, List<StepOverride> said, Words words) {
        var live = all.stream()
                .map(Rung::fact)
                .filter(RungFact::live)
                .sorted(RungFact.FROM_THE_BOTTOM)
                .toList();
        var step = Climb.of(
                        all.stream().map(Rung::fact).toList(),
                        tries.stream().map(RungAttempt::fact).toList(),
                        said.stream().map(StepOverride::fact).toList())
                .step(words);
        var ids = live.stream().map(RungFact::id).toList();
        var at = ids.indexOf(step.currentRung());
        return new LadderStanding(
                ladder.id,
                ladder.madeAt,
                step.rule(),
                step.version(),
                step.decision(),
                step.because(),
                step.text(),
                at + 1,
                live.size(),
                live.get(at).predicted(),
                tries.stream()
                        .map(RungAttempt::fact)
                        .sorted(TryFact.IN_TIME)
                        .map(one -> new Tries(
                                one.at(),
                                ids.indexOf(one.rung()) + 1,
                                one.tried().notDone()))
                        .toList());
    }
}
