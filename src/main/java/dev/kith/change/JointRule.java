package dev.kith.change;

import java.util.List;

/**
 * A rule that judges several measures together, as data.
 *
 * @param code in lower-kebab
 * @param version 1 and up
 * @param caseWhen how many measures must be clinical for a client to be a case
 * @param improvedWhen what the measures together must do to count as reliably better; worse is its mirror
 * @param sessions how many attended sessions there must be, at least; 0 when it does not matter
 * @param measures at least one, no code twice, each with a cut-off and something published about reliable change
 * @param citation where the rule stands
 * @param verified whether we read the whole of it there; when not, every result says so
 */
public record JointRule(
        String code,
        int version,
        CaseWhen caseWhen,
        ImprovedWhen improvedWhen,
        int sessions,
        List<JudgedMeasure> measures,
        String citation,
        boolean verified) {

    /** How many measures make a case. */
    public enum CaseWhen {
        ANY,
        ALL
    }

    /** What counts as better together. */
    public enum ImprovedWhen {
        /** At least one is reliably better, and none is reliably worse. */
        ANY_AND_NONE_WORSE,
        /** Each is reliably better. */
        ALL
    }

    /**
     * One of the measures.
     *
     * @param code by which its values are handed in, such as phq-9/total
     */
    public record JudgedMeasure(String code, ChangeModel model) {
        public JudgedMeasure {
            if (model.caseness() == null || (model.threshold() == null && model.reliability() == null)) {
                throw new IllegalArgumentException(code + " needs a cut-off and a reliable change");
            }
        }
    }

    public JointRule {
        measures = List.copyOf(measures);
        if (measures.isEmpty()
                || measures.stream().map(JudgedMeasure::code).distinct().count() < measures.size()) {
            throw new IllegalArgumentException("a joint rule judges at least one measure, each once");
        }
        if (sessions < 0) {
            throw new IllegalArgumentException("sessions are not negative: " + sessions);
        }
    }

    NamedRule rule() {
        return new NamedRule(code, version);
    }
}
