package dev.kith.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.change.DistressDrop.Session;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DistressDropTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void withinSessionsAndFromOneToTheNextAreTwoThings() {
        var drop = DistressDrop.of(List.of(session(1, 7, 8, 4), session(0, 8, 9, 6), session(2, 5, 6, 4)));

        assertThat(drop.within()).as("2, 3 and 1").isEqualByComparingTo("2");
        assertThat(drop.fromPeak()).as("3, 4 and 2").isEqualByComparingTo("3");
        assertThat(drop.betweenBefore()).isEqualByComparingTo("3");
        assertThat(drop.betweenPeak()).isEqualByComparingTo("3");
    }

    @Test
    void whatWasNotNotedIsLeftOutAndCounted() {
        var drop = DistressDrop.of(List.of(session(0, 8, null, null), session(1, 0, null, 0), session(2, 7, 9, 2)));

        assertThat(drop.sessions()).isEqualTo(3);
        assertThat(drop.withinSessions()).as("0 is an answer").isEqualTo(2);
        assertThat(drop.within()).isEqualByComparingTo("2.5");
        assertThat(drop.fromPeakSessions()).isEqualTo(1);
        assertThat(drop.betweenPeak()).as("one peak is no change").isNull();
    }

    @Test
    void aRiseIsANegativeDrop() {
        assertThat(DistressDrop.of(List.of(session(0, 3, null, 6))).within()).isEqualByComparingTo("-3");
    }

    @Test
    void withoutSessionsNothingIsSaid() {
        assertThat(DistressDrop.of(List.of()))
                .returns(null, DistressDrop::within)
                .returns(Reason.NO_SESSION, DistressDrop::reason);
    }

    @Test
    void twoSessionsAtOneTimeMayComeInEitherOrder() {
        var one = session(1, 3, 7, 1);
        var other = session(1, 6, 4, 2);
        var first = session(0, 9, 9, 5);

        assertThat(DistressDrop.of(List.of(first, one, other))).isEqualTo(DistressDrop.of(List.of(other, one, first)));
    }

    private static Session session(int day, @Nullable Integer before, @Nullable Integer peak, @Nullable Integer after) {
        return new Session(START.plus(Duration.ofDays(day)), n(before), n(peak), n(after), false);
    }

    private static @Nullable BigDecimal n(@Nullable Integer value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }
}
