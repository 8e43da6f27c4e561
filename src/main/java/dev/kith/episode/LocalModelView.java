package dev.kith.episode;

import dev.kith.change.ExpectedResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How scores of one kind went in the practice's own closed episodes. */
@Schema(
        description =
                "How scores of one kind went in this practice's own closed episodes, by the first score and the number of the session. It tells only what"
                        + " happened here, to those who came here, and nothing of what works. An episode is one client's course on one scale by one"
                        + " kind of author, closed when the client was archived or when all programs that they were enrolled in are over; what was given"
                        + " later is no part of it. Its first score is session 0, those after it are sessions 1, 2 and so on.")
record LocalModelView(
        UUID id,
        @Schema(examples = "phq-9") String questionnaire,

        @Schema(
                description =
                        "The first version that its scores were given on; later ones that mean the same count too.",
                examples = "1")
        int questionnaireVersion,

        @Schema(examples = "total") String scale,

        @Schema(description = "By whose word: client, clinician or informant.", examples = "client")
        String author,

        @Schema(description = "Always local: made of this practice's own episodes.", examples = "local")
        String label,

        @Schema(examples = "local-expected-response") String rule,

        @Schema(
                description = "Of the rule: goes up whenever the same episodes could give another model.",
                examples = "1")
        int ruleVersion,

        Instant madeAt,

        @Schema(description = "Closed episodes with a score after the first.", examples = "240")
        int episodes,

        @Schema(description = "How many it takes.", examples = "200")
        int episodesNeeded,

        @Schema(
                description =
                        "Why there is no model: TOO_FEW_EPISODES, or EPISODES_ALIKE, when all began with one score or had one session. Null when there is one.",
                examples = "TOO_FEW_EPISODES")
        @Nullable
        String reason,

        @Schema(description = "Null with reason.") @Nullable FittedFigures figures) {

    /** The plane, and all that its band is made of. */
    @Schema(
            description =
                    "expected = intercept + byInitial * initial + byLogSession * ln(1 + session), by least squares. With i = initial - meanInitial and"
                            + " t = ln(1 + session) - meanLogSession, the band is expected ± quantile * deviation * sqrt(1 + 1/scores +"
                            + " (i² * sumTT - 2 * i * t * sumIT + t² * sumII) / (sumII * sumTT - sumIT²)), where quantile is Student's at 95 % with"
                            + " scores - 3 degrees of freedom. 6 decimals, half-up. Scores of one episode hang together, so the band is a convention"
                            + " for looking closer and no test.")
    record FittedFigures(
            @Schema(description = "Later scores that it was fitted to.", examples = "1240")
            int scores,

            BigDecimal intercept,
            BigDecimal byInitial,
            BigDecimal byLogSession,

            @Schema(description = "Of what is left, in points.")
            BigDecimal deviation,

            @Schema(description = "Share of scores that the band is made for.", examples = "0.90")
            BigDecimal level,

            BigDecimal meanInitial,
            BigDecimal meanLogSession,
            BigDecimal sumII,
            BigDecimal sumIT,
            BigDecimal sumTT,

            @Schema(description = "Nobody who began lower is judged by it.")
            BigDecimal lowestInitial,

            @Schema(description = "Nobody who began higher is judged by it.")
            BigDecimal highestInitial,

            @Schema(description = "Nobody is judged by it after this session.")
            int lastSession) {}

    static LocalModelView of(LocalModel model) {
        var measure = model.subject().measure();
        var expected = model.expected();
        return new LocalModelView(
                model.id(),
                measure.questionnaire(),
                model.subject().version(),
                measure.scale(),
                measure.author(),
                ExpectedResponse.LABEL,
                model.rule().name(),
                model.rule().version(),
                model.madeAt(),
                expected.episodes(),
                ExpectedResponse.LEAST_EPISODES,
                expected.reason() == null ? null : expected.reason().name(),
                figures(expected));
    }

    private static @Nullable FittedFigures figures(ExpectedResponse expected) {
        return expected.fitted()
                .map(fitted -> new FittedFigures(
                        fitted.scores(),
                        shown(fitted.intercept()),
                        shown(fitted.b1()),
                        shown(fitted.b2()),
                        shown(fitted.deviation()),
                        ExpectedResponse.LEVEL,
                        shown(fitted.initial()),
                        shown(fitted.late()),
                        shown(fitted.ii()),
                        shown(fitted.it()),
                        shown(fitted.tt()),
                        shown(fitted.lowest()),
                        shown(fitted.highest()),
                        fitted.sessions()))
                .orElse(null);
    }

    private static BigDecimal shown(double number) {
        return BigDecimal.valueOf(number).setScale(6, RoundingMode.HALF_UP);
    }
}

/** A page of local models. */
@Schema(description = "A page of local models.")
record LocalModelPage(
        List<LocalModelView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}
