package dev.kith.program;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.kith.assignment.EnrollmentStarts;
import dev.kith.program.EnrollmentStanding.StandingStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Enrolments, for other rooms. Whose they are, is for them to know: they ask for what they found by its client. */
@ApplicationScoped
public class EnrollmentDirectory implements EnrollmentStarts {
    @Inject
    Enrollments enrollments;

    @Inject
    EnrollmentSteps steps;

    @Inject
    ProgramCatalogue programs;

    /** Whether a program of this key was ever published, here or in the library. */
    public boolean isProgram(String key) {
        return !programs.versionsOf(key).isEmpty();
    }

    @Override
    public Optional<EnrollmentStart> startOf(UUID client, UUID enrollment) {
        return enrollments
                .findOf(client, enrollment)
                .map(found -> new EnrollmentStart(found.startsOn, !found.isOver()));
    }

    @Override
    public Set<UUID> pausedOf(UUID client) {
        return enrollments.list("clientId = ?1 and state = ?2", client, EnrollmentState.PAUSED.code()).stream()
                .map(one -> one.id)
                .collect(toSet());
    }

    /** As the client may see them; the oldest first. Two queries, however many they are. */
    public List<EnrollmentStanding> standings(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var given = steps
                .list("enrollmentId in ?1 and state = ?2 order by place, round", ids, StepState.ASSIGNED.code())
                .stream()
                .collect(groupingBy(row -> row.enrollmentId));
        return enrollments.list("id in ?1 order by id", ids).stream()
                .map(one -> new EnrollmentStanding(
                        one.id,
                        one.programKey,
                        one.programVersion,
                        one.state(),
                        one.startsOn,
                        given.getOrDefault(one.id, List.of()).stream()
                                .map(row -> new StandingStep(
                                        row.step, row.round, row.week, row.workKey, row.startsOn, row.assignmentId))
                                .toList(),
                        one.version))
                .toList();
    }
}
