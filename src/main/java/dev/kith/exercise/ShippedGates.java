package dev.kith.exercise;

import dev.kith.exercise.ExerciseDefinition.Gate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The gates of the library by code. What is said about a gate is kept under its code, so that one code must ask one thing. */
final class ShippedGates {
    private ShippedGates() {}

    /** Read when somebody first asks. */
    private static final class Known {
        static final Map<String, Gate> BY_CODE = Exercises.shipped().stream()
                .flatMap(read -> read.definition().gates().stream())
                .collect(Collectors.toUnmodifiableMap(Gate::code, gate -> gate, (one, same) -> one));
    }

    /** The library's gate of this code where it is another than this one. */
    static Optional<Gate> unlike(Gate gate) {
        return Optional.ofNullable(Known.BY_CODE.get(gate.code())).filter(known -> !known.asksAs(gate));
    }
}
