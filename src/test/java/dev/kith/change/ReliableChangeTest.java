package dev.kith.change;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kith.change.Change.Basis;
import dev.kith.change.Change.ClinicalClass;
import dev.kith.change.Change.Reason;
import dev.kith.change.Change.ReliableClass;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReliableChangeTest {

    private static final Reliability TRUAX = new Reliability(n("7.5"), n("0.80"), "Jacobson and Truax 1991");
    private static final ChangeModel PHQ_LIKE = new ChangeModel(
            Direction.HIGHER_IS_WORSE,
            new PublishedThreshold(n("6"), "a manual"),
            new Reliability(n("5.4"), n("0.84"), "a study"),
            new Caseness(n("10"), "a manual"));

    @Test
    void theWorkedExampleOfTheLiterature() {
        assertThat(TRUAX.errorOfMeasurement()).isCloseTo(n("3.35"), within(n("0.005")));
        assertThat(TRUAX.errorOfDifference()).isCloseTo(n("4.74"), within(n("0.005")));

        var change = ReliableChange.between(only(Direction.HIGHER_IS_BETTER, TRUAX), n("32.5"), n("47.5"));

        assertThat(change.value()).isEqualByComparingTo("15");
        assertThat(change.rci()).isEqualByComparingTo("3.1623");
        assertThat(change.reliable()).isEqualTo(ReliableClass.RELIABLE_IMPROVEMENT);
        assertThat(change.clinical()).isNull();
        assertThat(change.basis())
                .isEqualTo(new Basis(
                        Basis.Kind.COMPUTED,
                        n("9.2971"),
                        n("7.5"),
                        n("0.80"),
                        n("1.96"),
                        "Jacobson and Truax 1991",
                        null));
    }

    @Test
    void theCutOffsOfJacobsonAndTruax() {
        var cutOffs =
                CutOffs.between(new CutOffs.Population(n("40"), n("7.5")), new CutOffs.Population(n("60"), n("7.5")));

        assertThat(cutOffs.a()).isEqualByComparingTo("55");
        assertThat(cutOffs.b()).isEqualByComparingTo("45");
        assertThat(cutOffs.c()).isEqualByComparingTo("50");
    }

    @Test
    void theCutOffBetweenUnequalPopulationsLeansToTheTighterOne() {
        var cutOffs = CutOffs.between(
                new CutOffs.Population(n("19.7"), n("7.7")), new CutOffs.Population(n("4.7"), n("4.8")));

        assertThat(cutOffs.c()).isCloseTo(n("10.46"), within(n("0.005")));
        assertThat(cutOffs.a()).as("clinical is the higher one here").isEqualByComparingTo("4.3");
    }

    @Test
    void figuresComputeTheThresholdThatThePhqIsKnownFor() {
        var computed = new Reliability(n("5.4"), n("0.84"), "a study");

        assertThat(computed.errorOfDifference().multiply(ReliableChange.Z)).isCloseTo(n("5.99"), within(n("0.005")));
    }

    @ParameterizedTest
    @CsvSource({
        "16,10,RELIABLE_IMPROVEMENT,IMPROVED",
        "16,11,NO_RELIABLE_CHANGE,UNCHANGED",
        "15,9,RELIABLE_IMPROVEMENT,RECOVERED",
        "10,9,NO_RELIABLE_CHANGE,UNCHANGED",
        "10,16,RELIABLE_DETERIORATION,DETERIORATED",
        "9,15,RELIABLE_DETERIORATION,HARMED",
        "1,7,RELIABLE_DETERIORATION,DETERIORATED",
        "9,3,RELIABLE_IMPROVEMENT,NOT_APPLICABLE_BASELINE_SUBCLINICAL",
        "9,10,NO_RELIABLE_CHANGE,NOT_APPLICABLE_BASELINE_SUBCLINICAL",
    })
    void aPublishedThresholdCountsFromItselfOn(
            BigDecimal baseline, BigDecimal latest, ReliableClass reliable, ClinicalClass clinical) {
        var change = ReliableChange.between(PHQ_LIKE, baseline, latest);

        assertThat(change.reliable()).isEqualTo(reliable);
        assertThat(change.clinical()).isEqualTo(clinical);
        var basis = requireNonNull(change.basis());
        assertThat(basis.kind()).isEqualTo(Basis.Kind.PUBLISHED_THRESHOLD);
        assertThat(basis.z()).isNull();
    }

    @Test
    void theDirectionTurnsTheJudgementButNotTheNumbers() {
        var up = ReliableChange.between(only(Direction.HIGHER_IS_BETTER, TRUAX), n("20"), n("40"));
        var down = ReliableChange.between(only(Direction.HIGHER_IS_WORSE, TRUAX), n("20"), n("40"));

        assertThat(up.rci()).isEqualTo(down.rci());
        assertThat(up.reliable()).isEqualTo(ReliableClass.RELIABLE_IMPROVEMENT);
        assertThat(down.reliable()).isEqualTo(ReliableClass.RELIABLE_DETERIORATION);
    }

    @Test
    void whereHigherIsBetterTheCutOffAndAllBelowAreClinical() {
        var model = new ChangeModel(
                Direction.HIGHER_IS_BETTER, new PublishedThreshold(n("10"), "x"), null, new Caseness(n("48"), "x"));

        assertThat(ReliableChange.between(model, n("48"), n("58")).clinical()).isEqualTo(ClinicalClass.RECOVERED);
        assertThat(ReliableChange.between(model, n("52"), n("62")).clinical())
                .isEqualTo(ClinicalClass.NOT_APPLICABLE_BASELINE_SUBCLINICAL);
    }

    @Test
    void nothingPublishedIsSaidAndNothingInvented() {
        var change = ReliableChange.between(ChangeModel.unknown(Direction.HIGHER_IS_WORSE), n("60"), n("20"));

        assertThat(change).isEqualTo(new Change(n("-40"), null, null, null, null, Reason.NO_PUBLISHED_RELIABILITY));
    }

    @Test
    void aCutOffAloneClassifiesNothing() {
        var model = new ChangeModel(Direction.HIGHER_IS_WORSE, null, null, new Caseness(n("10"), "x"));

        assertThat(ReliableChange.between(model, n("20"), n("1")).clinical()).isNull();
    }

    @Test
    void aSeriesIsJudgedFromFirstToLast() {
        assertThat(ReliableChange.along(PHQ_LIKE, List.of()).reason()).isEqualTo(Reason.NO_MEASUREMENT);
        assertThat(ReliableChange.along(PHQ_LIKE, List.of(n("20"))).reason()).isEqualTo(Reason.ONE_MEASUREMENT);
        assertThat(ReliableChange.along(PHQ_LIKE, List.of(n("20"), n("2"), n("13")))
                        .value())
                .isEqualByComparingTo("-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1", "1.2"})
    void aReliabilityOutsideItsRangeIsRefused(String reliability) {
        assertThatThrownBy(() -> new Reliability(n("5"), n(reliability), "x")).hasMessageContaining("reliability");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void aSpreadOrThresholdOfNothingIsRefused(String value) {
        assertThatThrownBy(() -> new Reliability(n(value), n("0.8"), "x")).hasMessageContaining("deviation");
        assertThatThrownBy(() -> new PublishedThreshold(n(value), "x")).hasMessageContaining("threshold");
        assertThatThrownBy(() -> new CutOffs.Population(n("1"), n(value))).hasMessageContaining("deviation");
    }

    private static ChangeModel only(Direction direction, @Nullable Reliability reliability) {
        return new ChangeModel(direction, null, reliability, null);
    }

    private static BigDecimal n(String value) {
        return new BigDecimal(value);
    }
}
