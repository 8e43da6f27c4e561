package dev.kith.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a gate stands for one step of one client.
 *
 * @param why a code; null when it is open
 * @param exerciseGate the code of the exercise's own gate; null for a gate of the program
 */
record GateState(
        ProgramGate gate,
        boolean open,
        @Nullable String why,
        @Nullable String exerciseGate) {
    static GateState of(ProgramGate gate, @Nullable String why) {
        return new GateState(gate, why == null, why, null);
    }

    /** What stands against giving it, beyond what the program says. */
    static GateState ofExercise(String why, @Nullable String gate) {
        var kind = new ProgramGate(GateKind.EXERCISE, null, null, null, null, List.of(), null, null, null, null);
        return new GateState(kind, false, why, gate);
    }
}
