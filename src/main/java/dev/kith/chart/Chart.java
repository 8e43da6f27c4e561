package dev.kith.chart;

import dev.kith.change.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One scale over time, as it is to be drawn. Texts are in the reader's language already; what the chart says by itself is in the nearest language to
 * the locale that it has words for.
 *
 * @param title of the questionnaire, in full or short
 * @param scale name of the scale
 * @param lowest value that the scale can have: the axis begins there
 * @param highest value that the scale can have, not less than lowest: the axis ends there, or one above the only value that there is
 * @param unit of the values; null for plain points
 * @param points in the order of time, at most {@link #MOST_POINTS}, each within the range
 * @param gaps where a measure should be and none is; in any order
 * @param bands in the order of their values, not overlapping; none when the scale has none
 * @param baseline null while nothing counts
 * @param notice what must stand beside every result; null when nothing must
 * @param zone in which days are told
 */
public record Chart(
        String title,
        String scale,
        BigDecimal lowest,
        BigDecimal highest,
        @Nullable String unit,
        Direction direction,
        List<Point> points,
        List<Gap> gaps,
        List<Band> bands,
        @Nullable Baseline baseline,
        @Nullable String notice,
        Locale locale,
        ZoneId zone) {

    /** Three a day for two years. More is no picture, and work without bound. */
    public static final int MOST_POINTS = 2200;

    public Chart {
        points = List.copyOf(points);
        gaps = List.copyOf(gaps);
        bands = List.copyOf(bands);
        if (lowest.compareTo(highest) > 0) {
            throw new IllegalArgumentException("a scale goes from less to more, not from " + lowest + " to " + highest);
        }
        highest = lowest.compareTo(highest) == 0 ? lowest.add(BigDecimal.ONE) : highest;
        if (points.size() + gaps.size() > MOST_POINTS) {
            throw new IllegalArgumentException("more than " + MOST_POINTS + " points and gaps");
        }
        for (var i = 0; i < points.size(); i++) {
            var point = points.get(i);
            if (point.value().compareTo(lowest) < 0 || point.value().compareTo(highest) > 0) {
                throw new IllegalArgumentException(point.value() + " is off the scale");
            }
            if (i > 0 && point.at().isBefore(points.get(i - 1).at())) {
                throw new IllegalArgumentException("points go in the order of time");
            }
        }
    }

    /**
     * One score.
     *
     * @param comparable whether it compares with the latest: given on a version that is scored the same way
     * @param afterBreak whether it does not compare with the point before it, so that no line joins them
     */
    public record Point(Instant at, BigDecimal value, boolean comparable, boolean afterBreak) {

        /** A point like the one before it. */
        public static Point of(Instant at, BigDecimal value) {
            return new Point(at, value, true, false);
        }
    }

    /** A measure that is not there: no line goes across it. */
    public record Gap(Instant at, Kind kind) {

        /** Why it is not there. */
        public enum Kind {
            /** It was due and nobody answered. */
            MISSED,
            /** Whoever should have answered said that it would not be done. */
            SKIPPED,
            /** It was answered, but too little of it to count. */
            NOT_COUNTED,
            /** Nobody is told, or nothing was there to be measured: no line goes across it, and nothing else shows it. */
            UNTOLD
        }
    }

    /** What a range of values is called; both ends belong to it. */
    public record Band(BigDecimal from, BigDecimal to, String label) {}

    /**
     * What a change is counted from.
     *
     * @param threshold change in points, more than 0, from which on it is reliable; null when nothing was published
     * @param reason why there is no threshold, in the reader's language; null when there is one
     */
    public record Baseline(
            Instant at,
            BigDecimal value,
            @Nullable BigDecimal threshold,
            @Nullable String reason) {

        /** A baseline on a scale about whose reliability nothing was published. */
        public static Baseline unpublished(Instant at, BigDecimal value, Locale locale) {
            return new Baseline(at, value, null, new Wording(locale, java.time.ZoneOffset.UTC).say("nothingPublished"));
        }

        public Baseline {
            if ((threshold == null) == (reason == null)) {
                throw new IllegalArgumentException("a baseline has a threshold or a reason why there is none");
            }
            if (threshold != null && threshold.signum() <= 0) {
                throw new IllegalArgumentException("a threshold is more than 0, not " + threshold);
            }
        }
    }

    /** The same for whom it is about: without what values are called, and with nothing that says what is missing. Lines stay parted. */
    public Chart forTheClient() {
        var untold =
                gaps.stream().map(gap -> new Gap(gap.at(), Gap.Kind.UNTOLD)).toList();
        return new Chart(
                title, scale, lowest, highest, unit, direction, points, untold, List.of(), baseline, notice, locale,
                zone);
    }

    /** The gaps that are drawn and told. */
    List<Gap> told() {
        return gaps.stream().filter(gap -> gap.kind() != Gap.Kind.UNTOLD).toList();
    }

    /** Whether a line joins a point to the next one: they compare, and nothing is missing between them. */
    boolean joined(Point from, Point to) {
        return !to.afterBreak()
                && from.comparable() == to.comparable()
                && gaps.stream()
                        .noneMatch(
                                gap -> gap.at().isAfter(from.at()) && gap.at().isBefore(to.at()));
    }

    /** What a value is called; null when no band holds it. */
    @Nullable
    Band bandOf(BigDecimal value) {
        return bands.stream()
                .filter(band -> band.from().compareTo(value) <= 0 && band.to().compareTo(value) >= 0)
                .findFirst()
                .orElse(null);
    }
}
