package dev.kith.assignment;

import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.practice.PracticeDirectory;
import dev.kith.practice.PracticeRecord;
import dev.kith.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
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

    /** What stands against giving this. */
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
                        .flatMap(exercise -> exercise.definition().gates().stream())
                        .map(gate -> gate.code())
                        .filter(gate -> !allowance.open().contains(gate))
                        .findFirst()
                        .map(gate -> new Against(gate, true));
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
