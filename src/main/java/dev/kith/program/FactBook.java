package dev.kith.program;

import dev.kith.assignment.ProgramChoice;
import dev.kith.response.LatestAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gathers what the gates of an enrolment look at: three statements, however many gates there are; one more where a gate that can still close looks at signals,
 * and one where exercises with gates were given.
 */
@ApplicationScoped
class FactBook {
    @Inject
    LatestAnswers answers;

    @Inject
    StandingSignals signals;

    @Inject
    ProgramChoice choice;

    Facts of(Enrollment enrollment, ProgramDefinition program, List<EnrollmentStep> rows) throws SQLException {
        var settled = rows.stream()
                .filter(row -> row.state() == StepState.DONE || row.state() == StepState.SKIPPED)
                .map(row -> row.step)
                .collect(Collectors.toSet());
        var allowance = choice.allowanceOf(enrollment.clientId);
        return new Facts(
                settled,
                enrollment.concernAt != null,
                answers.of(enrollment.clientId, questionnaires(program)),
                since(enrollment),
                looksAtSignals(program, rows) ? signals.reliablyWorse(enrollment.clientId) : List.of(),
                allowance,
                choice.closedOf(given(rows), allowance));
    }

    /** Of which the answers are looked at. */
    private static Set<String> questionnaires(ProgramDefinition program) {
        return Stream.concat(program.gates().stream(), program.steps().stream().flatMap(step -> step.gates().stream()))
                .filter(gate -> gate.kind() != GateKind.NO_SIGNAL)
                .map(ProgramGate::questionnaire)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
    }

    /** Whether a step that is not over, and that no clinician has opened, waits for signals to end. */
    private static boolean looksAtSignals(ProgramDefinition program, List<EnrollmentStep> rows) {
        return rows.stream()
                .filter(row -> !row.state().isOver() && row.openedAt == null)
                .flatMap(row -> Stream.concat(program.gates().stream(), program.require(row.step).gates().stream()))
                .anyMatch(gate -> gate.kind() == GateKind.NO_SIGNAL);
    }

    /** What of it the client has been given and is not over, held or not. */
    private static Map<UUID, String> given(List<EnrollmentStep> rows) {
        var given = new HashMap<UUID, String>();
        for (var row : rows) {
            if (row.assignmentId != null && row.workKey != null && !row.state().isOver()) {
                given.put(row.assignmentId, row.workKey);
            }
        }
        return given;
    }

    /** One that is entered afterwards began when it says. */
    private static Instant since(Enrollment enrollment) {
        var began = enrollment.beganOn.atStartOfDay(ZoneOffset.UTC).toInstant();
        return began.isBefore(enrollment.madeAt) ? began : enrollment.madeAt;
    }
}
