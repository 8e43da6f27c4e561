package dev.kith.assignment;

import dev.kith.exercise.PublishedExercise;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The gates of one client while something is done: asked for when the first exercise has some, and then remembered. */
final class ClientGates {
    private final Supplier<Set<String>> asked;
    private @Nullable Set<String> open;

    ClientGates(Supplier<Set<String>> asked) {
        this.asked = asked;
    }

    /** Those of this exercise that are closed, in its order. */
    List<String> closedOf(PublishedExercise exercise) {
        var gates = exercise.definition().gates();
        if (gates.isEmpty()) {
            return List.of();
        }
        var known = open == null ? asked.get() : open;
        open = known;
        return gates.stream()
                .map(gate -> gate.code())
                .filter(gate -> !known.contains(gate))
                .toList();
    }
}
