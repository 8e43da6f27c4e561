package dev.kith.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The norms of one group of people.
 *
 * @param sex null for both
 * @param ageFrom whole years, included; null for any
 * @param ageTo whole years, included; null for any
 * @param points raw scores rising
 */
public record Stratum(
        @Nullable Sex sex,
        @Nullable Integer ageFrom,
        @Nullable Integer ageTo,
        List<Point> points) {

    /** What one raw score is. */
    public record Point(BigDecimal raw, BigDecimal value) {}

    public Stratum {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a stratum needs points");
        }
        for (var i = 1; i < points.size(); i++) {
            if (points.get(i - 1).raw().compareTo(points.get(i).raw()) >= 0) {
                throw new IllegalArgumentException("raw scores of a stratum rise, but "
                        + points.get(i).raw() + " follows " + points.get(i - 1).raw());
            }
        }
        if (ageFrom != null && ageTo != null && ageFrom > ageTo) {
            throw new IllegalArgumentException("a stratum of ages from " + ageFrom + " to " + ageTo);
        }
    }

    boolean fits(Circumstances who) {
        var age = who.ageYears();
        return (sex == null || sex == who.sex())
                && (ageFrom == null || age != null && age >= ageFrom)
                && (ageTo == null || age != null && age <= ageTo);
    }

    /** What would have to be known to say whether it fits; null when enough is, or when it does not fit anyway. */
    ScaleScore.@Nullable Reason unknownIn(Circumstances who) {
        var age = who.ageYears();
        if (sex != null && who.sex() != null && sex != who.sex() || age != null && !holds(age)) {
            return null;
        }
        if (sex != null && who.sex() == null) {
            return ScaleScore.Reason.SEX_UNKNOWN;
        }
        return age == null && (ageFrom != null || ageTo != null) ? ScaleScore.Reason.AGE_UNKNOWN : null;
    }

    private boolean holds(int age) {
        return (ageFrom == null || age >= ageFrom) && (ageTo == null || age <= ageTo);
    }

    /** Whether everybody in the other is in this one too. */
    boolean fitsAllOf(Stratum other) {
        return (sex == null || sex == other.sex)
                && (ageFrom == null || other.ageFrom != null && other.ageFrom >= ageFrom)
                && (ageTo == null || other.ageTo != null && other.ageTo <= ageTo);
    }

    Reading read(BigDecimal raw, boolean interpolated, boolean clamp) {
        var first = points.get(0);
        var last = points.get(points.size() - 1);
        if (raw.compareTo(first.raw()) < 0 || raw.compareTo(last.raw()) > 0) {
            var end = raw.compareTo(first.raw()) < 0 ? first : last;
            return clamp ? Reading.of(end.value()) : Reading.none(ScaleScore.Reason.OUTSIDE_TABLE);
        }
        var above = 0;
        while (points.get(above).raw().compareTo(raw) < 0) {
            above++;
        }
        var upper = points.get(above);
        if (upper.raw().compareTo(raw) == 0) {
            return Reading.of(upper.value());
        }
        return interpolated
                ? Reading.of(between(points.get(above - 1), upper, raw))
                : Reading.none(ScaleScore.Reason.OUTSIDE_TABLE);
    }

    private static Exact between(Point lower, Point upper, BigDecimal raw) {
        var wide = upper.raw().subtract(lower.raw());
        var rise = upper.value().subtract(lower.value());
        var top = lower.value().multiply(wide).add(rise.multiply(raw.subtract(lower.raw())));
        return Exact.of(top).over(wide);
    }
}
