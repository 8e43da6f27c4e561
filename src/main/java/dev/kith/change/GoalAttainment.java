package dev.kith.change;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Goal attainment scaling (Kiresuk and Sherman 1968): T = 50 + 10 * sum(w x) / sqrt((1 - rho) * sum(w^2) + rho * (sum w)^2), with rho = 0.3, the
 * usual assumption of how far goals go together. 50 is all that was expected. The formula as printed in Turner-Stokes 2009 had errors, put right in
 * an erratum; this is the right one. T stays within 50 plus or minus 20 / sqrt(rho), about 36.5, whatever the goals and weights.
 */
public final class GoalAttainment {
    public static final NamedRule RULE = new NamedRule("goal-attainment", 1);
    public static final BigDecimal RHO = new BigDecimal("0.3");

    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final BigDecimal FIFTY = BigDecimal.valueOf(50);
    private static final int DECIMALS = 2;
    private static final int BEST = 2;

    private GoalAttainment() {}

    /** A rating lies from -2, much less than expected, over 0, as expected, to +2, much more. */
    private static int checked(int rating) {
        if (Math.abs(rating) > BEST) {
            throw new IllegalArgumentException("a rating is from -2 to 2, not " + rating);
        }
        return rating;
    }

    private static BigDecimal checked(BigDecimal weight) {
        if (weight.signum() < 0) {
            throw new IllegalArgumentException("a weight is not negative: " + weight);
        }
        return weight;
    }

    /** A goal and how far it was reached. */
    public record Rated(BigDecimal weight, int rating) {
        public Rated {
            checked(weight);
            checked(rating);
        }
    }

    /**
     * A goal at two times; a goal that was not rated at one of them has no part in the change.
     *
     * @param baseline usually -1 or -2
     */
    public record RatedTwice(
            BigDecimal weight,
            @Nullable Integer baseline,
            @Nullable Integer latest) {
        public RatedTwice {
            checked(weight);
            if (baseline != null) {
                checked(baseline);
            }
            if (latest != null) {
                checked(latest);
            }
        }
    }

    /**
     * A T-score.
     *
     * @param t 2 decimals, half-up; null with a reason
     * @param goals how many it is made of
     * @param weighedAlike whether all weights were 0, so that the goals were taken as equal: a clinician who weighs nothing has not said that nothing matters
     */
    public record Score(
            NamedRule rule,
            @Nullable BigDecimal t,
            int goals,
            BigDecimal rho,
            boolean weighedAlike,
            @Nullable Reason reason) {}

    /**
     * A change in T-score over the goals that were rated at both times.
     *
     * @param change latest less baseline, of the rounded scores; null with a reason
     * @param leftOut goals rated at one time only
     */
    public record GoalChange(
            Score baseline,
            Score latest,
            @Nullable BigDecimal change,
            int leftOut,
            @Nullable Reason reason) {}

    public static Score score(Collection<Rated> goals) {
        if (goals.isEmpty()) {
            return new Score(RULE, null, 0, RHO, false, Reason.NO_GOAL);
        }
        var alike = goals.stream().allMatch(goal -> goal.weight().signum() == 0);
        Function<Rated, BigDecimal> weight = goal -> alike ? BigDecimal.ONE : goal.weight();
        var reached = Decimals.sum(goals.stream()
                .map(goal -> weight.apply(goal).multiply(BigDecimal.valueOf(goal.rating())))
                .toList());
        var squares = Decimals.sum(
                goals.stream().map(goal -> weight.apply(goal).pow(2)).toList());
        var whole = Decimals.sum(goals.stream().map(weight).toList()).pow(2);
        var spread = BigDecimal.ONE
                .subtract(RHO)
                .multiply(squares)
                .add(RHO.multiply(whole))
                .sqrt(DIGITS);
        var t = FIFTY.add(reached.multiply(BigDecimal.TEN).divide(spread, DIGITS));
        return new Score(RULE, t.setScale(DECIMALS, RoundingMode.HALF_UP), goals.size(), RHO, alike, null);
    }

    public static GoalChange change(Collection<RatedTwice> goals) {
        var before = new ArrayList<Rated>();
        var now = new ArrayList<Rated>();
        for (var goal : goals) {
            if (goal.baseline() != null && goal.latest() != null) {
                before.add(new Rated(goal.weight(), goal.baseline()));
                now.add(new Rated(goal.weight(), goal.latest()));
            }
        }
        return change(score(before), score(now), goals.size() - before.size());
    }

    private static GoalChange change(Score baseline, Score latest, int leftOut) {
        if (baseline.goals() == 0) {
            return new GoalChange(
                    baseline, latest, null, leftOut, leftOut == 0 ? Reason.NO_GOAL : Reason.NO_GOAL_RATED_TWICE);
        }
        var change = Objects.requireNonNull(latest.t()).subtract(Objects.requireNonNull(baseline.t()));
        return new GoalChange(baseline, latest, change, leftOut, null);
    }

    /** For a caller that weighs as the literature does: importance times difficulty. */
    public static BigDecimal weight(int importance, int difficulty) {
        return BigDecimal.valueOf((long) importance * difficulty);
    }
}
