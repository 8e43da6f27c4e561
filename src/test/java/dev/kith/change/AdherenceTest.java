package dev.kith.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.change.Adherence.CountedTask;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdherenceTest {
    private static final Instant START = Instant.parse("2026-03-02T20:00:00Z");
    private static final Duration GRACE = Duration.ofHours(2);

    @Test
    void whereNothingWasDueThereIsNoRate() {
        var nothing = of(List.of(), 7);

        assertThat(nothing.rate()).isNull();
        assertThat(nothing.onTimeRate()).isNull();
        assertThat(nothing.reason()).isEqualTo(Reason.NOTHING_DUE);
        assertThat(nothing.lagReason()).isEqualTo(Reason.NOTHING_DONE);
        assertThat(nothing.doseReason()).isEqualTo(Reason.NO_DOSE_PLANNED);
    }

    @Test
    void doneLateAndMissedAreToldApart() {
        var adherence = of(List.of(done(0, -1), done(1, 2), done(2, 30), missed(3)), 7);

        assertThat(adherence.due()).isEqualTo(4);
        assertThat(adherence.completed()).isEqualTo(3);
        assertThat(adherence.onTime()).as("two hours late are within the grace").isEqualTo(2);
        assertThat(adherence.rate()).isEqualByComparingTo("0.75");
        assertThat(adherence.onTimeRate()).isEqualByComparingTo("0.5");
        assertThat(adherence.medianLag()).isEqualTo(Duration.ofHours(2));
        assertThat(adherence.missedRow()).isEqualTo(1);
        assertThat(adherence.doneRow()).isZero();
    }

    @Test
    void theMedianOfAnEvenNumberLiesHalfway() {
        assertThat(of(List.of(done(0, 1), done(1, 4)), 7).medianLag()).isEqualTo(Duration.ofMinutes(150));
    }

    @Test
    void theFutureNeverCounts() {
        var adherence = of(List.of(done(0, 0), missed(9)), 7);

        assertThat(adherence.due()).isEqualTo(1);
        assertThat(adherence.rate()).isEqualByComparingTo("1");
    }

    @Test
    void whatWasWithdrawnLeavesTheDenominatorFromThereOn() {
        var ended = START.plus(Duration.ofDays(2));
        var tasks = List.of(
                new CountedTask(on(0), null, ended, null, null, null), // was due before
                new CountedTask(on(1), on(1), ended, null, null, null), // was done before
                new CountedTask(on(3), null, ended, null, null, null),
                new CountedTask(on(4), null, ended, null, null, null));
        var adherence = of(tasks, 7);

        assertThat(adherence.due()).isEqualTo(2);
        assertThat(adherence.withdrawn()).isEqualTo(2);
        assertThat(adherence.rate()).isEqualByComparingTo("0.5");
    }

    @Test
    void whatWasDoneCountsEvenWhereItWasWithdrawnBeforeItWasDue() {
        var early = new CountedTask(on(3), on(1), on(2), null, null, null);

        assertThat(of(List.of(early), 7).rate()).isEqualByComparingTo("1");
    }

    @Test
    void thePeriodBeginsAtItsStartAndEndsBeforeItsEnd() {
        var adherence = Adherence.of(List.of(missed(0), missed(1), missed(2)), on(0), on(2), on(9), GRACE);

        assertThat(adherence.due()).isEqualTo(2);
    }

    @Test
    void theDoseIsWhatWasDoneOfWhatWasPlanned() {
        var tasks = List.of(
                new CountedTask(on(0), on(0), null, 3, 2, null),
                new CountedTask(on(1), null, null, 3, null, "tired"),
                new CountedTask(on(2), on(2), null, 2, 3, null),
                new CountedTask(on(3), on(3), null, null, 9, null));

        var adherence = of(tasks, 7);
        assertThat(adherence.planned()).isEqualTo(8);
        assertThat(adherence.repeated()).isEqualTo(5);
        assertThat(adherence.doseRatio()).isEqualByComparingTo("0.625");
        assertThat(adherence.doseReason()).isNull();
    }

    @Test
    void aDoseForWhichThereIsTimeIsNoRatioOfNothing() {
        var running = new CountedTask(on(0), on(0), null, 0, 0, null);
        var waiting = new CountedTask(on(1), null, on(0), 1, 1, null);

        assertThat(of(List.of(running), 7).doseRatio()).isNull();
        assertThat(of(List.of(running), 7).doseReason()).isEqualTo(Reason.NOTHING_DUE);
        assertThat(of(List.of(waiting), 7).doseReason()).as("withdrawn").isEqualTo(Reason.NOTHING_DUE);
        assertThat(of(List.of(running, new CountedTask(on(1), null, null, 1, 1, null)), 7)
                        .doseRatio())
                .isEqualByComparingTo("0");
    }

    @Test
    void barriersAreCounted() {
        var tasks = Stream.of("tired", "no-time", "tired")
                .map(barrier -> new CountedTask(on(0), null, null, null, null, barrier))
                .toList();

        assertThat(of(tasks, 7).barriers().toString()).isEqualTo("{no-time=1, tired=2}");
    }

    @Property
    void sharesAreSharesAndTheOrderSaysNothing(@ForAll("tasks") List<CountedTask> tasks, @ForAll Random chance) {
        var adherence = of(tasks, 20);
        var mixed = new ArrayList<>(tasks);
        Collections.shuffle(mixed, chance);

        assertThat(of(mixed, 20)).isEqualTo(adherence);
        assertThat(adherence.rate() == null).isEqualTo(adherence.due() == 0);
        assertThat(adherence.onTime()).isLessThanOrEqualTo(adherence.completed());
        assertThat(adherence.completed()).isLessThanOrEqualTo(adherence.due());
        if (adherence.rate() != null) {
            assertThat(adherence.rate()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        }
        assertThat(Math.min(adherence.doneRow(), adherence.missedRow())).isZero();
    }

    @Property
    void aTaskThatWasWithdrawnBeforeItWasDueChangesNoFigure(@ForAll("tasks") List<CountedTask> tasks) {
        var more = new ArrayList<>(tasks);
        more.add(new CountedTask(on(5), null, on(4), 3, null, "tired"));
        var before = of(tasks, 20);
        var after = of(more, 20);

        assertThat(after.rate()).isEqualTo(before.rate());
        assertThat(after.doseRatio()).isEqualTo(before.doseRatio());
        assertThat(after.missedRow()).isEqualTo(before.missedRow());
        assertThat(after.barriers()).isEqualTo(before.barriers());
        assertThat(after.withdrawn()).isEqualTo(before.withdrawn() + 1);
    }

    @Provide
    Arbitrary<List<CountedTask>> tasks() {
        var day = Arbitraries.integers().between(0, 20);
        return Combinators.combine(
                        day,
                        Arbitraries.integers().between(-30, 60).injectNull(0.3),
                        day.injectNull(0.7),
                        Arbitraries.integers().between(0, 3).injectNull(0.3),
                        Arbitraries.of("tired", "no-time").injectNull(0.6))
                .as((due, lag, withdrawn, planned, barrier) -> task(due, lag, withdrawn, planned, barrier))
                .list()
                .ofMaxSize(12);
    }

    private static CountedTask task(
            int due,
            @Nullable Integer lag,
            @Nullable Integer withdrawn,
            @Nullable Integer planned,
            @Nullable String barrier) {
        return new CountedTask(
                on(due),
                lag == null ? null : on(due).plus(Duration.ofHours(lag)),
                withdrawn == null ? null : on(withdrawn),
                planned,
                planned,
                barrier);
    }

    private static Adherence of(List<CountedTask> tasks, int asOf) {
        return Adherence.of(tasks, on(0), on(30), on(asOf), GRACE);
    }

    private static CountedTask done(int day, int hoursLate) {
        return new CountedTask(on(day), on(day).plus(Duration.ofHours(hoursLate)), null, null, null, null);
    }

    private static CountedTask missed(int day) {
        return new CountedTask(on(day), null, null, null, null, null);
    }

    private static Instant on(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
