package dev.kith.change;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was expected, set beside what came. Means have 2 decimals, half-up; they are null of none.
 *
 * @param tries how many have both
 * @param expected mean of what was expected
 * @param came mean of what came
 * @param gap mean of expected less came: with distress or refusals, above 0 it went better than feared
 * @param asFearedOrWorse share of the tries in which at least as much came as was expected
 */
public record Forecast(
        NamedRule rule,
        int tries,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal came,
        @Nullable BigDecimal gap,
        @Nullable BigDecimal asFearedOrWorse,
        @Nullable Reason reason) {
    public static final NamedRule RULE = new NamedRule("forecast", 1);

    private static final int DECIMALS = 2;

    /**
     * One try.
     *
     * @param expected null when nothing was; then it does not count
     * @param came null when it was not noted; then it does not count
     */
    public record Foreseen(
            @Nullable BigDecimal expected, @Nullable BigDecimal came) {

        /** Distress or another rating. */
        public static Foreseen of(@Nullable Integer expected, @Nullable Integer came) {
            return new Foreseen(number(expected), number(came));
        }

        /**
         * Something that happens or does not.
         *
         * @param percent how sure one was that it would, 0 to 100; null when nothing was said
         */
        public static Foreseen event(@Nullable Integer percent, boolean happened) {
            return new Foreseen(
                    percent == null ? null : BigDecimal.valueOf(percent, DECIMALS),
                    happened ? BigDecimal.ONE : BigDecimal.ZERO);
        }

        private static @Nullable BigDecimal number(@Nullable Integer number) {
            return number == null ? null : BigDecimal.valueOf(number);
        }
    }

    private record Both(BigDecimal expected, BigDecimal came) {}

    public static Forecast of(Collection<Foreseen> tries) {
        var pairs = tries.stream()
                .flatMap(one -> Stream.ofNullable(one.expected())
                        .flatMap(expected -> Stream.ofNullable(one.came()).map(came -> new Both(expected, came))))
                .toList();
        return new Forecast(
                RULE,
                pairs.size(),
                Decimals.mean(pairs.stream().map(Both::expected).toList(), DECIMALS),
                Decimals.mean(pairs.stream().map(Both::came).toList(), DECIMALS),
                Decimals.mean(
                        pairs.stream()
                                .map(pair -> pair.expected().subtract(pair.came()))
                                .toList(),
                        DECIMALS),
                Decimals.share(
                        pairs.stream()
                                .filter(pair -> pair.came().compareTo(pair.expected()) >= 0)
                                .count(),
                        pairs.size(),
                        DECIMALS),
                pairs.isEmpty() ? Reason.NOTHING_EXPECTED : null);
    }
}
