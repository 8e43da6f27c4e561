package dev.kith.change;

import dev.kith.change.GroupChange.ClientEnds;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How large a group's change is beside how far its clients lay apart at the start: the mean gain over the standard deviation of the baselines, with n - 1
 * below (Cohen's d with the SD of the first measurement: Becker 1988, Br J Math Stat Psychol 41:257-278; Morris and DeShon 2002, Psychol Methods
 * 7:105-125). No correction for small groups. Of those alone who were measured twice. 2 decimals, half-up.
 *
 * @param value positive is better (or more, where neither end is the better one); null with a reason
 * @param sd of the baselines; null of fewer than two clients
 */
public record EffectSize(
        NamedRule rule,
        @Nullable BigDecimal value,
        @Nullable BigDecimal sd,
        @Nullable Reason reason) {
    public static final NamedRule RULE = new NamedRule("effect-size-by-baseline-sd", 1);

    private static final int DECIMALS = 2;

    public static EffectSize of(Direction direction, Collection<ClientEnds> clients) {
        var twice = clients.stream()
                .filter(client -> client.baseline() != null && client.latest() != null)
                .toList();
        if (twice.size() < 2) {
            return new EffectSize(RULE, null, null, Reason.TOO_FEW_CLIENTS);
        }
        var firsts = twice.stream()
                .map(client -> Objects.requireNonNull(client.baseline()))
                .toList();
        var lasts = twice.stream()
                .map(client -> Objects.requireNonNull(client.latest()))
                .toList();
        var sd = deviation(firsts);
        if (sd.signum() == 0) {
            return new EffectSize(RULE, null, Decimals.shown(sd, DECIMALS), Reason.BASELINES_ALIKE);
        }
        var gain = direction.gain(Decimals.mean(firsts), Decimals.mean(lasts));
        return new EffectSize(
                RULE, Decimals.shown(gain.divide(sd, Decimals.DIGITS), DECIMALS), Decimals.shown(sd, DECIMALS), null);
    }

    /** Of a sample. What is summed is exact, so that values that are alike come to 0. */
    private static BigDecimal deviation(List<BigDecimal> values) {
        var n = BigDecimal.valueOf(values.size());
        var sum = Decimals.sum(values);
        var squares =
                Decimals.sum(values.stream().map(value -> value.multiply(value)).toList());
        return squares.multiply(n)
                .subtract(sum.multiply(sum))
                .divide(n.multiply(n.subtract(BigDecimal.ONE)), Decimals.DIGITS)
                .sqrt(Decimals.DIGITS);
    }
}
