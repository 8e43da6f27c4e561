package dev.kith.change;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Change over many clients, of those alone who were measured twice: the mean of everybody's first less the mean of everybody's last compares
 * different people, and who stays away after one bad day would count as progress. Means have 2 decimals, half-up.
 *
 * @param clients measured twice
 * @param once measured once: told, never counted in
 * @param baseline mean; null with a reason
 * @param latest mean; null with a reason
 * @param gain mean of each one's gain, positive is better (or more, where neither end is the better one); null with a reason
 */
public record GroupChange(
        NamedRule rule,
        Direction direction,
        int clients,
        int once,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal latest,
        @Nullable BigDecimal gain,
        @Nullable Reason reason) {
    public static final NamedRule RULE = new NamedRule("paired-group-change", 1);

    private static final int DECIMALS = 2;

    /**
     * One client.
     *
     * @param baseline null when never measured
     * @param latest null when not measured again
     */
    public record ClientEnds(
            @Nullable BigDecimal baseline, @Nullable BigDecimal latest) {
        private BigDecimal first() {
            return Objects.requireNonNull(baseline);
        }

        private BigDecimal last() {
            return Objects.requireNonNull(latest);
        }
    }

    public static GroupChange of(Direction direction, Collection<ClientEnds> clients) {
        List<ClientEnds> twice = clients.stream()
                .filter(client -> client.baseline() != null && client.latest() != null)
                .toList();
        var once = (int) clients.stream()
                .filter(client -> (client.baseline() == null) != (client.latest() == null))
                .count();
        return new GroupChange(
                RULE,
                direction,
                twice.size(),
                once,
                Decimals.mean(twice.stream().map(ClientEnds::first).toList(), DECIMALS),
                Decimals.mean(twice.stream().map(ClientEnds::last).toList(), DECIMALS),
                Decimals.mean(
                        twice.stream()
                                .map(client -> direction.gain(client.first(), client.last()))
                                .toList(),
                        DECIMALS),
                twice.isEmpty() ? Reason.NOBODY_MEASURED_TWICE : null);
    }
}
