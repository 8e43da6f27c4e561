package dev.kith.definition;

import dev.kith.change.Caseness;
import dev.kith.change.ChangeModel;
import dev.kith.change.Direction;
import dev.kith.change.JointRule;
import dev.kith.change.JointRule.CaseWhen;
import dev.kith.change.JointRule.ImprovedWhen;
import dev.kith.change.PublishedThreshold;
import java.math.BigDecimal;
import java.util.List;

/**
 * A rule over several questionnaires as it is written in a file.
 *
 * @param sessions how many must have been attended
 * @param verified whether all of it was read in the citation
 */
public record JointRuleDefinition(
        String code,
        int version,
        Text title,
        CaseWhen caseWhen,
        ImprovedWhen improvedWhen,
        int sessions,
        List<JointMeasure> measures,
        String citation,
        boolean verified) {

    public JointRuleDefinition {
        measures = List.copyOf(measures);
    }

    /**
     * A scale with the rule's own figures, which may differ from those of the questionnaire.
     *
     * @param caseness the first clinical value
     * @param threshold points from which a change is reliable
     */
    public record JointMeasure(
            String questionnaire, String scale, Direction direction, BigDecimal caseness, BigDecimal threshold) {

        /** By which the engine is handed its values, such as phq-9/total. */
        public String code() {
            return questionnaire + "/" + scale;
        }
    }

    /** As the change engine reads it. */
    public JointRule rule() {
        return new JointRule(
                code,
                version,
                caseWhen,
                improvedWhen,
                sessions,
                measures.stream()
                        .map(measure -> new JointRule.JudgedMeasure(measure.code(), model(measure)))
                        .toList(),
                citation,
                verified);
    }

    private ChangeModel model(JointMeasure measure) {
        return new ChangeModel(
                measure.direction(),
                new PublishedThreshold(measure.threshold(), citation),
                null,
                new Caseness(measure.caseness(), citation));
    }
}
