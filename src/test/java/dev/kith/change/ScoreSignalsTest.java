package dev.kith.change;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.change.Signal.Sentence;
import dev.kith.change.Signal.SignalSeverity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScoreSignalsTest {
    private static final ChangeModel PHQ = model(Direction.HIGHER_IS_WORSE);
    private static final ChangeModel BARE = ChangeModel.unknown(Direction.HIGHER_IS_WORSE);

    @Test
    void sixPointsWorseThanTheBaselineAreRed() {
        var signal = requireNonNull(
                ScoreSignals.reliableDeterioration(PHQ, series(12, 14, 18)).signal());

        assertThat(signal.rule()).isEqualTo(new NamedRule("reliable-deterioration", 1));
        assertThat(signal.severity()).isEqualTo(SignalSeverity.RED);
        assertThat(signal.values().toString()).isEqualTo("{from=12, latest=18, points=6, threshold=6}");
        assertThat(signal.sentences()).containsExactly(Sentence.WORSE_THAN_AT_BASELINE);
        assertThat(ScoreSignals.reliableDeterioration(PHQ, series(12, 14, 17)).signal())
                .isNull();
    }

    @Test
    void whatWasGainedAndLostAgainIsAmber() {
        var signal =
                requireNonNull(ScoreSignals.lostGain(PHQ, series(18, 12, 8, 14)).signal());

        assertThat(signal.severity()).isEqualTo(SignalSeverity.AMBER);
        assertThat(signal.values().toString())
                .isEqualTo("{baseline=18, from=8, gain=10, latest=14, points=6, threshold=6}");
        assertThat(ScoreSignals.lostGain(PHQ, series(18, 12, 8, 13)).signal()).isNull();
        assertThat(ScoreSignals.reliableDeterioration(PHQ, series(18, 12, 8, 14))
                        .signal())
                .as("no worse than at the start")
                .isNull();
    }

    @Test
    void whereNothingWasGainedNothingIsLost() {
        assertThat(ScoreSignals.lostGain(PHQ, series(12, 14, 20)).signal()).isNull();
        assertThat(ScoreSignals.reliableDeterioration(PHQ, series(12, 14, 20)).signal())
                .isNotNull();
    }

    @Test
    void sixMeasurementsWithoutAResponseAreAmber() {
        var signal =
                requireNonNull(ScoreSignals.noEarlyResponse(PHQ, series(18, 17, 18, 16, 15, 13), SignalThresholds.USUAL)
                        .signal());

        assertThat(signal.values().toString())
                .as("what anybody needs to check it")
                .isEqualTo("{baseline=18, cutOff=10, latest=13, measurements=6, measurementsAtLeast=6, threshold=6}");
        assertThat(signal.sentences())
                .containsExactly(Sentence.NO_RELIABLE_GAIN_SO_FAR, Sentence.CONVENTION_NOT_EVIDENCE);
        assertThat(ScoreSignals.noEarlyResponse(PHQ, series(18, 17, 18, 16, 15), SignalThresholds.USUAL)
                        .reason())
                .as("with five it waits")
                .isEqualTo(Reason.TOO_FEW_MEASUREMENTS);
        assertThat(quiet(18, 17, 18, 16, 15, 12)).as("reliably better").isTrue();
        assertThat(quiet(14, 14, 13, 12, 11, 9)).as("no longer clinical").isTrue();
    }

    @Test
    void aPracticeSetsHowLongToWait() {
        var sooner = new SignalThresholds(3, Duration.ZERO, 2, BigDecimal.ONE, BigDecimal.ONE);

        var signal = requireNonNull(ScoreSignals.noEarlyResponse(PHQ, series(18, 17, 18, 18), sooner)
                .signal());
        assertThat(signal.values())
                .containsEntry("measurements", BigDecimal.valueOf(4))
                .containsEntry("measurementsAtLeast", BigDecimal.valueOf(3));
        assertThat(ScoreSignals.noEarlyResponse(PHQ, series(18, 17, 18), sooner).signal())
                .isNotNull();
    }

    @Test
    void aCutOffThatWasComputedIsToldAsAChangeTellsIt() {
        var cutOffs = CutOffs.between(
                new CutOffs.Population(new BigDecimal("19.7"), new BigDecimal("7.7")),
                new CutOffs.Population(new BigDecimal("4.7"), new BigDecimal("4.8")));
        var model = new ChangeModel(
                Direction.HIGHER_IS_WORSE, PHQ.threshold(), null, cutOffs.caseness(CutOffs.CutOffKind.C, "x"));
        var ruling = ScoreSignals.noEarlyResponse(model, series(18, 17, 18, 16, 15, 13), SignalThresholds.USUAL);

        assertThat(requireNonNull(ruling.signal()).values()).containsEntry("cutOff", new BigDecimal("10.4600"));
    }

    @Property
    void ofPointsAtOneTimeTheOrderSaysNothing(
            @ForAll @Size(max = 9) List<@IntRange(max = 27) Integer> values, @ForAll Random chance) {
        var start = Instant.parse("2026-03-02T09:00:00Z");
        var points = IntStream.range(0, values.size())
                .mapToObj(i -> new Measured(start.plus(Duration.ofDays(i / 3)), BigDecimal.valueOf(values.get(i))))
                .toList();
        var mixed = new ArrayList<>(points);
        Collections.shuffle(mixed, chance);

        assertThat(ScoreSignals.reliableDeterioration(PHQ, mixed))
                .isEqualTo(ScoreSignals.reliableDeterioration(PHQ, points));
        assertThat(ScoreSignals.lostGain(PHQ, mixed)).isEqualTo(ScoreSignals.lostGain(PHQ, points));
        assertThat(ScoreSignals.noEarlyResponse(PHQ, mixed, SignalThresholds.USUAL))
                .isEqualTo(ScoreSignals.noEarlyResponse(PHQ, points, SignalThresholds.USUAL));
    }

    @Test
    void silenceForWantOfFiguresIsNoAllClear() {
        var series = series(1, 2, 3, 4, 5, 27);

        assertThat(ScoreSignals.reliableDeterioration(BARE, series).reason())
                .isEqualTo(Reason.NO_PUBLISHED_RELIABILITY);
        assertThat(ScoreSignals.lostGain(BARE, series).reason()).isEqualTo(Reason.NO_PUBLISHED_RELIABILITY);
        assertThat(ScoreSignals.noEarlyResponse(BARE, series, SignalThresholds.USUAL)
                        .reason())
                .isEqualTo(Reason.NO_PUBLISHED_RELIABILITY);
        var noCutOff = new ChangeModel(Direction.HIGHER_IS_WORSE, PHQ.threshold(), null, null);
        assertThat(ScoreSignals.noEarlyResponse(noCutOff, series, SignalThresholds.USUAL)
                        .reason())
                .isEqualTo(Reason.NO_PUBLISHED_FIGURE);
        assertThat(ScoreSignals.noEarlyResponse(BARE, series(4, 5), SignalThresholds.USUAL)
                        .reason())
                .as("waiting would not help")
                .isEqualTo(Reason.NO_PUBLISHED_RELIABILITY);
        assertThat(ScoreSignals.noEarlyResponse(PHQ, series(4), SignalThresholds.USUAL)
                        .reason())
                .isEqualTo(Reason.ONE_MEASUREMENT);
        assertThat(ScoreSignals.noEarlyResponse(PHQ, List.of(), SignalThresholds.USUAL)
                        .reason())
                .isEqualTo(Reason.NO_MEASUREMENT);
        assertThat(ScoreSignals.lostGain(PHQ, series(4)).reason()).isEqualTo(Reason.ONE_MEASUREMENT);
        assertThat(ScoreSignals.reliableDeterioration(PHQ, List.of()).reason()).isEqualTo(Reason.NO_MEASUREMENT);
    }

    @ParameterizedTest
    @EnumSource(Sentence.class)
    void everySentenceIsOne(Sentence sentence) {
        assertThat(sentence.figures()).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+"));
        assertThat(sentence.code()).matches("[a-z]+(-[a-z]+)*");
    }

    @Property
    void mirroredScoresOnAMirroredScaleSayTheSame(@ForAll @Size(max = 9) List<@IntRange(max = 27) Integer> values) {
        var worse = series(values.stream().mapToInt(i -> i).toArray());
        var better = worse.stream()
                .map(point -> new Measured(point.at(), point.value().negate()))
                .toList();
        var mirrored = new ChangeModel(
                Direction.HIGHER_IS_BETTER, PHQ.threshold(), null, new Caseness(BigDecimal.TEN.negate(), "x"));

        assertThat(ScoreSignals.reliableDeterioration(mirrored, better).signal() == null)
                .isEqualTo(ScoreSignals.reliableDeterioration(PHQ, worse).signal() == null);
        assertThat(ScoreSignals.lostGain(mirrored, better).signal() == null)
                .isEqualTo(ScoreSignals.lostGain(PHQ, worse).signal() == null);
        assertThat(ScoreSignals.noEarlyResponse(mirrored, better, SignalThresholds.USUAL)
                                .signal()
                        == null)
                .isEqualTo(ScoreSignals.noEarlyResponse(PHQ, worse, SignalThresholds.USUAL)
                                .signal()
                        == null);
    }

    private static boolean quiet(int... values) {
        var ruling = ScoreSignals.noEarlyResponse(PHQ, series(values), SignalThresholds.USUAL);
        return ruling.signal() == null && ruling.reason() == null;
    }

    private static ChangeModel model(Direction direction) {
        return new ChangeModel(
                direction, new PublishedThreshold(BigDecimal.valueOf(6), "x"), null, new Caseness(BigDecimal.TEN, "x"));
    }

    private static List<Measured> series(int... values) {
        var start = Instant.parse("2026-03-02T09:00:00Z");
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Measured(start.plus(Duration.ofDays(7L * i)), BigDecimal.valueOf(values[i])))
                .toList();
    }
}
