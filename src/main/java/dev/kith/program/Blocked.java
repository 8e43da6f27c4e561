package dev.kith.program;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the step that was left undone and for which another one waits: nothing that the client is still to do opens that one. Pure. */
final class Blocked {
    private Blocked() {}

    /** The code of that step; empty where what opens the gates may still come, or where nobody left anything undone. */
    static Optional<String> by(Course course, Judged waiting) {
        return waiting.gates().stream()
                .filter(gate -> !gate.open())
                .flatMap(gate -> by(course, gate).stream())
                .findFirst();
    }

    private static Optional<String> by(Course course, GateState gate) {
        return switch (Objects.requireNonNullElse(gate.why(), "")) {
            case "step-not-done" ->
                undone(course, row -> row.step.equals(gate.gate().step()));
            case "not-answered", "no-score" ->
                undone(
                        course,
                        row -> Objects.equals(row.workKey, gate.gate().questionnaire()) && !isLater(course, row));
            default -> Optional.empty();
        };
    }

    /** Empty while one of these is still to be done. */
    private static Optional<String> undone(Course course, Predicate<EnrollmentStep> which) {
        var asked = course.steps().stream().filter(which).toList();
        return asked.stream().anyMatch(row -> !row.state().isOver())
                ? Optional.empty()
                : asked.stream()
                        .filter(row -> row.state() == StepState.UNDONE)
                        .map(row -> row.step)
                        .findFirst();
    }

    /** The same questions may come again in a week that has not begun; nobody waits that long without being told. */
    private static boolean isLater(Course course, EnrollmentStep row) {
        return !row.state().isOver() && row.plannedOn.isAfter(course.today());
    }
}
