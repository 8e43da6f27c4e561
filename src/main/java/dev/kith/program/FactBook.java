package dev.kith.program;

import dev.kith.assignment.ProgramChoice;
import dev.kith.response.LatestAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers what the gates of an enrolment look at: three statements, however many gates there are. */
@ApplicationScoped
class FactBook {
    @Inject
    LatestAnswers answers;

    @Inject
    ProgramChoice choice;

    Facts of(Enrollment enrollment, ProgramDefinition program, List<EnrollmentStep> rows) throws SQLException {
        var questionnaires = Stream.concat(
                        program.gates().stream(), program.steps().stream().flatMap(step -> step.gates().stream()))
                .map(ProgramGate::questionnaire)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
        var settled = rows.stream()
                .filter(row -> row.state() == StepState.DONE || row.state() == StepState.SKIPPED)
                .map(row -> row.step)
                .collect(Collectors.toSet());
        return new Facts(
                settled,
                enrollment.concernAt != null,
                answers.of(enrollment.clientId, questionnaires),
                since(enrollment),
                choice.allowanceOf(enrollment.clientId));
    }

    /** One that is entered afterwards began when it says. */
    private static Instant since(Enrollment enrollment) {
        var began = enrollment.beganOn.atStartOfDay(ZoneOffset.UTC).toInstant();
        return began.isBefore(enrollment.madeAt) ? began : enrollment.madeAt;
    }
}
