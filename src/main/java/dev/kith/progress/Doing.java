package dev.kith.progress;

import dev.kith.change.Adherence;
import dev.kith.change.Adherence.CountedTask;
import dev.kith.change.Method;
import dev.kith.ladder.LadderCourse;
import dev.kith.ladder.LadderCourse.RungFact;
import dev.kith.progress.Work.DoneTask;
import dev.kith.progress.Work.Given;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adherence and ladders, as they are told. */
final class Doing {
    private static final int DECIMALS = 4;
    /** The query kept to the period and the present. */
    private static final Instant EVER = Instant.parse("2400-01-01T00:00:00Z");

    private Doing() {}

    static AdherenceView adherence(List<DoneTask> tasks) {
        return adherence(tasks, figures(tasks));
    }

    private static Adherence figures(List<DoneTask> tasks) {
        var counted = tasks.stream().map(DoneTask::counted).toList();
        return Adherence.of(counted, Instant.EPOCH.minus(Duration.ofDays(40_000)), EVER, EVER, Duration.ZERO);
    }

    private static AdherenceView adherence(List<DoneTask> tasks, Adherence figures) {
        // the grace differs from schedule to schedule, so that each task is asked for itself
        var onTime = (int) tasks.stream().filter(DoneTask::isDoneOnTime).count();
        return new AdherenceView(
                figures.due(),
                figures.completed(),
                onTime,
                count(tasks, "missed"),
                count(tasks, "skipped"),
                count(tasks, "open"),
                figures.withdrawn(),
                figures.rate(),
                figures.reason() == null ? null : figures.reason().name(),
                figures.due() == 0
                        ? null
                        : BigDecimal.valueOf(onTime)
                                .divide(BigDecimal.valueOf(figures.due()), DECIMALS, RoundingMode.HALF_UP),
                figures.medianLag() == null ? null : figures.medianLag().toMinutes(),
                figures.lagReason() == null ? null : figures.lagReason().name(),
                figures.doneRow(),
                figures.barriers(),
                MethodView.of(Method.ADHERENCE));
    }

    private static int count(List<DoneTask> tasks, String state) {
        return (int) tasks.stream()
                .filter(task -> task.stands() && task.state().equals(state))
                .count();
    }

    /** By assignment, the one with the newest task first. */
    static List<AssignmentAdherenceView> byAssignment(List<DoneTask> tasks) {
        return tasks.stream()
                .collect(Collectors.groupingBy(DoneTask::of, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing((java.util.Map.Entry<Given, List<DoneTask>> one) -> newest(one.getValue()))
                        .reversed()
                        .thenComparing(one -> one.getKey().assignment()))
                .map(one -> assignment(one.getKey(), one.getValue()))
                .toList();
    }

    private static AssignmentAdherenceView assignment(Given of, List<DoneTask> tasks) {
        var figures = figures(tasks);
        return new AssignmentAdherenceView(
                of.assignment(),
                of.questionnaire(),
                of.exercise(),
                adherence(tasks, figures),
                new DoseDoneView(
                        figures.planned(),
                        figures.repeated(),
                        figures.doseRatio(),
                        figures.doseReason() == null
                                ? null
                                : figures.doseReason().name()));
    }

    private static Instant newest(List<DoneTask> tasks) {
        return tasks.stream()
                .map(DoneTask::counted)
                .map(CountedTask::dueAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Newest first. */
    static List<LadderProgressView> ladders(Work work, Instant from, @Nullable String language) {
        return work.ladders().values().stream()
                .filter(ladder -> ladder.rungs().stream().anyMatch(RungFact::live))
                .sorted(Comparator.comparing(Work.Ladder::id).reversed())
                .map(ladder -> ladder(ladder, from, language))
                .toList();
    }

    private static LadderProgressView ladder(Work.Ladder ladder, Instant from, @Nullable String language) {
        var stand = LadderCourse.of(ladder.rungs(), ladder.tries(), ladder.words(), language);
        return new LadderProgressView(
                ladder.id(),
                ladder.exercise(),
                stand.rungs(),
                stand.done(),
                (int) ladder.tries().stream()
                        .filter(one -> !one.at().isBefore(from))
                        .count(),
                stand.current(),
                stand.currentNumber(),
                stand.rule(),
                stand.ruleVersion(),
                stand.decision(),
                stand.because(),
                stand.text(),
                stand.overridden());
    }
}
