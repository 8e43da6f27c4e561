package dev.kith.ladder;

import static java.util.stream.Collectors.groupingBy;

import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.exercise.ExerciseDefinition;
import dev.kith.ladder.WholeLadders.WholeLadder;
import dev.kith.security.Caller;
import dev.kith.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ladders with what their tries come to; three queries for any number of them. */
@ApplicationScoped
class LadderViews {
    @Inject
    WholeLadders whole;

    @Inject
    ExerciseCatalogue exercises;

    LadderView of(Caller caller, Ladder ladder, @Nullable String language) {
        return of(caller, List.of(ladder), language).get(0);
    }

    List<LadderView> of(Caller caller, List<Ladder> ladders, @Nullable String language) {
        return whole.of(ladders).stream()
                .map(one -> view(caller, one, language))
                .toList();
    }

    private LadderView view(Caller caller, WholeLadder whole, @Nullable String language) {
        var ladder = whole.ladder();
        var tries = whole.tries();
        var exercise = exercises.require(ladder.exercisePracticeId, ladder.exerciseKey, ladder.exerciseVersion);
        var byRung = tries.stream().collect(groupingBy(attempt -> attempt.rungId));
        return new LadderView(
                ladder.id,
                ladder.clientId,
                ladder.exerciseKey,
                ladder.title,
                exercise.label(language),
                ladder.madeBy,
                ladder.madeAt,
                ladder.changedAt,
                ladder.version,
                rungs(whole.rungs(), byRung, exercise.definition()),
                whole.climb().step(Words.in(language)),
                Calibration.of(tries, exercise.definition().outcome()),
                whole.said().stream()
                        .map(word -> new StepOverrideView(
                                word.rungId, word.saidAt, word.saidBy, caller.isClient() ? null : word.reason))
                        .toList());
    }

    /** What is retired and was never tried is not told any more. */
    private static List<RungView> rungs(
            List<Rung> all, Map<UUID, List<RungAttempt>> byRung, ExerciseDefinition definition) {
        var shown = new ArrayList<>(all.stream()
                .filter(rung -> rung.isLive() || byRung.containsKey(rung.id))
                .toList());
        shown.sort(Comparator.comparing((Rung rung) -> !rung.isLive()).thenComparing(Rung.FROM_THE_BOTTOM));
        return shown.stream()
                .map(rung -> new RungView(
                        rung.id,
                        rung.text,
                        rung.predicted,
                        !rung.isLive(),
                        Calibration.of(byRung.getOrDefault(rung.id, List.of()), definition.outcome())))
                .toList();
    }

    /** The rungs on which one can be, from the bottom. */
    static List<Rung> live(List<Rung> all) {
        return all.stream().filter(Rung::isLive).sorted(Rung.FROM_THE_BOTTOM).toList();
    }
}
