package dev.kith.questionnaire;

import dev.kith.change.Direction;
import dev.kith.definition.ChangeFigures;
import dev.kith.definition.ScaleDefinition;
import dev.kith.scoring.BandBasis;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One score. */
@Schema(description = "One score.")
record ScaleView(
        @Schema(examples = "total") String code,
        String title,

        @Schema(
                description =
                        "sum, mean, weighted-sum, minimum, maximum, count, share (in percent), linear (of another scale) or table"
                                + " (norms).")
        String method,

        BigDecimal least,
        BigDecimal most,
        int decimals,

        @Schema(description = "higher-is-worse, higher-is-better, or neither.")
        String direction,

        @Nullable String loinc,

        @Schema(
                description = "The dimension of progress that it tells, such as load; null when it tells none.",
                examples = "load")
        @Nullable
        String dimension,

        List<BandView> bands,

        @Schema(description = "What was published about change, read in its source or not; null when nothing was.")
        @Nullable
        ChangeFigures change) {

    static ScaleView of(Published published, ScaleDefinition scale, String language) {
        var range = published.model().range(scale.code());
        return new ScaleView(
                scale.code(),
                scale.title().in(language),
                QuestionnaireView.code(scale.method()),
                range.min(),
                range.max(),
                scale.decimals(),
                direction(scale.direction()),
                scale.loinc(),
                scale.dimension() == null ? null : scale.dimension().code(),
                scale.bands().stream()
                        .map(band -> new BandView(
                                band.code(),
                                band.label().in(language),
                                band.from(),
                                band.to(),
                                band.basis(),
                                band.sex() == null ? null : QuestionnaireView.code(band.sex())))
                        .toList(),
                scale.change());
    }

    static String direction(Direction direction) {
        return QuestionnaireView.code(direction);
    }
}

/** What a range is called. */
@Schema(description = "What a range is called; both ends belong to it.")
record BandView(
        String code,
        String label,
        BigDecimal from,
        BigDecimal to,
        BandBasis basis,

        @Schema(description = "female or male; null for everybody.", examples = "female") @Nullable
        String sex) {}
