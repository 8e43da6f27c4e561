package dev.kith.definition;

import dev.kith.change.Caseness;
import dev.kith.change.CutOffs;
import dev.kith.change.CutOffs.CutOffKind;
import dev.kith.change.CutOffs.Population;
import dev.kith.change.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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

    /**
     * The first clinical value, of verified figures alone. A published one comes first; else it is computed (Jacobson and Truax 1991): c of both
     * norms, a of people in care alone, b of everybody else alone. Null without either norm, where neither end of the scale is the better one, and
     * where people in care do worse by no norm: such figures tell nobody apart.
     *
     * @param cited the text of a citation by its id
     */
    @Nullable
    Caseness clinicalFrom(Direction direction, UnaryOperator<String> cited) {
        if (caseness != null && caseness.verified()) {
            return new Caseness(caseness.points(), cited.apply(caseness.citation()));
        }
        var inCare = population(clinicalNorm);
        var others = population(functionalNorm);
        if (direction == Direction.NEITHER || (inCare == null && others == null)) {
            return null;
        }
        var sources = Stream.<@Nullable Norm>of(clinicalNorm, functionalNorm)
                .filter(Objects::nonNull)
                .filter(Norm::verified)
                .map(norm -> cited.apply(norm.citation()))
                .distinct()
                .collect(Collectors.joining("; "));
        if (inCare == null) {
            return new Caseness(CutOffs.b(Objects.requireNonNull(others), direction), CutOffKind.B, sources);
        }
        if (others == null) {
            return new Caseness(CutOffs.a(inCare, direction), CutOffKind.A, sources);
        }
        var better = direction.gain(others.mean().subtract(inCare.mean())).signum() > 0;
        return better ? CutOffs.between(inCare, others).caseness(CutOffKind.C, sources) : null;
    }

    private static @Nullable Population population(@Nullable Norm norm) {
        return norm == null || !norm.verified() ? null : new Population(norm.mean(), norm.sd());
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
