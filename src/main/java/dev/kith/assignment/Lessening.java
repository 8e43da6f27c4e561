package dev.kith.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.recurrence.BadSchedule;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lowers a dose by one step: fewer times in a period, else fewer times a day, else half as often. Nothing is left to lower in what occurs
 * once, on single dates, or so rarely that every second time would leave as many.
 */
final class Lessening {
    /** What was lowered. */
    enum Step {
        @JsonProperty("fewer-times")
        FEWER_TIMES,
        @JsonProperty("fewer-times-a-day")
        FEWER_TIMES_A_DAY,
        @JsonProperty("half-as-often")
        HALF_AS_OFTEN,
        @JsonProperty("paused")
        PAUSED
    }

    private static final int SHORTEST_MONTH = 28;

    private Lessening() {}

    /** The lower schedule, and how it was lowered. */
    record Lower(Step step, ScheduleView schedule) {}

    /** Empty when nothing is left to lower. */
    static Optional<Lower> of(ScheduleView kept) {
        var dose = kept.dose();
        if (dose != null && dose.times() > 1) {
            return Optional.of(new Lower(
                    Step.FEWER_TIMES,
                    kept.with(kept.times(), new AskedDose(dose.times() - 1, dose.per()), kept.rrule())));
        }
        if (kept.times().size() > 1) {
            return Optional.of(new Lower(
                    Step.FEWER_TIMES_A_DAY,
                    kept.with(kept.times().subList(0, kept.times().size() - 1), dose, kept.rrule())));
        }
        if (kept.rrule() != null) {
            return fewer(kept, kept.with(kept.times(), dose, halved(kept.rrule())));
        }
        if (dose != null && kept.endsOn() != null) {
            return fewer(kept, kept.with(kept.times(), dose, everySecond(dose.per(), kept.start())));
        }
        return Optional.empty();
    }

    /** Some rules name nothing any more when every second time is left out, and some just as much. */
    private static Optional<Lower> fewer(ScheduleView kept, ScheduleView half) {
        try {
            return half.engine().occurrences().count()
                            < kept.engine().occurrences().count()
                    ? Optional.of(new Lower(Step.HALF_AS_OFTEN, half))
                    : Optional.empty();
        } catch (BadSchedule namesNothing) {
            return Optional.empty();
        }
    }

    /** Periods that followed each other from the start, and now leave out every second; the end of a month where it has no such day. */
    private static String everySecond(AskedDose.Per per, String start) {
        var day = LocalDateTime.parse(start).getDayOfMonth();
        return switch (per) {
            case DAY -> "FREQ=DAILY;INTERVAL=2";
            case WEEK -> "FREQ=WEEKLY;INTERVAL=2";
            case MONTH ->
                "FREQ=MONTHLY;INTERVAL=2"
                        + (day <= SHORTEST_MONTH
                                ? ""
                                : ";BYMONTHDAY="
                                        + IntStream.rangeClosed(SHORTEST_MONTH, day)
                                                .mapToObj(String::valueOf)
                                                .collect(Collectors.joining(","))
                                        + ";BYSETPOS=-1");
        };
    }

    /** Twice the interval, counted from where it started; half of the occurrences that were still to come. */
    private static String halved(String rrule) {
        var parts = new StringBuilder();
        var interval = 1;
        for (var part : rrule.split(";", -1)) {
            if (part.startsWith("INTERVAL=")) {
                interval = Integer.parseInt(part.substring("INTERVAL=".length()));
            } else if (part.startsWith("COUNT=")) {
                var count = Integer.parseInt(part.substring("COUNT=".length()));
                parts.append(";COUNT=").append((count + 1) / 2);
            } else {
                parts.append(parts.isEmpty() ? "" : ";").append(part);
            }
        }
        return parts + ";INTERVAL=" + Math.min(interval * 2, 366);
    }
}
