package dev.kith.exercise;

import dev.kith.exercise.DerivedMeasure.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The numbers that a definition makes of logs. It is given what {@link LogCheck} left; of anything else it makes nothing. */
public final class Derivations {
    private static final int USUAL_DECIMALS = 2;

    private Derivations() {}

    /**
     * One number.
     *
     * @param value null when it cannot be made
     * @param reason why not: not-logged, no-logs; null with a value
     */
    public record Derived(
            String code,
            @Nullable BigDecimal value,
            @Nullable String reason) {
        private static Derived of(String code, BigDecimal value) {
            return new Derived(code, value, null);
        }

        private static Derived none(String code, String reason) {
            return new Derived(code, null, reason);
        }
    }

    /** A log and the client's date of it. */
    public record DatedLog(LocalDate on, LogValues values) {}

    /** How many logs counted in the week that began on this Monday. */
    public record Week(LocalDate startsOn, int count) {}

    /** A count by week, from the first week with a log to the last, weeks without one too; none without logs. */
    public record Counted(String code, List<Week> weeks) {}

    /** Differences within one log, in the order of the definition. */
    public static List<Derived> ofOne(ExerciseDefinition definition, LogValues log) {
        return measures(definition, Kind.DIFFERENCE).stream()
                .map(measure -> difference(measure, log))
                .toList();
    }

    /** How many logs a week, in the order of the definition. Weeks begin on Monday. */
    public static List<Counted> perWeek(ExerciseDefinition definition, Collection<DatedLog> logs) {
        return measures(definition, Kind.COUNT).stream()
                .map(measure -> counted(measure, logs))
                .toList();
    }

    /** Shares over these logs, from 0 to 1, half-up, in the order of the definition. */
    public static List<Derived> shares(ExerciseDefinition definition, Collection<LogValues> logs) {
        return measures(definition, Kind.SHARE).stream()
                .map(measure -> share(measure, logs))
                .toList();
    }

    private static List<DerivedMeasure> measures(ExerciseDefinition definition, Kind kind) {
        return definition.derived().stream()
                .filter(measure -> measure.kind() == kind)
                .toList();
    }

    private static Derived difference(DerivedMeasure measure, LogValues log) {
        return number(log, measure.from()) instanceof BigDecimal from
                        && number(log, measure.to()) instanceof BigDecimal to
                ? Derived.of(measure.code(), ValueCheck.plain(from.subtract(to)))
                : Derived.none(measure.code(), "not-logged");
    }

    private static @Nullable Object number(LogValues log, @Nullable String place) {
        return place == null ? null : log.at(place);
    }

    private static Counted counted(DerivedMeasure measure, Collection<DatedLog> logs) {
        var counts = new TreeMap<LocalDate, Integer>();
        for (var log : logs) {
            var week = log.on().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            counts.merge(week, says(log.values(), measure, measure.of()) ? 1 : 0, Integer::sum);
        }
        var weeks = new ArrayList<Week>();
        if (!counts.isEmpty()) {
            for (var week = counts.firstKey(); !week.isAfter(counts.lastKey()); week = week.plusWeeks(1)) {
                weeks.add(new Week(week, counts.getOrDefault(week, 0)));
            }
        }
        return new Counted(measure.code(), List.copyOf(weeks));
    }

    private static Derived share(DerivedMeasure measure, Collection<LogValues> logs) {
        var among =
                logs.stream().filter(log -> says(log, measure, measure.among())).toList();
        if (among.isEmpty()) {
            return Derived.none(measure.code(), "no-logs");
        }
        var part =
                among.stream().filter(log -> says(log, measure, measure.of())).count();
        var decimals = measure.decimals() == null ? USUAL_DECIMALS : measure.decimals();
        return Derived.of(
                measure.code(),
                BigDecimal.valueOf(part).divide(BigDecimal.valueOf(among.size()), decimals, RoundingMode.HALF_UP));
    }

    /** Whether what was chosen is one of these; of many, whether any is. */
    private static boolean says(LogValues log, DerivedMeasure measure, List<String> codes) {
        var said = measure.field() == null ? null : log.at(measure.field());
        if (said instanceof Boolean yes) {
            return codes.contains(yes ? "yes" : "no");
        }
        return said instanceof Collection<?> many
                ? many.stream().anyMatch(codes::contains)
                : said != null && codes.contains(said);
    }
}
