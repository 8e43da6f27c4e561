package dev.kith.change;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was fitted, enough to tell every band anew: the plane through the means, and the sums that its errors are made of.
 *
 * @param scores later ones that it was fitted to
 * @param initial mean of first scores, as {@link EpisodeSums} has it
 * @param late mean ln(1 + session)
 * @param value mean later score
 * @param lowest first score that was seen
 * @param highest first score that was seen
 * @param sessions the last session that was seen
 * @param b1 points by a point of the first score
 * @param b2 points by ln(1 + session)
 * @param deviation of what is left, in points
 */
public record FittedResponse(
        int scores,
        double initial,
        double late,
        double value,
        double lowest,
        double highest,
        int sessions,
        double b1,
        double b2,
        double deviation,
        double ii,
        double it,
        double tt) {

    private static final int PARAMETERS = 3;
    private static final double ALIKE = 1e-9;

    /** Least squares; null when the episodes are too much alike. */
    static @Nullable FittedResponse of(EpisodeSums sums) {
        var determinant = sums.ii() * sums.tt() - sums.it() * sums.it();
        if (determinant <= ALIKE * sums.ii() * sums.tt()) {
            return null;
        }
        var b1 = (sums.iv() * sums.tt() - sums.tv() * sums.it()) / determinant;
        var b2 = (sums.tv() * sums.ii() - sums.iv() * sums.it()) / determinant;
        var left = Math.max(0, sums.vv() - b1 * sums.iv() - b2 * sums.tv());
        return new FittedResponse(
                sums.scores(),
                sums.initial(),
                sums.late(),
                sums.value(),
                sums.lowest(),
                sums.highest(),
                sums.sessions(),
                b1,
                b2,
                Math.sqrt(left / (sums.scores() - PARAMETERS)),
                sums.ii(),
                sums.it(),
                sums.tt());
    }

    /** b0: what a first score of 0 would come to at session 0. */
    public double intercept() {
        return value - b1 * initial - b2 * late;
    }

    /** Whether such a first score and so late a session were seen; beyond, the formula would only guess. */
    boolean covers(BigDecimal first, int session) {
        return first.doubleValue() >= lowest && first.doubleValue() <= highest && session <= sessions;
    }

    /** The expected score, unrounded. */
    double expected(BigDecimal first, int session) {
        return value + b1 * fromMean(first) + b2 * fromMean(session);
    }

    /** How much less is known of such a score than of one in the middle of all. */
    double leverage(BigDecimal first, int session) {
        var i = fromMean(first);
        var t = fromMean(session);
        return 1.0 / scores + (i * i * tt - 2 * i * t * it + t * t * ii) / (ii * tt - it * it);
    }

    private double fromMean(BigDecimal first) {
        return first.doubleValue() - initial;
    }

    private double fromMean(int session) {
        return Math.log1p(session) - late;
    }

    /** Degrees of freedom that are left. */
    int freedom() {
        return scores - PARAMETERS;
    }

    /** Whether it tells the same but for the last digits, which depend on the order in which scores were added. */
    public boolean isLike(FittedResponse other) {
        return scores == other.scores
                && near(initial, other.initial)
                && near(late, other.late)
                && near(value, other.value)
                && near(lowest, other.lowest)
                && near(highest, other.highest)
                && sessions == other.sessions
                && near(b1, other.b1)
                && near(b2, other.b2)
                && near(deviation, other.deviation)
                && near(ii, other.ii)
                && near(it, other.it)
                && near(tt, other.tt);
    }

    private static boolean near(double one, double other) {
        return Math.abs(one - other) <= ALIKE * Math.max(1, Math.max(Math.abs(one), Math.abs(other)));
    }
}
