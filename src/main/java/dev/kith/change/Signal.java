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
 * @param values the figures that the rule looked at and those that it was judged by, by name in lowerCamel
 * @param sentences what to say about it, most important first; words for a language are the caller's
 */
public record Signal(
        NamedRule rule, SignalSeverity severity, SortedMap<String, BigDecimal> values, List<Sentence> sentences) {

    public Signal {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        sentences = List.copyOf(sentences);
        for (var sentence : sentences) {
            if (!values.keySet().containsAll(sentence.figures())) {
                throw new IllegalArgumentException(sentence + " names what the rule does not tell");
            }
        }
    }

    /** How soon. */
    public enum SignalSeverity {
        /** Look before the next session. */
        AMBER,
        /** Look today. */
        RED
    }

    /** What can be said, as a code; the words for it are the caller's. */
    public enum Sentence {
        WORSE_THAN_AT_BASELINE("points", "threshold"),
        WORSE_THAN_AT_BEST("points", "threshold"),
        GAIN_WAS_THERE("gain"),
        NO_RELIABLE_GAIN_SO_FAR("measurements"),
        CONVENTION_NOT_EVIDENCE,
        CRITICAL_ANSWER("answer", "from"),
        CRITICAL_RULE,
        MEASURE_OVERDUE("days"),
        TASKS_MISSED("missed"),
        ASK_WHAT_STOOD_IN_THE_WAY,
        DISTRESS_ABOVE_USUAL("peak", "usual"),
        STOP_RULE_WAS_USED,
        STOPPING_IS_PART_OF_IT,
        HIGHER_THAN_EXPECTED_HERE("score", "episodes", "bound"),
        LOWER_THAN_EXPECTED_HERE("score", "episodes", "bound"),
        ONLY_WHAT_HAPPENED_HERE;

        private final List<String> figures;

        Sentence(String... figures) {
            this.figures = List.of(figures);
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** By its code. */
        public static Sentence of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Which values it names, in its order. */
        public List<String> figures() {
            return figures;
        }
    }
}
