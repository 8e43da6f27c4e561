package dev.kith.exercise;

import dev.kith.definition.Faults;
import dev.kith.definition.Pointers;
import dev.kith.exercise.ExerciseDefinition.Gate;
import dev.kith.tenancy.Practices;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * What is said about a gate is kept under its code, for all exercises of a practice, so that one code asks one thing. Exercises may share a gate, its question
 * and what opens it; only versions of one exercise may change what its gate asks. Retired ones count, for what was said to them stays said. Of the library's
 * gates {@link ShippedGates} knows.
 */
final class GatesOfOthers {
    private GatesOfOthers() {}

    /** @param published all that the practice sees */
    static void check(ExerciseDefinition definition, Collection<PublishedExercise> published, Faults faults) {
        for (var i = 0; i < definition.gates().size(); i++) {
            var gate = definition.gates().get(i);
            var at = Pointers.to("gates", i, "code");
            others(definition, published)
                    .filter(other -> isUnlike(other, gate))
                    .findFirst()
                    .ifPresent(other -> faults.add(
                            at,
                            "gate-of-another",
                            "%s (version %d) has a gate of this code that asks something else; ask the same, or take another code"
                                    .formatted(other.key(), other.version())));
        }
    }

    private static Stream<PublishedExercise> others(
            ExerciseDefinition definition, Collection<PublishedExercise> published) {
        return published.stream()
                .filter(other ->
                        !other.owner().equals(Practices.LIBRARY) && !other.key().equals(definition.key()));
    }

    private static boolean isUnlike(PublishedExercise other, Gate gate) {
        return other.definition().gates().stream()
                .anyMatch(known -> known.code().equals(gate.code()) && !known.asksAs(gate));
    }
}
