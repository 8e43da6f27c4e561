package dev.kith.change;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that somebody should look at, by a plain rule that anybody can check. These are rules of thumb, not predictions: they take the place of the
 * curves of proprietary systems, which are made of thousands of cases that nobody may ship.
 *
 * @param values the figures that the rule looked at, by name in lower-kebab
 * @param sentences what to say about it, most important first; words for a language are the caller's
 */
public record Signal(
        NamedRule rule, SignalSeverity severity, SortedMap<String, BigDecimal> values, List<Sentence> sentences) {

    public Signal {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        sentences = List.copyOf(sentences);
    }

    /** How soon. */
    public enum SignalSeverity {
        /** Look before the next session. */
        AMBER,
        /** Look today. */
        RED
    }

    /** What can be said, as a code and in plain English. Figures in braces stand in values under that name. */
    public enum Sentence {
        WORSE_THAN_AT_BASELINE(
                "The latest score is {points} points worse than at the start. A reliable change takes {threshold}."),
        WORSE_THAN_AT_BEST(
                "The latest score is {points} points worse than the best since the start. A reliable change takes {threshold}."),
        GAIN_WAS_THERE("There had been a gain of {gain} points."),
        NO_RELIABLE_GAIN_SO_FAR(
                "After {measurements} measurements there is no reliable improvement, and the score is still clinical."),
        CONVENTION_NOT_EVIDENCE("How many measurements to wait is a convention that the practice sets."),
        CRITICAL_ANSWER("An answer asks for attention on its own, whatever the total: {answer}, from {from} on."),
        CRITICAL_RULE("The answers ask for attention on their own, whatever the total."),
        MEASURE_OVERDUE("A measurement has been due for {days} days."),
        TASKS_MISSED("The last {missed} tasks were not done."),
        ASK_WHAT_STOOD_IN_THE_WAY("Ask what stood in the way; the dose may be too high."),
        DISTRESS_ABOVE_USUAL("The highest distress of the last session was {peak}; usual for this client is {usual}."),
        STOP_RULE_WAS_USED("The client used the stop rule in the last session."),
        STOPPING_IS_PART_OF_IT("To stop is part of the exercise and no failure. A smaller step may fit better."),
        HIGHER_THAN_EXPECTED_HERE(
                "The score is {score}. By {episodes} closed episodes of this practice, no more than {bound} was expected."),
        LOWER_THAN_EXPECTED_HERE(
                "The score is {score}. By {episodes} closed episodes of this practice, no less than {bound} was expected.");

        private final String text;

        Sentence(String text) {
            this.text = text;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** By its code. */
        public static Sentence of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        public String text() {
            return text;
        }
    }
}
