package dev.kith.change;

import dev.kith.change.Change.Basis;
import dev.kith.change.Change.ClinicalClass;
import dev.kith.change.Change.ReliableClass;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges a change. A published threshold in whole points comes first; else z = 1.96 times the standard error of the difference (Jacobson and Truax
 * 1991, as put right by Christensen and Mendoza 1986). A change of exactly the threshold is reliable; a computed threshold is compared unrounded.
 * Other programs differ here: some want more than the threshold. So is a cut-off: one that was computed of norms is compared unrounded.
 */
public final class ReliableChange {
    public static final NamedRule RULE = new NamedRule("reliable-change", 1);

    /** Two-sided 95 %, as the literature prints it. */
    public static final BigDecimal Z = new BigDecimal("1.96");

    private static final int DECIMALS = 4;

    private ReliableChange() {}

    /** From the first to the last of a series in the order of time. */
    public static Change along(ChangeModel model, List<BigDecimal> values) {
        return switch (values.size()) {
            case 0 -> Change.none(null, Reason.NO_MEASUREMENT);
            case 1 -> Change.none(values.get(0), Reason.ONE_MEASUREMENT);
            default -> between(model, values.get(0), values.get(values.size() - 1));
        };
    }

    public static Change between(ChangeModel model, BigDecimal baseline, BigDecimal latest) {
        var value = latest.subtract(baseline);
        var basis = basis(model);
        var reliable = reliable(model, baseline, latest);
        if (basis == null || reliable == null) {
            return new Change(
                    RULE, baseline, latest, value, null, null, null, null, null, Reason.NO_PUBLISHED_RELIABILITY);
        }
        return new Change(
                RULE,
                baseline,
                latest,
                value,
                index(model, value),
                reliable,
                clinical(model, baseline, latest, reliable),
                crossedUnreliably(model, baseline, latest, reliable),
                basis,
                null);
    }

    /** How a change counts; null when nothing was published. */
    static @Nullable ReliableClass reliable(ChangeModel model, BigDecimal baseline, BigDecimal latest) {
        var gain = model.direction().gain(baseline, latest);
        var reached = reached(model, gain);
        if (reached == null) {
            return null;
        }
        if (!reached) {
            return ReliableClass.NO_RELIABLE_CHANGE;
        }
        return gain.signum() > 0 ? ReliableClass.RELIABLE_IMPROVEMENT : ReliableClass.RELIABLE_DETERIORATION;
    }

    /** Points from which a change is reliable, unrounded; null when nothing was published. */
    public static @Nullable BigDecimal threshold(ChangeModel model) {
        if (model.threshold() != null) {
            return model.threshold().points();
        }
        return model.reliability() == null
                ? null
                : model.reliability().errorOfDifference().multiply(Z);
    }

    private static @Nullable Boolean reached(ChangeModel model, BigDecimal gain) {
        if (model.threshold() != null) {
            return gain.abs().compareTo(model.threshold().points()) >= 0;
        }
        return model.reliability() == null ? null : model.reliability().reachedBy(gain, Z);
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

    private static @Nullable Boolean crossedUnreliably(
            ChangeModel model, BigDecimal baseline, BigDecimal latest, ReliableClass reliable) {
        return model.caseness() == null
                ? null
                : reliable == ReliableClass.NO_RELIABLE_CHANGE
                        && model.caseness().holds(baseline, model.direction())
                        && !model.caseness().holds(latest, model.direction());
    }

    private static @Nullable BigDecimal index(ChangeModel model, BigDecimal value) {
        return model.reliability() == null
                ? null
                : shown(value.divide(model.reliability().errorOfDifference(), MathContext.DECIMAL64));
    }

    private static @Nullable Basis basis(ChangeModel model) {
        var threshold = threshold(model);
        if (threshold == null) {
            return null;
        }
        var published = model.threshold();
        var figures = model.reliability();
        var caseness = model.caseness();
        return new Basis(
                published == null ? Basis.Kind.COMPUTED : Basis.Kind.PUBLISHED_THRESHOLD,
                published == null ? shown(threshold) : threshold,
                published == null ? null : published.confidence(),
                figures == null ? null : figures.sd(),
                figures == null ? null : figures.reliability(),
                figures == null ? null : shown(figures.errorOfDifference()),
                published == null ? Z : null,
                caseness == null ? null : caseness.shown(),
                caseness == null ? null : caseness.computedAs(),
                source(model),
                published == null || figures == null ? null : figures.citation(),
                caseness == null ? null : caseness.citation());
    }

    private static String source(ChangeModel model) {
        if (model.threshold() != null) {
            return model.threshold().citation();
        }
        if (model.reliability() == null) {
            throw new IllegalStateException("a threshold without a source");
        }
        return model.reliability().citation();
    }

    private static BigDecimal shown(BigDecimal number) {
        return number.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
