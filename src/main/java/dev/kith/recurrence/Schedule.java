package dev.kith.recurrence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A checked schedule: what was asked, bounded, ready to be expanded. Equal schedules have equal components: the rule is put in one order, lists are sorted.
 *
 * <p>All is reckoned in wall time and meets the zone last. In the gap of a clock change a task opens at the first valid instant, in an overlap at the
 * first of the two. Spans count from the wall time asked for. Two local starts within one gap open at the same instant, and both stay, in order.
 *
 * <p>The start is the first occurrence only where the rule names it: FREQ=WEEKLY;BYDAY=MO from a Wednesday begins on the Monday after, and COUNT counts
 * from there. RFC 5545 leaves such a start undefined. Without a rule the start is an occurrence.
 *
 * <p>With {@code times} the rule names days, and COUNT counts days on which something opens. Nothing opens before the start or after UNTIL. An rdate or
 * exdate at midnight then stands for the whole day, unless midnight is one of the times. Without times, an exdate at midnight takes its day
 * when the schedule opens nothing at midnight.
 *
 * @param rrule by RFC 5545, days and rarer: COUNT of 366 at most, or UNTIL or endsOn within two years. UNTIL may be a date (whole), local, or UTC;
 *     it is kept in local time, so that another zone keeps the same wall times
 * @param rdates more local starts; a window of {@code times} applies when it opens at that time of day
 * @param exdates local starts that do not happen
 * @param times times of day in place of the start's; opensFor and dueAfter are for those without an end
 * @param dose so many tasks in each period; the rule then names when periods begin, and without one they follow each other until endsOn
 * @param opensFor from opening to closing; not with a dose, whose period says it
 * @param grace after due, an answer is on time for so long
 * @param endsOn the last day on which anything opens
 */
public record Schedule(
        LocalDateTime start,
        ZoneId zone,
        @Nullable String rrule,
        List<LocalDateTime> rdates,
        List<LocalDateTime> exdates,
        List<DayWindow> times,
        @Nullable Dose dose,
        @Nullable Span opensFor,
        @Nullable Span dueAfter,
        @Nullable Span grace,
        @Nullable LocalDate endsOn) {

    /** As many tasks as one schedule may give. */
    public static final int MOST = 1000;

    /** @throws BadSchedule with a pointer, in bounded time whatever is asked */
    public Schedule {
        ScheduleCheck.sizes(rdates, exdates, times);
        ScheduleCheck.start(start);
        var rule = rrule == null ? null : RuleText.read(rrule, zone);
        ScheduleCheck.end(start, rule, dose, endsOn);
        ScheduleCheck.times(times);
        ScheduleCheck.dates(Starts.seed(start, times), rdates, exdates);
        ScheduleCheck.dose(dose, times, opensFor);
        ScheduleCheck.spans(start, dose, opensFor, dueAfter);
        rrule = rule == null ? null : rule.toString();
        rdates = rdates.stream().sorted().distinct().toList();
        exdates = exdates.stream().sorted().distinct().toList();
        times = times.stream()
                .sorted((one, other) -> one.from().compareTo(other.from()))
                .toList();
        ScheduleCheck.all(new Starts(start, rule, rdates, exdates, times, dose, endsOn));
    }

    /** One task at a wall time, once. */
    public static Schedule once(LocalDateTime start, ZoneId zone, @Nullable Span opensFor, @Nullable Span dueAfter) {
        return new Schedule(start, zone, null, List.of(), List.of(), List.of(), null, opensFor, dueAfter, null, null);
    }

    /** All of it, lazily, in the order of local start and ordinal: {@value #MOST} at most. */
    public Stream<Occurrence> occurrences() {
        return between(start, LocalDateTime.MAX);
    }

    /** Those whose local start lies in a slice; what lies before it is skipped. */
    public Stream<Occurrence> between(LocalDateTime fromInclusive, LocalDateTime toExclusive) {
        var starts = new Starts(start, rule(), rdates, exdates, times, dose, endsOn);
        return starts.from(fromInclusive.isBefore(start) ? start : fromInclusive)
                .takeWhile(local -> local.isBefore(toExclusive))
                .flatMap(local -> tasks(local, starts));
    }

    /**
     * Moved: the same rule from another start, to the same wall times when {@code times} say them. Dates stay where they are: UNTIL, endsOn, exdates, and
     * those rdates that the new start does not pass.
     *
     * @throws BadSchedule when nothing is left of it
     */
    public Schedule from(LocalDateTime newStart) {
        var earliest = Starts.seed(newStart, times);
        var left = rdates.stream().filter(date -> !date.isBefore(earliest)).toList();
        return new Schedule(newStart, zone, rrule, left, exdates, times, dose, opensFor, dueAfter, grace, endsOn);
    }

    /** The same wall times in another zone. */
    public Schedule in(ZoneId other) {
        return new Schedule(start, other, rrule, rdates, exdates, times, dose, opensFor, dueAfter, grace, endsOn);
    }

    /** As a phrase and as data. */
    public Explained explained() {
        return Explained.of(this, rule());
    }

    private Stream<Occurrence> tasks(LocalDateTime local, Starts starts) {
        var window = window(local, starts);
        return dose == null
                ? Stream.of(new Occurrence(1, window))
                : IntStream.rangeClosed(1, dose.times()).mapToObj(ordinal -> new Occurrence(ordinal, window));
    }

    private Window window(LocalDateTime local, Starts starts) {
        if (dose != null) {
            return Window.until(local, starts.periodEnd(local), zone, dueAfter, grace);
        }
        for (var time : times) {
            if (time.to() != null && time.from().equals(local.toLocalTime())) {
                return Window.until(local, DayWindow.end(local, time.to()), zone, null, grace);
            }
        }
        return Window.yielding(local, zone, opensFor, dueAfter, grace);
    }

    private @Nullable Rule rule() {
        return rrule == null ? null : RuleText.read(rrule, zone);
    }
}
