package dev.kith.assignment;

import dev.kith.recurrence.DayWindow;
import dev.kith.recurrence.Schedule;
import dev.kith.recurrence.Span;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A schedule as it is kept and told: everything said, nothing left to a default. */
@Schema(description = "When work opens, is due and closes: wall time, in its zone.")
public record ScheduleView(
        @Schema(description = "Local date-time.", examples = "2026-12-01T00:00")
        String start,

        @Schema(examples = "Europe/Berlin") String timeZone,

        @Nullable String rrule,

        @Schema(description = "More starts, local.") List<String> rdates,

        @Schema(description = "Starts that are left out, local.")
        List<String> exdates,

        List<TimeView> times,

        @Nullable AskedDose dose,

        @Schema(description = "ISO 8601; null: the usual, or as times and dose say.") @Nullable
        String opensFor,

        @Schema(description = "ISO 8601; null: the usual, or as times and dose say.") @Nullable
        String dueAfter,

        @Nullable String grace,

        @Nullable String idleFor,

        @Schema(description = "The last local day on which it may open.") @Nullable
        LocalDate endsOn,

        @Nullable AnchorView anchor) {

    public ScheduleView {
        rdates = Objects.requireNonNullElse(rdates, List.of());
        exdates = Objects.requireNonNullElse(exdates, List.of());
        times = Objects.requireNonNullElse(times, List.of());
    }

    /** A time of day, or a window. */
    @Schema(description = "A time of day; with to, a window in which the client chooses the moment.")
    public record TimeView(
            @Schema(examples = "08:00") String from,
            @Nullable String to) {}

    /** What the start hangs on. */
    @Schema(description = "The appointment or the enrolment that the start hangs on, and how far from it.")
    public record AnchorView(
            @Schema(description = "Its external id; null where it hangs on an enrolment.", examples = "ehr|4711")
            @Nullable
            String appointment,

            @Schema(
                    description = "Null where it hangs on an appointment.",
                    examples = "01985f7a-3c1e-7d42-9b7e-5a1f0c2d3e4f")
            @Nullable
            UUID enrollment,

            @Schema(examples = "-P1D") @Nullable String offset) {}

    static ScheduleView of(Schedule s, @Nullable Span idleFor, @Nullable AnchorView anchor) {
        return new ScheduleView(
                s.start().toString(),
                s.zone().getId(),
                s.rrule(),
                s.rdates().stream().map(LocalDateTime::toString).toList(),
                s.exdates().stream().map(LocalDateTime::toString).toList(),
                s.times().stream()
                        .map(time -> new TimeView(time.from().toString(), text(time.to())))
                        .toList(),
                s.dose() == null ? null : AskedDose.of(s.dose()),
                text(s.opensFor()),
                text(s.dueAfter()),
                text(s.grace()),
                text(idleFor),
                s.endsOn(),
                anchor);
    }

    Schedule engine() {
        return new Schedule(
                LocalDateTime.parse(start),
                ZoneId.of(timeZone),
                rrule,
                rdates.stream().map(LocalDateTime::parse).toList(),
                exdates.stream().map(LocalDateTime::parse).toList(),
                times.stream()
                        .map(time -> new DayWindow(
                                LocalTime.parse(time.from()), time.to() == null ? null : LocalTime.parse(time.to())))
                        .toList(),
                dose == null ? null : dose.engine(),
                opensFor == null ? null : Span.parse(opensFor),
                dueAfter == null ? null : Span.parse(dueAfter),
                grace == null ? null : Span.parse(grace),
                endsOn);
    }

    /** The same with another engine's idea of it: moved, in another zone, or less of it. */
    ScheduleView with(Schedule changed) {
        return of(changed, idleFor == null ? null : Span.parse(idleFor), anchor);
    }

    /** The same at other times of day, in another dose, by another rule. */
    ScheduleView with(List<TimeView> otherTimes, @Nullable AskedDose otherDose, @Nullable String otherRule) {
        return new ScheduleView(
                start,
                timeZone,
                otherRule,
                rdates,
                exdates,
                otherTimes,
                otherDose,
                opensFor,
                dueAfter,
                grace,
                idleFor,
                endsOn,
                anchor);
    }

    /** The same from another start, wall time; dates that were said stay where they are. */
    ScheduleView startingAt(String local) {
        return new ScheduleView(
                local, timeZone, rrule, rdates, exdates, times, dose, opensFor, dueAfter, grace, idleFor, endsOn,
                anchor);
    }

    /** Whether both hang on the same and differ at most in where that was. */
    boolean hangsLike(ScheduleView other) {
        return anchor != null && other.startingAt(start).equals(this);
    }

    /** So many days later, or earlier; an UNTIL that somebody gave stays. */
    ScheduleView later(long days) {
        return new ScheduleView(
                LocalDateTime.parse(start).plusDays(days).toString(),
                timeZone,
                rrule,
                rdates.stream().map(date -> later(date, days)).toList(),
                exdates.stream().map(date -> later(date, days)).toList(),
                times,
                dose,
                opensFor,
                dueAfter,
                grace,
                idleFor,
                endsOn == null ? null : endsOn.plusDays(days),
                anchor);
    }

    private static String later(String local, long days) {
        return LocalDateTime.parse(local).plusDays(days).toString();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
