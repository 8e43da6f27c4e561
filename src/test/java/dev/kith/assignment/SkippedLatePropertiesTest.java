package dev.kith.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When something was skipped offline, whatever the app's clock shows. */
class SkippedLatePropertiesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Property
    void isToldByOurClockHoweverWrongTheAppsIs(
            @ForAll @IntRange(min = -5_000_000, max = 5_000_000) int aheadSeconds,
            @ForAll @IntRange(min = 0, max = 5_000_000) int agoSeconds) {
        var ahead = Duration.ofSeconds(aheadSeconds);
        var then = NOON.minusSeconds(agoSeconds);
        var late = late(then.plus(ahead), NOON.plus(ahead));
        assertThat(late.byOurClock(NOON)).isEqualTo(then);
        assertThat(late.ahead(NOON)).isEqualTo(ahead);
    }

    @Property
    void isNeverInTheFuture(
            @ForAll @IntRange(min = -5_000_000, max = 5_000_000) int aheadSeconds,
            @ForAll @IntRange(min = 1, max = 5_000_000) int laterSeconds) {
        var theirs = NOON.plusSeconds(aheadSeconds);
        assertThat(late(theirs.plusSeconds(laterSeconds), theirs).byOurClock(NOON))
                .isEqualTo(NOON);
    }

    @Test
    void withoutATimeItIsNow() {
        assertThat(new SkippedLate(Barrier.FORGOT, null, null, NOON.plusSeconds(7_200)).byOurClock(NOON))
                .isEqualTo(NOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59Z", "2300-01-01T00:00:01Z", "+1000000000-12-31T23:59:59Z"})
    void whatNobodyCanMeanIsRefused(String said) {
        assertThatThrownBy(() -> late(Instant.parse(said), NOON).byOurClock(NOON))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(fault -> fault.pointer() + " " + fault.code())
                                .containsExactly("/skippedAt out-of-range"));
    }

    /** By a clock that is fifty years ahead, it was before there was any. */
    @Test
    void norWhatIsSoOnceItIsCorrected() {
        assertThatThrownBy(() -> late(Instant.parse("1975-01-01T00:00:00Z"), NOON.plus(Duration.ofDays(20_000)))
                        .byOurClock(NOON))
                .isInstanceOf(ProblemException.class);
    }

    private static SkippedLate late(Instant skippedAt, Instant theirs) {
        return new SkippedLate(Barrier.NO_TIME, null, skippedAt, theirs);
    }
}
