package dev.kith.program;

import dev.kith.client.ClientRecord;
import dev.kith.problem.ProblemException;
import dev.kith.program.ProgramDefinition.Step;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * An enrolment with all that belongs to it, while something is done about it.
 *
 * @param steps in the order of the program, each round after the one before
 * @param today where the client lives
 */
record Course(
        Enrollment enrollment,
        ClientRecord client,
        PublishedProgram program,
        List<EnrollmentStep> steps,
        LocalDate today) {

    ProgramDefinition definition() {
        return program.definition();
    }

    Step step(EnrollmentStep row) {
        return program.definition().require(row.step);
    }

    /** The latest round of a step. */
    Optional<EnrollmentStep> latest(String code) {
        return steps.stream()
                .filter(row -> row.step.equals(code))
                .max(Comparator.comparingInt((EnrollmentStep row) -> row.round));
    }

    /** The latest round of a step that is still to do; 404 for a step that is not of it, 409 when it is over. */
    EnrollmentStep requireToDo(String code) {
        var row = latest(code).orElseThrow(ProblemException::notFound);
        if (row.state().isOver()) {
            throw ProblemException.conflict("step-over", "The step is over: " + row.state + ".");
        }
        return row;
    }

    /** The same, or one whose time is over undone. */
    EnrollmentStep requireUnsettled(String code) {
        var row = latest(code).orElseThrow(ProblemException::notFound);
        return row.state() == StepState.UNDONE ? row : requireToDo(code);
    }

    /** The assignments of steps that are so. */
    List<UUID> work(Predicate<EnrollmentStep> which) {
        return steps.stream()
                .filter(which)
                .map(row -> row.assignmentId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Given to the client, or held back, and nothing of it has opened. */
    boolean isToCome(EnrollmentStep row) {
        return !row.state().isOver() && !row.hasBegun(today);
    }
}
