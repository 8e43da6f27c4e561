package dev.kith.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.change.SuddenShifts.SessionStep;
import dev.kith.change.SuddenShifts.Shift;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The criteria of Tang and DeRubeis 1999; 7 points are theirs for the BDI. */
class SuddenShiftsTest {
    private static final BigDecimal SEVEN = BigDecimal.valueOf(7);

    @Test
    void aLastingDropIsAGainAndOnlyThere() {
        var steps = steps(30, 29, 31, 18, 17, 18);

        assertThat(kinds(steps)).containsExactly(null, Shift.NEITHER, Shift.GAIN, Shift.NEITHER, null);
        var gain = steps.get(2);
        assertThat(gain.gain()).isEqualByComparingTo("13");
        assertThat(gain.meanBefore()).isEqualByComparingTo("30");
        assertThat(gain.meanAfter()).isEqualByComparingTo("17.67");
        assertThat(gain.t()).isEqualByComparingTo("2.776");
        assertThat(steps.get(0).reason()).isEqualTo(Reason.TOO_FEW_AROUND);
        assertThat(steps.get(4).reason()).isEqualTo(Reason.TOO_FEW_AROUND);
    }

    @Test
    void aDropMustBeSevenPoints() {
        assertThat(kind(24, 24, 24, 17, 17, 17)).isEqualTo(Shift.GAIN);
        assertThat(kind(24, 24, 24, 18, 18, 18)).isEqualTo(Shift.NEITHER);
    }

    @Test
    void aDropMustBeAQuarterOfWhatWasThere() {
        assertThat(kind(28, 28, 28, 21, 21, 21)).as("exactly a quarter").isEqualTo(Shift.GAIN);
        assertThat(kind(29, 29, 29, 22, 22, 22)).isEqualTo(Shift.NEITHER);
    }

    @Test
    void aDropThatDoesNotStandOutOfTheNoiseIsNone() {
        assertThat(kind(40, 10, 30, 20, 35, 8)).isEqualTo(Shift.NEITHER);
        assertThat(kind(23, 20, 23, 14, 19, 15))
                .as("by a hair: with n instead of n - 1 it would be one")
                .isEqualTo(Shift.NEITHER);
    }

    @Test
    void missingNeighboursRaiseTheBar() {
        var one = steps(30, null, 31, 18, 17, 18).get(2);
        var two = steps(30, null, 31, 18, null, 18).get(2);
        var three = steps(null, null, 31, 18, 17, 18).get(2);

        assertThat(one.t()).isEqualByComparingTo("3.182");
        assertThat(one.kind()).isEqualTo(Shift.GAIN);
        assertThat(two.t()).isEqualByComparingTo("4.303");
        assertThat(two.kind()).isEqualTo(Shift.GAIN);
        assertThat(three.kind()).isNull();
        assertThat(three.reason()).isEqualTo(Reason.TOO_FEW_AROUND);
    }

    @Test
    void aStepWithoutOneOfItsEndsIsNotJudged() {
        var steps = steps(30, 29, 31, null, 17, 18, 16);

        assertThat(steps.get(2).reason()).isEqualTo(Reason.NEIGHBOUR_MISSING);
        assertThat(steps.get(3).reason()).isEqualTo(Reason.NEIGHBOUR_MISSING);
        assertThat(steps.get(2).gain()).isNull();
    }

    @Test
    void aLossIsMeasuredByItsSizeAsAGainIs() {
        assertThat(kind(17, 17, 17, 24, 24, 24)).isEqualTo(Shift.LOSS);
        assertThat(kind(36, 36, 36, 44, 44, 44))
                .as("8 of 36 is less than a quarter; a well-known package counts it")
                .isEqualTo(Shift.NEITHER);
    }

    /** They come with the package suddengains (Wiedemann 2020), whose pooled SD has n - 1 weights too. */
    @Test
    void theExamplesOfAPackage() {
        assertThat(kind(32, 31, 33, 5, 6, 7)).isEqualTo(Shift.GAIN);
        assertThat(kind(5, null, 7, 16, 12, 14)).isEqualTo(Shift.LOSS);
        var missing = steps(null, 31, 33, 5, null, 7).get(2);
        assertThat(missing.kind()).isEqualTo(Shift.GAIN);
        assertThat(missing.t()).isEqualByComparingTo("4.303");
        assertThat(missing.meanBefore()).isEqualByComparingTo("32");
        assertThat(missing.meanAfter()).isEqualByComparingTo("6");
    }

    @Test
    void shortSeriesHaveNoSteps() {
        assertThat(steps()).isEmpty();
        assertThat(steps(3)).isEmpty();
        assertThat(kinds(steps(3, 9))).containsExactly((Shift) null);
    }

    @Test
    void aStepOfNothingIsRefused() {
        assertThatThrownBy(() -> SuddenShifts.of(Direction.HIGHER_IS_WORSE, BigDecimal.ZERO, List.of()))
                .hasMessageContaining("more than 0");
    }

    @Property
    void seenFromTheOtherSideEveryGainIsALoss(@ForAll("sessions") List<@Nullable Integer> sessions) {
        var values = numbers(sessions);
        var worse = SuddenShifts.of(Direction.HIGHER_IS_WORSE, SEVEN, values).steps();
        var better = SuddenShifts.of(Direction.HIGHER_IS_BETTER, SEVEN, values).steps();

        for (var i = 0; i < worse.size(); i++) {
            assertThat(better.get(i).kind()).isEqualTo(mirrored(worse.get(i).kind()));
        }
    }

    private static @Nullable Shift mirrored(@Nullable Shift kind) {
        return kind == null
                ? null
                : switch (kind) {
                    case GAIN -> Shift.LOSS;
                    case LOSS -> Shift.GAIN;
                    case NEITHER -> Shift.NEITHER;
                };
    }

    @Provide
    Arbitrary<List<Integer>> sessions() {
        return Arbitraries.integers().between(0, 40).injectNull(0.2).list().ofMaxSize(14);
    }

    private static @Nullable Shift kind(@Nullable Integer... sessions) {
        return steps(sessions).get(2).kind();
    }

    private static List<@Nullable Shift> kinds(List<SessionStep> steps) {
        var kinds = new ArrayList<@Nullable Shift>();
        steps.forEach(step -> kinds.add(step.kind()));
        return kinds;
    }

    private static List<SessionStep> steps(@Nullable Integer... sessions) {
        var values = numbers(Stream.of(sessions).toList());
        var found = SuddenShifts.of(Direction.HIGHER_IS_WORSE, SEVEN, values);
        assertThat(found.steps().stream().map(SessionStep::from))
                .containsExactlyElementsOf(IntStream.range(0, Math.max(0, values.size() - 1))
                        .boxed()
                        .toList());
        return found.steps();
    }

    private static List<@Nullable BigDecimal> numbers(List<@Nullable Integer> sessions) {
        var values = new ArrayList<@Nullable BigDecimal>();
        sessions.forEach(value -> values.add(value == null ? null : BigDecimal.valueOf(value)));
        return values;
    }
}
