package dev.kith.change;

import dev.kith.change.Change.Basis;
import dev.kith.change.Change.ClinicalClass;
import dev.kith.change.Change.Reason;
import dev.kith.change.Change.ReliableClass;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges a change. A published threshold in whole points comes first; else z = 1.96 times the standard error of the difference. A change of exactly
 * the threshold is reliable; a computed threshold is compared unrounded.
 */
public final class ReliableChange {

    /** Two-sided 95 %, as the literature prints it. */
    public static final BigDecimal Z = new BigDecimal("1.96");

    private static final int DECIMALS = 4;

    private ReliableChange() {}

    /** From the first to the last of a series in the order of time. */
    public static Change along(ChangeModel model, List<BigDecimal> values) {
        return switch (values.size()) {
            case 0 -> new Change(null, null, null, null, null, Reason.NO_MEASUREMENT);
            case 1 -> new Change(null, null, null, null, null, Reason.ONE_MEASUREMENT);
            default -> between(model, values.get(0), values.get(values.size() - 1));
        };
    }

    public static Change between(ChangeModel model, BigDecimal baseline, BigDecimal latest) {
        var value = latest.subtract(baseline);
        var threshold = threshold(model);
        if (threshold == null) {
            return new Change(value, null, null, null, null, Reason.NO_PUBLISHED_RELIABILITY);
        }
        var reliable = reliable(model.direction().gain(value), threshold);
        return new Change(
                value,
                index(model, value),
                reliable,
                clinical(model, baseline, latest, reliable),
                basis(model, threshold),
                null);
    }

    private static @Nullable BigDecimal threshold(ChangeModel model) {
        if (model.threshold() != null) {
            return model.threshold().points();
        }
        return model.reliability() == null
                ? null
                : model.reliability().errorOfDifference().multiply(Z);
    }

    private static ReliableClass reliable(BigDecimal gain, BigDecimal threshold) {
        if (gain.abs().compareTo(threshold) < 0) {
            return ReliableClass.NO_RELIABLE_CHANGE;
        }
        return gain.signum() > 0 ? ReliableClass.RELIABLE_IMPROVEMENT : ReliableClass.RELIABLE_DETERIORATION;
    }

    private static @Nullable ClinicalClass clinical(
            ChangeModel model, BigDecimal baseline, BigDecimal latest, ReliableClass reliable) {
        if (model.caseness() == null) {
            return null;
        }
        var clinicalBefore = model.caseness().holds(baseline, model.direction());
        var clinicalNow = model.caseness().holds(latest, model.direction());
        return switch (reliable) {
            case RELIABLE_DETERIORATION ->
                !clinicalBefore && clinicalNow ? ClinicalClass.HARMED : ClinicalClass.DETERIORATED;
            case NO_RELIABLE_CHANGE ->
                clinicalBefore ? ClinicalClass.UNCHANGED : ClinicalClass.NOT_APPLICABLE_BASELINE_SUBCLINICAL;
            case RELIABLE_IMPROVEMENT -> {
                if (!clinicalBefore) {
                    yield ClinicalClass.NOT_APPLICABLE_BASELINE_SUBCLINICAL;
                }
                yield clinicalNow ? ClinicalClass.IMPROVED : ClinicalClass.RECOVERED;
            }
        };
    }

    private static @Nullable BigDecimal index(ChangeModel model, BigDecimal value) {
        return model.reliability() == null
                ? null
                : value.divide(model.reliability().errorOfDifference(), MathContext.DECIMAL64)
                        .setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static Basis basis(ChangeModel model, BigDecimal threshold) {
        var published = model.threshold();
        var figures = model.reliability();
        var sd = figures == null ? null : figures.sd();
        var reliability = figures == null ? null : figures.reliability();
        var source = figures == null ? null : figures.citation();
        if (published != null) {
            return new Basis(
                    Basis.Kind.PUBLISHED_THRESHOLD, threshold, sd, reliability, null, published.citation(), source);
        }
        if (source == null) {
            throw new IllegalStateException("a threshold without a source");
        }
        return new Basis(
                Basis.Kind.COMPUTED,
                threshold.setScale(DECIMALS, RoundingMode.HALF_UP),
                sd,
                reliability,
                Z,
                source,
                null);
    }
}
