package dev.kith.recurrence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The local starts of a schedule: its rule or periods or start alone, times of day, rdates and exdates brought together. No zone. */
record Starts(
        LocalDateTime start,
        @Nullable Rule rule,
        List<LocalDateTime> rdates,
        List<LocalDateTime> exdates,
        List<DayWindow> times,
        @Nullable Dose dose,
        @Nullable LocalDate endsOn) {

    /** In order, each once. */
    Stream<LocalDateTime> from(LocalDateTime from) {
        var named = named(from);
        if (!rdates.isEmpty()) {
            var extra = rdates.stream()
                    .flatMap(this::extra)
                    .filter(local -> !local.isBefore(from) && !local.isBefore(start) && !local.isAfter(lastDay()));
            named = Stream.concat(named, extra).sorted().distinct(); // bounded, so it may be held
        }
        var out = Set.copyOf(exdates);
        return out.isEmpty() ? named : named.filter(local -> !taken(local, out));
    }

    /** What the rule, the periods or the start alone give from then on, before dates are added and taken. */
    Stream<LocalDateTime> named(LocalDateTime from) {
        var end = end();
        return days(from)
                .flatMap(this::atTimes)
                .filter(local -> !local.isBefore(from))
                .takeWhile(local -> !local.isAfter(end));
    }

    /** The end of a period of the dose, counted from the first so that the 31st comes back after February. */
    LocalDateTime periodEnd(LocalDateTime local) {
        var per = dose == null ? Dose.Per.DAY : dose.per();
        if (rule == null) {
            for (int near = per.index(start, local), i = near; i <= near + 1; i++) {
                if (per.later(start, i).equals(local)) {
                    return per.later(start, i + 1);
                }
            }
        }
        return per.later(local, 1);
    }

    /** Times when there are none of day, else days, each as its midnight. */
    private Stream<LocalDateTime> days(LocalDateTime from) {
        var seed = seed(start, times);
        if (rule != null) {
            var count = rule.count();
            if (count == null) {
                var wanted = seed(from, times);
                return RuleStarts.of(rule, seed, wanted.isBefore(seed) ? seed : wanted, end());
            }
            return RuleStarts.of(rule, seed, seed, end())
                    .filter(day -> atTimes(day).findAny().isPresent())
                    .limit(count);
        }
        if (dose != null && endsOn != null) {
            var first = dose.per().index(start, from.isBefore(start) ? start : from);
            return IntStream.iterate(first, index -> index + 1)
                    .mapToObj(index -> dose.per().later(start, index))
                    .takeWhile(local -> !local.isAfter(end()));
        }
        return Stream.of(seed);
    }

    /** A time, or its day where times of day are given. */
    static LocalDateTime seed(LocalDateTime local, List<DayWindow> times) {
        return times.isEmpty() ? local : local.toLocalDate().atStartOfDay();
    }

    private Stream<LocalDateTime> atTimes(LocalDateTime day) {
        return times.isEmpty()
                ? Stream.of(day)
                : times.stream()
                        .map(time -> day.toLocalDate().atTime(time.from()))
                        .filter(local -> !local.isBefore(start));
    }

    private Stream<LocalDateTime> extra(LocalDateTime date) {
        return wholeDay(date) ? atTimes(date) : Stream.of(date);
    }

    private boolean wholeDay(LocalDateTime date) {
        return !times.isEmpty()
                && date.toLocalTime().equals(LocalTime.MIDNIGHT)
                && times.stream().noneMatch(time -> time.from().equals(LocalTime.MIDNIGHT));
    }

    private boolean taken(LocalDateTime local, Set<LocalDateTime> out) {
        return out.contains(local)
                || (!opensAtMidnight() && out.contains(local.toLocalDate().atStartOfDay()));
    }

    private boolean opensAtMidnight() {
        return times.isEmpty()
                ? start.toLocalTime().equals(LocalTime.MIDNIGHT)
                : times.stream().anyMatch(time -> time.from().equals(LocalTime.MIDNIGHT));
    }

    /** The last local time at which the rule or the periods may open anything. */
    LocalDateTime end() {
        var last = lastDay();
        return rule != null && rule.until() != null && rule.until().isBefore(last) ? rule.until() : last;
    }

    private LocalDateTime lastDay() {
        return endsOn == null ? LocalDateTime.of(Window.LAST_YEAR, 12, 31, 23, 59, 59) : endsOn.atTime(23, 59, 59);
    }
}
