package dev.kith.recurrence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A schedule as a test asks for it, part by part. */
record Asked(
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

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    static Asked from(String start) {
        return new Asked(
                LocalDateTime.parse(start),
                BERLIN,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    Asked in(String zone) {
        return new Asked(
                start, ZoneId.of(zone), rrule, rdates, exdates, times, dose, opensFor, dueAfter, grace, endsOn);
    }

    Asked rule(@Nullable String rule) {
        return new Asked(start, zone, rule, rdates, exdates, times, dose, opensFor, dueAfter, grace, endsOn);
    }

    Asked plus(String... dates) {
        return new Asked(start, zone, rrule, locals(dates), exdates, times, dose, opensFor, dueAfter, grace, endsOn);
    }

    Asked except(String... dates) {
        return new Asked(start, zone, rrule, rdates, locals(dates), times, dose, opensFor, dueAfter, grace, endsOn);
    }

    /** "08:00" or "18:00-20:00". */
    Asked at(String... asked) {
        var windows = Stream.of(asked)
                .map(text -> text.split("-", -1))
                .map(ends ->
                        new DayWindow(LocalTime.parse(ends[0]), ends.length == 1 ? null : LocalTime.parse(ends[1])))
                .toList();
        return new Asked(start, zone, rrule, rdates, exdates, windows, dose, opensFor, dueAfter, grace, endsOn);
    }

    Asked dose(int number, Dose.Per per) {
        return new Asked(
                start, zone, rrule, rdates, exdates, times, new Dose(number, per), opensFor, dueAfter, grace, endsOn);
    }

    Asked spans(@Nullable String opens, @Nullable String due, @Nullable String late) {
        return new Asked(start, zone, rrule, rdates, exdates, times, dose, span(opens), span(due), span(late), endsOn);
    }

    Asked until(String day) {
        return new Asked(
                start, zone, rrule, rdates, exdates, times, dose, opensFor, dueAfter, grace, LocalDate.parse(day));
    }

    Schedule schedule() {
        return new Schedule(start, zone, rrule, rdates, exdates, times, dose, opensFor, dueAfter, grace, endsOn);
    }

    List<String> starts() {
        return starts(schedule());
    }

    static List<String> starts(Schedule schedule) {
        return schedule.occurrences()
                .map(task -> task.window().local().toString())
                .toList();
    }

    private static @Nullable Span span(@Nullable String iso) {
        return iso == null ? null : Span.parse(iso);
    }

    private static List<LocalDateTime> locals(String... dates) {
        return Stream.of(dates).map(LocalDateTime::parse).toList();
    }
}
