package dev.kith.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The table of RFC 5545, section 3.3.10, word by word and slow: each day of each period is asked whether the parts let it be. */
record ByHand(Rule rule, LocalDateTime start) {

    List<LocalDateTime> starts(LocalDateTime end) {
        var all = IntStream.iterate(0, index -> index + rule.interval())
                .mapToObj(this::period)
                .takeWhile(days -> !days.get(0).isAfter(end.toLocalDate().plusDays(7)))
                .flatMap(this::positioned)
                .map(day -> day.atTime(start.toLocalTime()))
                .filter(local -> !local.isBefore(start))
                .takeWhile(local -> !local.isAfter(end));
        return (rule.count() == null ? all : all.limit(rule.count())).toList();
    }

    private List<LocalDate> period(int index) {
        var day = start.toLocalDate();
        return switch (rule.frequency()) {
            case DAILY -> List.of(day.plusDays(index));
            case WEEKLY -> {
                var first = day.with(TemporalAdjusters.previousOrSame(rule.weekStart()))
                        .plusWeeks(index);
                yield first.datesUntil(first.plusWeeks(1)).toList();
            }
            case MONTHLY -> {
                var first = day.withDayOfMonth(1).plusMonths(index);
                yield first.datesUntil(first.plusMonths(1)).toList();
            }
            case YEARLY ->
                rule.weekNumbers().isEmpty()
                        ? LocalDate.of(day.getYear() + index, 1, 1)
                                .datesUntil(LocalDate.of(day.getYear() + index + 1, 1, 1))
                                .toList()
                        : weeks(day.getYear() + index);
        };
    }

    /** The whole weeks of a year, which may begin or end in another. */
    private List<LocalDate> weeks(int year) {
        return firstWeek(year).datesUntil(firstWeek(year + 1)).toList();
    }

    private LocalDate firstWeek(int year) {
        return LocalDate.of(year, 1, 4).with(TemporalAdjusters.previousOrSame(rule.weekStart()));
    }

    private Stream<LocalDate> positioned(List<LocalDate> period) {
        var set = period.stream().filter(this::fits).toList();
        if (rule.positions().isEmpty()) {
            return set.stream();
        }
        return IntStream.range(0, set.size())
                .filter(i ->
                        rule.positions().contains(i + 1) || rule.positions().contains(i - set.size()))
                .mapToObj(set::get);
    }

    private boolean fits(LocalDate day) {
        return (rule.months().isEmpty() || rule.months().contains(day.getMonthValue()))
                && (rule.weekNumbers().isEmpty() || inWeek(day))
                && (rule.yearDays().isEmpty() || in(rule.yearDays(), day.getDayOfYear(), day.lengthOfYear()))
                && (rule.monthDays().isEmpty() || in(rule.monthDays(), day.getDayOfMonth(), day.lengthOfMonth()))
                && (rule.days().isEmpty() || rule.days().stream().anyMatch(named -> is(named, day)))
                && likeTheStart(day);
    }

    private boolean inWeek(LocalDate day) {
        var fields = WeekFields.of(rule.weekStart(), 4);
        var year = day.get(fields.weekBasedYear());
        var weeks = (int) ChronoUnit.WEEKS.between(firstWeek(year), firstWeek(year + 1));
        return in(rule.weekNumbers(), day.get(fields.weekOfWeekBasedYear()), weeks);
    }

    private boolean is(Rule.Weekday named, LocalDate day) {
        if (named.day() != day.getDayOfWeek()) {
            return false;
        }
        var ofYear = rule.frequency() == Frequency.YEARLY && rule.months().isEmpty();
        var place = ofYear ? day.getDayOfYear() : day.getDayOfMonth();
        var left = (ofYear ? day.lengthOfYear() : day.lengthOfMonth()) - place;
        return named.ordinal() == 0 || named.ordinal() == (place - 1) / 7 + 1 || named.ordinal() == -(left / 7 + 1);
    }

    /** What no part says comes from the start. */
    private boolean likeTheStart(LocalDate day) {
        if (!rule.yearDays().isEmpty()
                || !rule.monthDays().isEmpty()
                || !rule.days().isEmpty()) {
            return true;
        }
        DayOfWeek weekday = start.getDayOfWeek();
        return switch (rule.frequency()) {
            case DAILY -> true;
            case WEEKLY -> day.getDayOfWeek() == weekday;
            case MONTHLY -> day.getDayOfMonth() == start.getDayOfMonth();
            case YEARLY ->
                rule.weekNumbers().isEmpty()
                        ? day.getDayOfMonth() == start.getDayOfMonth()
                                && (!rule.months().isEmpty() || day.getMonth() == start.getMonth())
                        : day.getDayOfWeek() == weekday;
        };
    }

    private static boolean in(List<Integer> named, int place, int length) {
        return named.contains(place) || named.contains(place - length - 1);
    }
}
