package dev.kith.change;

import dev.kith.change.DistressDrop.Session;
import dev.kith.change.Signal.Sentence;
import dev.kith.change.Signal.SignalSeverity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Signals of answers, tasks and sessions. */
public final class WorkSignals {
    public static final NamedRule CRITICAL_ITEM = new NamedRule("critical-item", 1);
    public static final NamedRule OVERDUE_MEASURE = new NamedRule("overdue-measure", 1);
    public static final NamedRule MISSED_IN_A_ROW = new NamedRule("missed-in-a-row", 1);
    public static final NamedRule DISTRESS_SPIKE = new NamedRule("distress-spike", 1);
    public static final NamedRule STOP_RULE_USED = new NamedRule("stop-rule-used", 1);

    private static final int EARLIER = 3;
    private static final int DECIMALS = 2;
    private static final BigDecimal DAY = BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

    private WorkSignals() {}

    /**
     * The raw answer, whatever the total says. Red. It does not take the place of the alert that the answer itself raised.
     *
     * @param answer null when the item was left out: that is not 0, and nothing is judged
     * @param from the first answer that is critical
     */
    public static Ruling criticalItem(@Nullable BigDecimal answer, BigDecimal from) {
        if (answer == null) {
            return Ruling.notJudged(CRITICAL_ITEM, Reason.NO_MEASUREMENT);
        }
        return answer.compareTo(from) >= 0
                ? Ruling.raised(
                        CRITICAL_ITEM,
                        SignalSeverity.RED,
                        Map.of("answer", answer, "from", from),
                        Sentence.CRITICAL_ANSWER)
                : Ruling.quiet(CRITICAL_ITEM);
    }

    /**
     * A rule that fired and is not as simple as that. Red.
     *
     * @param values the answer that it is about and what it was held against; none where it looked at more than one, or at scores: that is told elsewhere
     */
    public static Ruling criticalRule(Map<String, BigDecimal> values) {
        return Ruling.raised(CRITICAL_ITEM, SignalSeverity.RED, values, Sentence.CRITICAL_RULE);
    }

    /**
     * A measurement is due and longer late than allowed. Amber. It tells how many whole days it is late, and after how many it is told
     * (overdueAfterDays, 2 decimals).
     *
     * @param dueAt when the oldest open one was due; null when none is open
     */
    public static Ruling overdueMeasure(@Nullable Instant dueAt, Instant asOf, SignalThresholds thresholds) {
        if (dueAt == null) {
            return Ruling.notJudged(OVERDUE_MEASURE, Reason.NOTHING_DUE);
        }
        var late = Duration.between(dueAt, asOf);
        return late.compareTo(thresholds.overdue()) > 0
                ? Ruling.raised(
                        OVERDUE_MEASURE,
                        SignalSeverity.AMBER,
                        Map.of(
                                "days",
                                BigDecimal.valueOf(late.toDays()),
                                "overdueAfterDays",
                                BigDecimal.valueOf(thresholds.overdue().toSeconds())
                                        .divide(DAY, DECIMALS, RoundingMode.HALF_UP)),
                        Sentence.MEASURE_OVERDUE)
                : Ruling.quiet(OVERDUE_MEASURE);
    }

    /** So many of the newest due tasks were not done, one after another. Amber. It tells how many, and from how many on (missedAtLeast). */
    public static Ruling missedInARow(Adherence adherence, SignalThresholds thresholds) {
        if (adherence.due() == 0) {
            return Ruling.notJudged(MISSED_IN_A_ROW, Reason.NOTHING_DUE);
        }
        return adherence.missedRow() >= thresholds.missed()
                ? Ruling.raised(
                        MISSED_IN_A_ROW,
                        SignalSeverity.AMBER,
                        Map.of(
                                "missed",
                                BigDecimal.valueOf(adherence.missedRow()),
                                "missedAtLeast",
                                BigDecimal.valueOf(thresholds.missed())),
                        Sentence.TASKS_MISSED,
                        Sentence.ASK_WHAT_STOOD_IN_THE_WAY)
                : Ruling.quiet(MISSED_IN_A_ROW);
    }

    /**
     * The highest distress of the last session with one is high, and higher than usual by so much: than the median of the earlier ones, of which there must be
     * three. Amber. It tells from which peak on (distressAtLeast), and from how much above the usual on (distressRise).
     */
    public static Ruling distressSpike(Collection<Session> sessions, SignalThresholds thresholds) {
        var peaks = sessions.stream()
                .sorted(Session.IN_TIME)
                .flatMap(session -> Stream.ofNullable(session.peak()))
                .toList();
        if (peaks.size() <= EARLIER) {
            return Ruling.notJudged(DISTRESS_SPIKE, Reason.TOO_FEW_SESSIONS);
        }
        var peak = peaks.get(peaks.size() - 1);
        var usual = Decimals.median(peaks.subList(0, peaks.size() - 1));
        return peak.compareTo(thresholds.distressHigh()) >= 0
                        && peak.subtract(usual).compareTo(thresholds.distressRise()) >= 0
                ? Ruling.raised(
                        DISTRESS_SPIKE,
                        SignalSeverity.AMBER,
                        Map.of(
                                "peak",
                                peak,
                                "usual",
                                Decimals.shown(usual, DECIMALS),
                                "distressAtLeast",
                                thresholds.distressHigh(),
                                "distressRise",
                                thresholds.distressRise()),
                        Sentence.DISTRESS_ABOVE_USUAL)
                : Ruling.quiet(DISTRESS_SPIKE);
    }

    /** The client stopped in the last session, as the exercise says one may. Amber, and told kindly. */
    public static Ruling stopRuleUsed(Collection<Session> sessions) {
        List<Session> inTime = sessions.stream().sorted(Session.IN_TIME).toList();
        if (inTime.isEmpty()) {
            return Ruling.notJudged(STOP_RULE_USED, Reason.NO_SESSION);
        }
        return inTime.get(inTime.size() - 1).stopRuleUsed()
                ? Ruling.raised(
                        STOP_RULE_USED,
                        SignalSeverity.AMBER,
                        Map.of(),
                        Sentence.STOP_RULE_WAS_USED,
                        Sentence.STOPPING_IS_PART_OF_IT)
                : Ruling.quiet(STOP_RULE_USED);
    }
}
