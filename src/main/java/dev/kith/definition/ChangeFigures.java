package dev.kith.definition;

import dev.kith.change.CutOffs;
import dev.kith.change.CutOffs.Population;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Published figures about change on one scale. Each names its citation in the passport, and whether we read it there: what is not verified is shown
 * but never used.
 *
 * @param threshold a change of so many points is reliable
 * @param caseness the first clinical value
 * @param clinicalNorm people in care
 * @param functionalNorm everybody else
 * @param minimalImportantDifference the least change that people notice
 * @param response so much less than at the start
 * @param remission hardly anything left
 */
public record ChangeFigures(
        @Nullable Threshold threshold,
        @Nullable Spread reliability,
        @Nullable Points caseness,
        @Nullable Norm clinicalNorm,
        @Nullable Norm functionalNorm,
        @Nullable Points minimalImportantDifference,
        @Nullable Response response,
        @Nullable Remission remission) {

    /** Something published: where, and whether we read it there. */
    public interface Figure {
        String citation();

        boolean verified();
    }

    /** A number of points. */
    public record Points(BigDecimal points, String citation, boolean verified) implements Figure {}

    /**
     * A reliable change.
     *
     * @param confidence of the interval that it stands for, such as 0.9; null where the source does not say
     */
    public record Threshold(BigDecimal points, @Nullable BigDecimal confidence, String citation, boolean verified)
            implements Figure {}

    /**
     * Standard deviation and reliability.
     *
     * @param kind of the reliability; null where the source does not say
     */
    public record Spread(
            BigDecimal sd, BigDecimal reliability, @Nullable Kind kind, String citation, boolean verified)
            implements Figure {

        /** What was compared: two times, or the items of one. */
        public enum Kind {
            TEST_RETEST,
            INTERNAL_CONSISTENCY
        }
    }

    /** Mean and standard deviation of a population. */
    public record Norm(BigDecimal mean, BigDecimal sd, String citation, boolean verified) implements Figure {}

    /** A share of the first value, in percent. */
    public record Response(BigDecimal percent, String citation, boolean verified) implements Figure {}

    /** Values below it. */
    public record Remission(BigDecimal below, String citation, boolean verified) implements Figure {}

    /** Between the two norms, once both were verified; else null. */
    public @Nullable CutOffs cutOffs() {
        return clinicalNorm == null || functionalNorm == null || !clinicalNorm.verified() || !functionalNorm.verified()
                ? null
                : CutOffs.between(
                        new Population(clinicalNorm.mean(), clinicalNorm.sd()),
                        new Population(functionalNorm.mean(), functionalNorm.sd()));
    }

    List<String> citations() {
        return Stream.<@Nullable Figure>of(
                        threshold,
                        reliability,
                        caseness,
                        clinicalNorm,
                        functionalNorm,
                        minimalImportantDifference,
                        response,
                        remission)
                .filter(Objects::nonNull)
                .map(Figure::citation)
                .toList();
    }
}
