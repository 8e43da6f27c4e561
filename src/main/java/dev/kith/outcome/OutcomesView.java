package dev.kith.outcome;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kith.change.ChangeModel;
import dev.kith.change.ReliableChange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a practice's clients fared. */
@Schema(
        description =
                "How clients fared on one questionnaire, over those who were measured at least twice in the period: first and last of each. Numbers"
                        + " only.")
record OutcomesView(
        @Schema(examples = "phq-9") String questionnaire,

        @Schema(description = "Whose answers: client, clinician or informant.", examples = "client")
        String author,

        @Schema(description = "First month.", examples = "2025-01")
        String from,

        @Schema(description = "Last month, included.", examples = "2025-12")
        String to,

        @Schema(description = "The practice's, which months are reckoned in.", examples = "Europe/Berlin")
        String timeZone,

        @Schema(description = "Only clients who were enrolled in it at some time of the period; null for all clients.")
        @Nullable
        String program,

        @Schema(description = "How effect sizes are reckoned.")
        String effectSizeFormula,

        @Schema(
                description =
                        "By scale. Versions that mean the same stand together; older ones that mean something else stand apart, where there are five"
                                + " clients to tell of.")
        List<ScaleOutcomes> scales) {
    static final String FORMULA =
            "d = mean gain / SD of the baselines (of a sample, n - 1), positive is better, without correction for small groups; Becker 1988, Morris and"
                    + " DeShon 2002";

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One scale. */
    @Schema(description = "One scale, over the clients who were measured at least twice.")
    record ScaleOutcomes(
            @Schema(examples = "total") String scale,
            String title,

            @Schema(description = "higher-is-worse, higher-is-better, or neither.")
            String direction,

            @Schema(description = "Must stand beside every result; null when nothing must.") @Nullable
            String label,

            @Schema(description = "Versions of the questionnaire whose scores mean the same, newest first.")
            List<Integer> versions,

            @Schema(description = "How many were measured at least twice; null with reason.", examples = "42") @Nullable
            Integer clients,

            @Schema(description = "Mean of first scores, 2 decimals.", examples = "15.21") @Nullable
            BigDecimal baselineMean,

            @Schema(description = "Mean of last scores, 2 decimals.", examples = "9.4") @Nullable
            BigDecimal latestMean,

            @Schema(description = "Mean of last less first, 2 decimals.", examples = "-5.81") @Nullable
            BigDecimal meanChange,

            EffectSizeView effectSize,

            @Schema(description = "Each client counts in one class.")
            List<OutcomeShare> classes,

            @Schema(description = "Null where nothing was published about change on this scale.") @Nullable
            OutcomeBasis basis,

            @Schema(
                    description =
                            "fewer-than-five: fewer people than that, or so few beside the program that subtracting would show them. Null otherwise.")
            @Nullable
            String reason) {}

    /** How large the change is. */
    @Schema(description = "Cohen's d by the standard deviation of the baselines.")
    record EffectSizeView(
            @Schema(
                    description = "Positive is better (or more, where neither end is), 2 decimals; null with a reason.",
                    examples = "1.18")
            @Nullable
            BigDecimal value,

            @Schema(description = "Of the baselines, 2 decimals.", examples = "4.92") @Nullable
            BigDecimal baselineSd,

            @Schema(description = "fewer-than-five, or baselines-alike where the standard deviation is 0.") @Nullable
            String reason) {}

    /** How many went so. */
    @Schema(description = "How many clients went so.")
    record OutcomeShare(
            @Schema(
                    name = "class",
                    description =
                            "recovered, improved, unchanged, deteriorated, harmed, or not-applicable-baseline-subclinical (below the cut-off at the start"
                                    + " and not reliably worse). Without a cut-off, improved counts all who are reliably better, and deteriorated all who"
                                    + " are reliably worse.",
                    examples = "recovered")
            @JsonProperty("class")
            String name,

            @Schema(description = "Null with a reason.", examples = "14") @Nullable
            Integer clients,

            @Schema(
                    description = "Of all clients of the scale, 0 to 1, 4 decimals; null with a reason.",
                    examples = "0.3333")
            @Nullable
            BigDecimal share,

            @Schema(
                    description =
                            "fewer-than-five (also for a class that would show such a one by subtraction), no-published-reliability or"
                                    + " no-published-cut-off.")
            @Nullable
            String reason) {
        static OutcomeShare hidden(String name, String reason) {
            return new OutcomeShare(name, null, null, reason);
        }
    }

    /** What classes are judged by. */
    @Schema(description = "The published figures that classes are judged by, and their sources.")
    record OutcomeBasis(
            @Schema(description = "published-threshold or computed.", examples = "published-threshold")
            String kind,

            @Schema(description = "Points from which a change is reliable; exactly so many is.", examples = "6")
            BigDecimal threshold,

            @Schema(
                    description =
                            "The first clinical value, four decimals when computed; null when neither it nor a norm was published.",
                    examples = "10")
            @Nullable
            BigDecimal cutOff,

            @Schema(
                    description =
                            "published, or which cut-off of Jacobson and Truax (1991) was computed of published norms: c of both, a of people in"
                                    + " care alone, b of everybody else alone. Null where cutOff is.",
                    examples = "published")
            @Nullable
            String cutOffKind,

            @Nullable BigDecimal sd,
            @Nullable BigDecimal reliability,

            @Schema(description = "Null when the threshold itself was published.") @Nullable
            BigDecimal z,

            String citation,

            @Schema(description = "Source of sd and reliability, beside a published threshold.") @Nullable
            String figuresCitation,

            @Schema(description = "Source of the cut-off, or of the norms that it was computed of.") @Nullable
            String cutOffCitation) {
        static @Nullable OutcomeBasis of(ChangeModel model) {
            var basis = ReliableChange.between(model, BigDecimal.ZERO, BigDecimal.ZERO)
                    .basis();
            return basis == null
                    ? null
                    : new OutcomeBasis(
                            code(basis.kind()),
                            basis.threshold(),
                            basis.cutOff(),
                            basis.cutOffName(),
                            basis.sd(),
                            basis.reliability(),
                            basis.z(),
                            basis.citation(),
                            basis.figuresCitation(),
                            basis.cutOffCitation());
        }
    }
}
