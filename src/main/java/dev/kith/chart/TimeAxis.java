package dev.kith.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The days of a chart, from left to right, as the calendar of its zone has them. */
record TimeAxis(Instant from, Instant to, double left, double right, ZoneId zone, Locale locale) {
    /** Between two dates, in pixels. */
    private static final double ROOM = 60;

    private static final double ROOM_OF_MONTHS = 42;

    private static final Duration SHORTEST = Duration.ofDays(8);

    /** Over all these moments, with some room beside them. */
    static TimeAxis over(List<Instant> moments, double left, double right, ZoneId zone, Locale locale) {
        var first = moments.stream().min(Instant::compareTo).orElse(Instant.EPOCH);
        var last = moments.stream().max(Instant::compareTo).orElse(Instant.EPOCH);
        var span = Duration.between(first, last);
        var beside = span.compareTo(SHORTEST) < 0 ? SHORTEST.minus(span).dividedBy(2) : span.dividedBy(28);
        return new TimeAxis(first.minus(beside), last.plus(beside), left, right, zone, locale);
    }

    double x(Instant at) {
        var share = (double) Duration.between(from, at).toSeconds()
                / Duration.between(from, to).toSeconds();
        return left + share * (right - left);
    }

    /** A day that is named: its date, and its year where that is new. */
    record Tick(double x, String date, String year) {}

    /** How far apart named days are. */
    private enum Step {
        DAY(ChronoUnit.DAYS, 1),
        TWO_DAYS(ChronoUnit.DAYS, 2),
        WEEK(ChronoUnit.WEEKS, 1),
        TWO_WEEKS(ChronoUnit.WEEKS, 2),
        MONTH(ChronoUnit.MONTHS, 1),
        TWO_MONTHS(ChronoUnit.MONTHS, 2),
        QUARTER(ChronoUnit.MONTHS, 3),
        HALF_YEAR(ChronoUnit.MONTHS, 6),
        YEAR(ChronoUnit.YEARS, 1),
        TWO_YEARS(ChronoUnit.YEARS, 2),
        FIVE_YEARS(ChronoUnit.YEARS, 5),
        TEN_YEARS(ChronoUnit.YEARS, 10),
        FIFTY_YEARS(ChronoUnit.YEARS, 50);

        private final ChronoUnit unit;
        private final int count;

        Step(ChronoUnit unit, int count) {
            this.unit = unit;
            this.count = count;
        }

        private double days() {
            return (double) unit.getDuration().toDays() * count;
        }

        private LocalDate first(LocalDate from) {
            return switch (unit) {
                case WEEKS -> from.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
                case MONTHS -> from.withDayOfMonth(1).withMonth((from.getMonthValue() - 1) / count * count + 1);
                case YEARS -> LocalDate.of(from.getYear() / count * count, 1, 1);
                default -> from;
            };
        }

        private boolean namesDays() {
            return unit == ChronoUnit.DAYS || unit == ChronoUnit.WEEKS;
        }
    }

    List<Tick> ticks() {
        var step = step();
        var ticks = new ArrayList<Tick>();
        var date = step.first(from.atZone(zone).toLocalDate());
        var year = Integer.MIN_VALUE;
        for (; !date.atStartOfDay(zone).toInstant().isAfter(to); date = date.plus(step.count, step.unit)) {
            var at = date.atStartOfDay(zone).toInstant();
            if (at.isBefore(from)) {
                continue;
            }
            var named = step.unit == ChronoUnit.YEARS ? "" : name(date, step);
            ticks.add(new Tick(x(at), named, date.getYear() == year ? "" : String.valueOf(date.getYear())));
            year = date.getYear();
        }
        return ticks;
    }

    private Step step() {
        var days = Duration.between(from, to).toSeconds() / 86_400.0;
        for (var step : Step.values()) {
            var room = step.namesDays() ? ROOM : ROOM_OF_MONTHS;
            if (days / step.days() * room <= right - left) {
                return step;
            }
        }
        return Step.FIFTY_YEARS;
    }

    private String name(LocalDate date, Step step) {
        return (step.namesDays() ? dayAndMonth(locale) : DateTimeFormatter.ofPattern("LLL", locale)).format(date);
    }

    /** The locale's own date without its year. */
    private static DateTimeFormatter dayAndMonth(Locale locale) {
        var full = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.MEDIUM, null, IsoChronology.INSTANCE, locale);
        var without = full.replaceAll("^[yu]+[^\\p{Alpha}']*|[^\\p{Alpha}'.]*('[^']*')?[^\\p{Alpha}'.]*[yu]+.*$", "");
        return DateTimeFormatter.ofPattern(without.isBlank() ? "d.M." : without.strip(), locale);
    }
}
