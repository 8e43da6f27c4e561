package dev.kith.assignment;

import dev.kith.contract.Example;
import dev.kith.shape.ZoneName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When work opens, is due and closes, as somebody asks for it. */
@Schema(
        description =
                "When work opens, is due and closes, in wall time of a zone: once, or again and again. In a clock change's"
                        + " gap it opens at the first valid instant, in an overlap at the first of the two.")
@Example("""
        {"start": "2026-12-01T08:00", "timeZone": "Europe/Berlin", "rrule": "FREQ=WEEKLY;BYDAY=TU,FR;COUNT=8", "opensFor": "P2D", "dueAfter": "PT12H"}
        """)
public record AskedSchedule(
        @Schema(
                description = "Local date (opens when the day starts) or local date-time. When left out: now.",
                examples = "2026-12-01")
        @Nullable
        @Size(max = 30)
        String start,

        @Schema(
                description = "IANA zone. When left out: the client's, and it follows when the client moves.",
                examples = "Europe/Berlin")
        @Nullable
        @ZoneName
        @Size(max = 60)
        String timeZone,

        @Schema(
                description =
                        "RFC 5545 recurrence rule, daily to yearly; bounded by COUNT (366 at most), by UNTIL or by endsOn (two"
                                + " years at most).",
                examples = "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=12")
        @Nullable
        @Size(max = 500)
        String rrule,

        @Schema(description = "More starts, local.") @Nullable @Size(max = 366)
        List<@NotNull @Size(max = 30) String> rdates,

        @Schema(description = "Starts that are left out, local.") @Nullable @Size(max = 366)
        List<@NotNull @Size(max = 30) String> exdates,

        @Schema(description = "On each day of the rule: times, or windows within which the client chooses.")
        @Nullable
        @Size(max = 12)
        List<@NotNull @Valid AskedTime> times,

        @Schema(
                description =
                        "ISO 8601 duration from opening to closing, at most two years. When left out: a day for daily work,"
                                + " a week for weekly work, else 14 days.",
                examples = "P7D")
        @Nullable
        @Size(max = 40)
        String opensFor,

        @Schema(
                description =
                        "ISO 8601 duration from opening to due. When left out: a day, a week, else 7 days; never after closing.",
                examples = "P3D")
        @Nullable
        @Size(max = 40)
        String dueAfter,

        @Schema(description = "ISO 8601 duration after due in which it still counts as on time.", examples = "PT6H")
        @Nullable
        @Size(max = 40)
        String grace,

        @Schema(
                description =
                        "ISO 8601 duration: once begun, it stays open this long after the last activity, also past closing.",
                examples = "PT48H")
        @Nullable
        @Size(max = 40)
        String idleFor,

        @Schema(description = "The last local day on which it may open.", examples = "2027-03-01") @Nullable
        LocalDate endsOn,

        @Schema(description = "What the start hangs on, if not on a date.") @Nullable @Valid
        AskedAnchor anchor) {
    static final AskedSchedule NOW =
            new AskedSchedule(null, null, null, null, null, null, null, null, null, null, null, null);

    /** By a rule, from this local date or date-time on. */
    public static AskedSchedule by(String rrule, String start) {
        return new AskedSchedule(start, null, rrule, null, null, null, null, null, null, null, null, null);
    }

    /** On each day of the rule, at this time or within this window. */
    public AskedSchedule at(AskedTime time) {
        return new AskedSchedule(
                start,
                timeZone,
                rrule,
                rdates,
                exdates,
                List.of(time),
                opensFor,
                dueAfter,
                grace,
                idleFor,
                endsOn,
                anchor);
    }

    AskedSchedule startingAt(String local) {
        return new AskedSchedule(
                local, timeZone, rrule, rdates, exdates, times, opensFor, dueAfter, grace, idleFor, endsOn, anchor);
    }

    /** A time of day, or a window. */
    @Schema(description = "A time of day; with to, a window in which the client chooses the moment.")
    public record AskedTime(
            @Schema(description = "Local time of opening.", examples = "08:00") @NotNull @Size(min = 5, max = 8)
            String from,

            @Schema(description = "Local time of closing; the next day's when not later than from.", examples = "10:00")
            @Nullable
            @Size(min = 5, max = 8)
            String to) {}

    /** An appointment that practice software told of, or an enrolment in a program. */
    @Schema(
            description =
                    "The start hangs on an appointment or on an enrolment of the client, exactly one of the two, and moves with it"
                            + " until it has opened: what is given once stays where it opened, and of what recurs only that moves"
                            + " which is still to come. Where it cannot move, since it would end before it starts or all of it would be"
                            + " over, it stays, and assignment.not-moved tells so.")
    public record AskedAnchor(
            @Schema(description = "The appointment's external id.", examples = "ehr|4711") @Nullable @Size(max = 200)
            String appointment,

            @Schema(
                    description =
                            "An enrolment of the client in a program that has not ended; it may be paused, held or still to begin."
                                    + " Counted from the beginning, in the schedule's zone, of the day that the enrolment tells as"
                                    + " startsOn. That day lies later after a move, a pause that is over, or a repetition; so does what"
                                    + " hangs on it and has not opened. While the enrolment is paused or held, what only hangs on its"
                                    + " start goes on. When it ends, what hangs on it stays as planned. Not for steps of a program.",
                    examples = "01985f7a-3c1e-7d42-9b7e-5a1f0c2d3e4f")
            @Nullable
            UUID enrollment,

            @Schema(
                    description =
                            "ISO 8601 duration from there, with a minus before it for what comes earlier; none when left out.",
                    examples = "-P1D")
            @Nullable
            @Size(max = 40)
            String offset) {}
}
