package dev.kith.change;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sudden gains by the three criteria of Tang and DeRubeis (1999), and sudden losses by the same three turned round, each by its size. From one
 * session to the next:
 *
 * <ol>
 *   <li>the step is at least so many points (a reliable change; 7 for the BDI);
 *   <li>it is at least a quarter of the value before it;
 *   <li>the mean of the three values before it (its own included) is further from the mean of the three after it than the critical value of t at 5 %
 *       times their pooled SD, with n - 1 weights: 2.776, or 3.182 and 4.303 where one and two of the six are missing. At least two must be there on
 *       each side, so the first and the last step of a series are never judged.
 * </ol>
 *
 * <p>The first two count from the boundary on, the third only past it.
 */
public final class SuddenShifts {
    public static final NamedRule RULE = new NamedRule("sudden-shifts", 1);

    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final int AROUND = 3;
    private static final int DECIMALS = 2;
    /** By how many of the six values are missing. */
    private static final List<BigDecimal> CRITICAL_T =
            List.of(new BigDecimal("2.776"), new BigDecimal("3.182"), new BigDecimal("4.303"));

    private SuddenShifts() {}

    /** What a step was. */
    public enum Shift {
        GAIN,
        LOSS,
        NEITHER
    }

    /**
     * One step of the series.
     *
     * @param from index of the session before it; the one after it is from + 1
     * @param gain how much better, in points; negative is worse; null when either value is missing
     * @param meanBefore 2 decimals; null when nothing could be judged
     * @param missing how many of the six values around are missing
     * @param t critical value used
     * @param kind null with a reason
     */
    public record SessionStep(
            int from,
            @Nullable BigDecimal gain,
            @Nullable BigDecimal meanBefore,
            @Nullable BigDecimal meanAfter,
            int missing,
            @Nullable BigDecimal t,
            @Nullable Shift kind,
            @Nullable Reason reason) {}

    /** What was found, with the points that the first criterion asked for. */
    public record FoundShifts(NamedRule rule, Direction direction, BigDecimal points, List<SessionStep> steps) {}

    /**
     * Every step of a series.
     *
     * @param points of the first criterion, more than 0: see {@link ReliableChange#threshold}
     * @param sessions in the order of time, null where a session has no value
     */
    public static FoundShifts of(Direction direction, BigDecimal points, List<@Nullable BigDecimal> sessions) {
        if (points.signum() <= 0) {
            throw new IllegalArgumentException("a step is more than 0, not " + points);
        }
        return new FoundShifts(
                RULE,
                direction,
                points,
                IntStream.range(0, Math.max(0, sessions.size() - 1))
                        .mapToObj(from -> step(direction, points, sessions, from))
                        .toList());
    }

    private static SessionStep step(
            Direction direction, BigDecimal points, List<@Nullable BigDecimal> sessions, int from) {
        var before = side(sessions, from + 1 - AROUND, from + 1);
        var after = side(sessions, from + 1, from + 1 + AROUND);
        var missing = 2 * AROUND - before.size() - after.size();
        var here = sessions.get(from);
        var next = sessions.get(from + 1);
        if (here == null || next == null) {
            return new SessionStep(from, null, null, null, missing, null, null, Reason.NEIGHBOUR_MISSING);
        }
        var gain = direction.gain(here, next);
        if (before.size() < 2 || after.size() < 2) {
            return new SessionStep(from, gain, null, null, missing, null, null, Reason.TOO_FEW_AROUND);
        }
        var t = CRITICAL_T.get(missing);
        var sudden = gain.abs().compareTo(points) >= 0
                && gain.abs().compareTo(here.abs().multiply(QUARTER)) >= 0
                && lasts(before, after, t);
        return new SessionStep(
                from,
                gain,
                Decimals.mean(before, DECIMALS),
                Decimals.mean(after, DECIMALS),
                missing,
                t,
                sudden ? gain.signum() > 0 ? Shift.GAIN : Shift.LOSS : Shift.NEITHER,
                null);
    }

    /** Those that are there, of this part of the series. */
    private static List<BigDecimal> side(List<@Nullable BigDecimal> sessions, int from, int to) {
        return sessions.subList(Math.max(0, from), Math.min(sessions.size(), to)).stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /**
     * In squares, so that no root is rounded. Which way the means go need not be asked: a step against them makes the spread so wide that they never
     * reach it.
     */
    private static boolean lasts(List<BigDecimal> before, List<BigDecimal> after, BigDecimal t) {
        var apart = Decimals.mean(before).subtract(Decimals.mean(after));
        var freedom = BigDecimal.valueOf(before.size() + after.size() - 2L);
        var pooled = squares(before).add(squares(after)).divide(freedom, Decimals.DIGITS);
        return apart.multiply(apart).compareTo(t.multiply(t).multiply(pooled)) > 0;
    }

    /** Sum of the squared distances from the mean. */
    private static BigDecimal squares(List<BigDecimal> values) {
        var mean = Decimals.mean(values);
        return Decimals.sum(values.stream()
                .map(value -> value.subtract(mean).pow(2, Decimals.DIGITS))
                .toList());
    }
}
