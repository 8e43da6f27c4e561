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
 * Gathers what the gates of an enrolment look at: three statements, however many gates there are; one more where exercises with gates were
 * given.
 */
@ApplicationScoped
class FactBook {
    @Inject
    LatestAnswers answers;

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
                allowance,
                choice.closedOf(given(rows), allowance));
    }

    /** Of which the answers are looked at. */
    private static Set<String> questionnaires(ProgramDefinition program) {
        return Stream.concat(program.gates().stream(), program.steps().stream().flatMap(step -> step.gates().stream()))
                .map(ProgramGate::questionnaire)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
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
