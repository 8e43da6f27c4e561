package dev.kith.ladder;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Ladders with all that belongs to them; three queries for any number of them. */
@ApplicationScoped
class WholeLadders {
    @Inject
    Rungs rungs;

    @Inject
    RungAttempts attempts;

    @Inject
    StepOverrides overrides;

    /** A ladder, its rungs, the tries on them and what clinicians said. */
    record WholeLadder(Ladder ladder, List<Rung> rungs, List<RungAttempt> tries, List<StepOverride> said) {
        /** Where the rule stands on it. */
        Climb climb() {
            return Climb.of(
                    rungs.stream().map(Rung::fact).toList(),
                    tries.stream().map(RungAttempt::fact).toList(),
                    said.stream().map(StepOverride::fact).toList());
        }
    }

    /** In the same order. */
    List<WholeLadder> of(List<Ladder> ladders) {
        if (ladders.isEmpty()) {
            return List.of();
        }
        var ids = ladders.stream().map(ladder -> ladder.id).toList();
        var theirRungs = rungs.of(ids).stream().collect(groupingBy(rung -> rung.ladderId));
        var theirTries = attempts.of(ids).stream().collect(groupingBy(attempt -> attempt.ladderId));
        var theirWords = overrides.of(ids).stream().collect(groupingBy(word -> word.ladderId));
        return ladders.stream()
                .map(ladder -> new WholeLadder(
                        ladder,
                        theirRungs.getOrDefault(ladder.id, List.of()),
                        theirTries.getOrDefault(ladder.id, List.of()),
                        theirWords.getOrDefault(ladder.id, List.of())))
                .toList();
    }
}
