package dev.kith.change;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.change.Adherence.CountedTask;
import dev.kith.change.DistressDrop.Session;
import dev.kith.change.Signal.Sentence;
import dev.kith.change.Signal.SignalSeverity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkSignalsTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final SignalThresholds USUAL = SignalThresholds.USUAL;

    @Test
    void aCriticalAnswerIsRedWhateverTheTotal() {
        var signal = requireNonNull(
                WorkSignals.criticalItem(BigDecimal.ONE, BigDecimal.ONE).signal());

        assertThat(signal.severity()).isEqualTo(SignalSeverity.RED);
        assertThat(signal.values().toString()).isEqualTo("{answer=1, from=1}");
        assertThat(WorkSignals.criticalItem(BigDecimal.ZERO, BigDecimal.ONE))
                .isEqualTo(Ruling.quiet(WorkSignals.CRITICAL_ITEM));
        assertThat(WorkSignals.criticalItem(null, BigDecimal.ONE).reason()).isEqualTo(Reason.NO_MEASUREMENT);
    }

    @Test
    void aMeasurementMayBeThreeDaysLate() {
        assertThat(WorkSignals.overdueMeasure(START, on(3), USUAL).signal()).isNull();
        var signal = requireNonNull(
                WorkSignals.overdueMeasure(START, on(3).plusSeconds(1), USUAL).signal());

        assertThat(signal.values().toString()).isEqualTo("{days=3, overdueAfterDays=3.00}");
        var sooner = new SignalThresholds(6, Duration.ofHours(36), 3, BigDecimal.ONE, BigDecimal.ONE);
        assertThat(requireNonNull(
                                WorkSignals.overdueMeasure(START, on(3), sooner).signal())
                        .values()
                        .toString())
                .isEqualTo("{days=3, overdueAfterDays=1.50}");
        assertThat(WorkSignals.overdueMeasure(null, on(9), USUAL).reason()).isEqualTo(Reason.NOTHING_DUE);
    }

    @Test
    void threeMissedInARowAreAskedAboutAndTwoAreNot() {
        var signal = requireNonNull(WorkSignals.missedInARow(tasks(true, false, false, false), USUAL)
                .signal());

        assertThat(signal.values().toString()).isEqualTo("{missed=3, missedAtLeast=3}");
        assertThat(signal.sentences()).containsExactly(Sentence.TASKS_MISSED, Sentence.ASK_WHAT_STOOD_IN_THE_WAY);
        assertThat(WorkSignals.missedInARow(tasks(true, false, false), USUAL).signal())
                .isNull();
        assertThat(WorkSignals.missedInARow(tasks(false, false, false, true), USUAL)
                        .signal())
                .as("the last was done")
                .isNull();
        assertThat(WorkSignals.missedInARow(tasks(), USUAL).reason()).isEqualTo(Reason.NOTHING_DUE);
    }

    @Test
    void distressIsMeasuredAgainstTheClientsOwnUsual() {
        var signal = requireNonNull(
                WorkSignals.distressSpike(sessions(5, 4, 5, 8), USUAL).signal());

        assertThat(signal.values().toString()).isEqualTo("{distressAtLeast=7, distressRise=3, peak=8, usual=5.00}");
        assertThat(WorkSignals.distressSpike(sessions(6, 6, 6, 8), USUAL).signal())
                .as("two more than usual")
                .isNull();
        assertThat(WorkSignals.distressSpike(sessions(2, 2, 2, 6), USUAL).signal())
                .as("not high")
                .isNull();
        assertThat(WorkSignals.distressSpike(sessions(2, 2, 9), USUAL).reason()).isEqualTo(Reason.TOO_FEW_SESSIONS);
    }

    @Test
    void whoStoppedIsToldThatStoppingIsPartOfIt() {
        var stopped = new Session(on(9), null, null, null, true);
        var before = new Session(on(2), null, null, null, false);

        assertThat(requireNonNull(WorkSignals.stopRuleUsed(List.of(stopped, before))
                                .signal())
                        .sentences())
                .contains(Sentence.STOPPING_IS_PART_OF_IT);
        assertThat(WorkSignals.stopRuleUsed(List.of(before))).isEqualTo(Ruling.quiet(WorkSignals.STOP_RULE_USED));
        assertThat(WorkSignals.stopRuleUsed(List.of()).reason()).isEqualTo(Reason.NO_SESSION);
    }

    @Test
    void thresholdsThatWouldAlwaysSpeakAreRefused() {
        assertThatThrownBy(() -> new SignalThresholds(1, Duration.ZERO, 3, BigDecimal.ONE, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SignalThresholds(6, Duration.ZERO, 0, BigDecimal.ONE, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Adherence tasks(Boolean... done) {
        return Adherence.of(
                IntStream.range(0, done.length)
                        .mapToObj(i -> new CountedTask(on(i), done[i] ? on(i) : null, null, null, null, null))
                        .toList(),
                START,
                on(30),
                on(30),
                Duration.ZERO);
    }

    private static List<Session> sessions(int... peaks) {
        return IntStream.range(0, peaks.length)
                .mapToObj(i -> new Session(on(i), null, BigDecimal.valueOf(peaks[i]), null, false))
                .toList();
    }

    private static Instant on(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
