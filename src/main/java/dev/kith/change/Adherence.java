package dev.kith.change;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much of what was given was done. Shares go from 0 to 1 with 4 decimals, half-up, and are null when there is nothing to take a share of: then
 * nobody did badly, and nobody did well.
 *
 * @param due tasks that were due in the period, were not withdrawn by then, and are not in the future
 * @param completed of these
 * @param onTime of these, by when they were due or within the grace
 * @param withdrawn tasks of the period that left the denominator
 * @param rate completed of due
 * @param onTimeRate on time of due
 * @param medianLag from when it was due to when it was done; negative is early
 * @param doneRow how many of the newest due tasks were done one after another
 * @param missedRow how many of the newest due tasks were not
 * @param planned repetitions that were planned, over due tasks with a plan
 * @param repeated repetitions that were done of these, what was done beyond a plan included
 * @param doseRatio repeated over planned
 * @param barriers what stood in the way, and how often, over due tasks
 * @param reason why rate is null
 * @param lagReason why medianLag is null
 * @param doseReason why doseRatio is null: nothing was ever planned, or of what is, nothing was due yet
 */
public record Adherence(
        NamedRule rule,
        Instant from,
        Instant to,
        Instant asOf,
        Duration grace,
        int due,
        int completed,
        int onTime,
        int withdrawn,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal onTimeRate,
        @Nullable Duration medianLag,
        int doneRow,
        int missedRow,
        int planned,
        int repeated,
        @Nullable BigDecimal doseRatio,
        SortedMap<String, Integer> barriers,
        @Nullable Reason reason,
        @Nullable Reason lagReason,
        @Nullable Reason doseReason) {
    public static final NamedRule RULE = new NamedRule("adherence", 1);

    private static final int DECIMALS = 4;

    /**
     * One task as far as adherence goes.
     *
     * @param completedAt when it was done; null when it was not
     * @param withdrawnAt when it, or the assignment that it belongs to, was ended, cancelled or paused away; null when it stands. What was done before
     *     counts all the same, and so does what had been due before
     * @param planned repetitions asked for by now, 0 while there is time for them; null without a dose
     * @param done repetitions logged
     * @param barrier code of what stood in the way; null when nothing was said
     */
    public record CountedTask(
            Instant dueAt,
            @Nullable Instant completedAt,
            @Nullable Instant withdrawnAt,
            @Nullable Integer planned,
            @Nullable Integer done,
            @Nullable String barrier) {
        static final Comparator<CountedTask> IN_TIME = Comparator.comparing(CountedTask::dueAt)
                .thenComparing(CountedTask::completedAt, Comparator.nullsLast(Comparator.naturalOrder()));

        /** Whether it is not counted as due: it was taken away before it was due, and nobody had done it. */
        public boolean isWithdrawn() {
            return withdrawnAt != null && withdrawnAt.isBefore(dueAt) && completedAt == null;
        }

        private boolean isDone(Instant asOf) {
            return completedAt != null && !completedAt.isAfter(asOf);
        }
    }

    /**
     * Of tasks in any order.
     *
     * @param from the period, in which it begins
     * @param to and before which it ends
     * @param asOf the present: what is due after it does not count, done or not
     * @param grace after the due time; not negative
     */
    public static Adherence of(Collection<CountedTask> tasks, Instant from, Instant to, Instant asOf, Duration grace) {
        var inPeriod = tasks.stream()
                .filter(task -> !task.dueAt().isBefore(from) && task.dueAt().isBefore(to))
                .filter(task -> !task.dueAt().isAfter(asOf))
                .sorted(CountedTask.IN_TIME)
                .toList();
        var due = inPeriod.stream().filter(task -> !task.isWithdrawn()).toList();
        var lags = due.stream()
                .filter(task -> task.isDone(asOf))
                .map(task -> Duration.between(task.dueAt(), Objects.requireNonNull(task.completedAt())))
                .sorted()
                .toList();
        var onTime =
                (int) lags.stream().filter(lag -> lag.compareTo(grace) <= 0).count();
        var planned = planned(due);
        var repeated = repeated(due, asOf);
        var dose = Decimals.share(repeated, planned, DECIMALS);
        return new Adherence(
                RULE,
                from,
                to,
                asOf,
                grace,
                due.size(),
                lags.size(),
                onTime,
                inPeriod.size() - due.size(),
                Decimals.share(lags.size(), due.size(), DECIMALS),
                Decimals.share(onTime, due.size(), DECIMALS),
                median(lags),
                row(due, asOf, true),
                row(due, asOf, false),
                planned,
                repeated,
                dose,
                barriers(due),
                due.isEmpty() ? Reason.NOTHING_DUE : null,
                lags.isEmpty() ? Reason.NOTHING_DONE : null,
                dose == null ? noDose(inPeriod) : null);
    }

    private static @Nullable Duration median(List<Duration> sorted) {
        var half = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return null;
        }
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : sorted.get(half - 1).plus(sorted.get(half)).dividedBy(2);
    }

    private static int row(List<CountedTask> inTime, Instant asOf, boolean done) {
        var newestFirst = new ArrayList<>(inTime);
        Collections.reverse(newestFirst);
        return (int) newestFirst.stream()
                .takeWhile(task -> task.isDone(asOf) == done)
                .count();
    }

    private static int planned(List<CountedTask> due) {
        return due.stream()
                .flatMap(task -> Stream.ofNullable(task.planned()))
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static int repeated(List<CountedTask> due, Instant asOf) {
        return due.stream()
                .filter(task -> task.planned() != null && task.planned() > 0 && task.isDone(asOf))
                .flatMap(task -> Stream.ofNullable(task.done()))
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static Reason noDose(List<CountedTask> inPeriod) {
        return inPeriod.stream().anyMatch(task -> task.planned() != null) ? Reason.NOTHING_DUE : Reason.NO_DOSE_PLANNED;
    }

    private static SortedMap<String, Integer> barriers(List<CountedTask> due) {
        var counted = new TreeMap<String, Integer>();
        due.stream()
                .flatMap(task -> Stream.ofNullable(task.barrier()))
                .forEach(barrier -> counted.merge(barrier, 1, Integer::sum));
        return Collections.unmodifiableSortedMap(counted);
    }
}
