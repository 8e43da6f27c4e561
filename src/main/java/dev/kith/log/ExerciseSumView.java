package dev.kith.log;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of one exercise over time. */
@Schema(description = "What came of one exercise over time: counted, never judged.")
record ExerciseSumView(
        UUID clientId,
        @Schema(examples = "ask-and-notice") String exercise,

        @Schema(
                description =
                        "The newest version logged in the period; logs of versions that do not compare with it are left out of the figures.")
        int version,

        String title,

        @Schema(description = "Must stand beside it; null when nothing must.") @Nullable
        String label,

        @Nullable Instant from,
        @Nullable Instant to,

        @Schema(description = "Completed logs in the period.")
        int sessions,

        @Schema(description = "Of these, not in the figures: of a version that does not compare.")
        int leftOut,

        @Schema(description = "The period holds more logs than are looked at; the newest are.")
        boolean more,

        @Schema(description = "How many logs say that a stop rule was used.")
        int stopRuleUsed,

        LogFigureView distressBefore,
        LogFigureView distressAfter,

        @Schema(description = "Before less after, of logs that have both.")
        LogFigureView drop,

        @Schema(description = "Counts a week, weeks from Monday in the client's time, from the first log to the last.")
        List<LogWeeksView> perWeek,

        @Schema(description = "Shares from 0 to 1, such as of asks that met a yes.")
        List<LogDerivedView> shares,

        @Schema(description = "Why tasks of it were skipped, and how often.")
        Map<String, Long> barriers) {}

/** A figure over logs, or the reason why there is none. */
@Schema(description = "A median over logs, or the reason why there is none.")
record LogFigureView(
        @Schema(description = "Half of the values are at or below it.") @Nullable
        BigDecimal median,

        @Schema(description = "Over so many logs.") int of,

        @Schema(
                description =
                        "not-measured: this exercise has no such number. no-logs. not-logged. Null with a median.")
        @Nullable
        String reason) {}

/** Counts a week. */
@Schema(description = "How many logs a week.")
record LogWeeksView(@Schema(examples = "asks-attempted") String code, String title, List<LogWeekView> weeks) {}

/** A week. */
@Schema(description = "A week and how many counted in it.")
record LogWeekView(LocalDate startsOn, int count) {}
