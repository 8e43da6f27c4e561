package dev.kith.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.log.LoggedWork;
import dev.kith.time.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a log tells of a try, also one of an exercise that measures otherwise than a ladder does. */
class FromLogTest {
    @Test
    void thePeakIsMetAndTheRestStandsBeside() {
        var told = FromLog.told(
                log(Map.of(
                        "before.suds", new BigDecimal(6),
                        "after.suds-peak", new BigDecimal(7),
                        "before.expectation", new BigDecimal(80),
                        "after.outcome", "asked-yes")),
                5);
        assertThat(told).isEqualTo(new RungAttempt.Told(5, 7, 80, "asked-yes", false));
    }

    @Test
    void whatIsInAnotherMeasureIsNotKnown() {
        for (var other : new Object[] {new BigDecimal(70), new BigDecimal(-1), new BigDecimal("6.5"), "high", true}) {
            var told = FromLog.told(log(Map.of("after.suds-peak", other, "before.suds", other)), null);
            assertThat(told.met()).as("%s", other).isNull();
            assertThat(told.outcome()).isEqualTo("unknown");
        }
        for (var other : new Object[] {new BigDecimal(101), new BigDecimal("0.8"), "sure"}) {
            assertThat(FromLog.told(log(Map.of("before.expectation", other)), null)
                            .expectation())
                    .as("%s", other)
                    .isNull();
        }
        for (var other : new Object[] {new BigDecimal("1e30"), new BigDecimal("1.5"), "first"}) {
            assertThat(FromLog.rung(log(Map.of("before.rung", other))))
                    .as("%s", other)
                    .isNull();
        }
    }

    @Test
    void whereThePeakIsNotKnownTheHigherOfBeforeAndAfterIsMet() {
        var told = FromLog.told(
                log(Map.of(
                        "after.suds-peak", new BigDecimal(70),
                        "before.suds", new BigDecimal(6),
                        "after.suds", new BigDecimal(3))),
                null);
        assertThat(told.met()).isEqualTo(6);
    }

    private static LoggedWork log(Map<String, Object> facts) {
        return new LoggedWork(
                Ids.next(),
                Ids.next(),
                null,
                "own-ladder",
                1,
                true,
                1,
                Instant.EPOCH,
                false,
                null,
                new HashMap<>(facts));
    }
}
