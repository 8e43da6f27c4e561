package dev.kith.assignment;

import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.exercise.PublishedExercise;
import dev.kith.practice.PracticeDirectory;
import dev.kith.practice.PracticeRecord;
import dev.kith.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The door for programs that ask before they give: whether the work of a step may be given to a client, and when it would be. */
@ApplicationScoped
public class ProgramChoice {
    @Inject
    Giving giving;

    @Inject
    Gates gates;

    @Inject
    Assignments assignments;

    @Inject
    GateHolding holding;

    @Inject
    ExerciseCatalogue exercises;

    @Inject
    PracticeDirectory practice;

    @Inject
    Clock clock;

    /**
     * Why this cannot be given now: a code, or a gate of the exercise that is closed; empty when it can.
     *
     * @param gate whether the reason is a gate
     */
    public record Against(String reason, boolean gate) {}

    /**
     * What a client may be given now.
     *
     * @param open gates of exercises that are open for them
     */
    public record Allowance(PracticeRecord practice, Set<String> open) {}

    public Allowance allowanceOf(UUID client) {
        return new Allowance(practice.current(), gates.openFor(client));
    }

    /** What stands against giving this anew. */
    public Optional<Against> against(AssignWork work, Allowance allowance) {
        try {
            giving.givable(work, allowance.practice());
        } catch (ProblemException refused) {
            var faults = refused.faults();
            return Optional.of(new Against(
                    faults == null || faults.isEmpty()
                            ? "not-givable"
                            : faults.get(0).code(),
                    false));
        }
        return work.exercise() == null
                ? Optional.empty()
                : exercises.findCurrent(work.exercise()).stream()
                        .flatMap(exercise -> firstClosed(exercise, allowance).stream())
                        .findFirst()
                        .map(gate -> new Against(gate, true));
    }

    /**
     * Of what a client was given, what is kept from them: a gate of the exercise, in the version that they would do, that is closed. Costs nothing where no
     * version of any of the exercises has a gate.
     *
     * @param given keys of what was given, by assignment
     */
    public Map<UUID, String> closedOf(Map<UUID, String> given, Allowance allowance) {
        var gated = given.keySet().stream()
                .filter(id -> exercises.versionsOf(Objects.requireNonNull(given.get(id))).stream()
                        .anyMatch(version -> !version.definition().gates().isEmpty()))
                .toList();
        var closed = new HashMap<UUID, String>();
        for (var one : gated.isEmpty() ? List.<Assignment>of() : assignments.list("id in ?1", gated)) {
            if (one.exerciseKey != null) {
                firstClosed(holding.asked(one), allowance).ifPresent(gate -> closed.put(one.id, gate));
            }
        }
        return closed;
    }

    private static Optional<String> firstClosed(PublishedExercise exercise, Allowance allowance) {
        return exercise.definition().gates().stream()
                .map(gate -> gate.code())
                .filter(gate -> !allowance.open().contains(gate))
                .findFirst();
    }

    /** All dates of this work that can still be met, as giving it would make them. */
    public List<OccurrenceView> dates(AssignWork work, ZoneId zone) {
        var now = clock.instant();
        return Plan.of(work.schedule(), work.dose(), zone, null, now)
                .schedule()
                .occurrences()
                .filter(occurrence -> occurrence.window().closesAt().isAfter(now))
                .map(Previewing::view)
                .toList();
    }
}
