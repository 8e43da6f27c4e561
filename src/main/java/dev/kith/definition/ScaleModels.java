package dev.kith.definition;

import dev.kith.definition.NormTableDefinition.Interpolation;
import dev.kith.definition.NormTableDefinition.Outside;
import dev.kith.definition.ScaleDefinition.Method;
import dev.kith.definition.ScaleDefinition.NotEnabled;
import dev.kith.scoring.Band;
import dev.kith.scoring.Combination;
import dev.kith.scoring.CountOf;
import dev.kith.scoring.Extreme;
import dev.kith.scoring.Formula;
import dev.kith.scoring.Mean;
import dev.kith.scoring.MissingRule;
import dev.kith.scoring.NormTable;
import dev.kith.scoring.NotAsked;
import dev.kith.scoring.Rounding;
import dev.kith.scoring.Scale;
import dev.kith.scoring.Stratum;
import dev.kith.scoring.Sum;
import dev.kith.scoring.WeightedSum;
import java.math.BigDecimal;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** A scale without its words: what the engine reads. What it lacks or has wrong is an IllegalArgumentException. */
final class ScaleModels {

    private final ScaleDefinition scale;
    private final Passport passport;

    private ScaleModels(ScaleDefinition scale, Passport passport) {
        this.scale = scale;
        this.passport = passport;
    }

    static Scale of(ScaleDefinition scale, Passport passport) {
        var made = new ScaleModels(scale, passport);
        return new Scale(
                scale.code(),
                made.formula(),
                made.missing(),
                scale.notEnabled() == NotEnabled.DROP ? NotAsked.DROPPED : NotAsked.MISSING,
                scale.decimals(),
                scale.rounding() == null ? Rounding.HALF_UP : scale.rounding(),
                scale.bands().stream()
                        .map(band -> new Band(band.from(), band.to(), band.code(), band.basis(), band.sex()))
                        .toList());
    }

    private Formula formula() {
        return switch (scale.method()) {
            case LINEAR ->
                new Formula.Linear(
                        said(scale.of(), "of"),
                        said(scale.factor(), "factor"),
                        scale.offset() == null ? BigDecimal.ZERO : scale.offset());
            case TABLE -> new Formula.Lookup(said(scale.of(), "of"), table(said(scale.table(), "table")));
            case SHARE -> new Formula.Share(scale.items(), scale.whole());
            case SUM -> combined(new Sum());
            case MEAN -> combined(new Mean());
            case MINIMUM -> combined(new Extreme(Extreme.End.MINIMUM));
            case MAXIMUM -> combined(new Extreme(Extreme.End.MAXIMUM));
            case WEIGHTED_SUM -> combined(new WeightedSum(said(scale.weights(), "weights")));
            case COUNT -> {
                var where = said(scale.where(), "where");
                yield combined(new CountOf(where.operator(), where.value()));
            }
        };
    }

    private Formula combined(Combination how) {
        var items = scale.linkIds();
        var scales = scale.scaleCodes();
        if (items.isEmpty() == scales.isEmpty()) {
            throw new IllegalArgumentException(
                    "scale " + scale.code() + " is made either of items or of scales, not of both or neither");
        }
        return scales.isEmpty() ? new Formula.OfItems(how, items) : new Formula.OfScales(how, scales);
    }

    private NormTable table(NormTableDefinition table) {
        passport.citation(table.citation());
        return new NormTable(
                table.strata().stream()
                        .map(stratum -> new Stratum(
                                stratum.sex(),
                                stratum.ageFrom(),
                                stratum.ageTo(),
                                stratum.points().stream()
                                        .map(point -> new Stratum.Point(point.raw(), point.value()))
                                        .toList()))
                        .toList(),
                table.interpolation() == Interpolation.LINEAR,
                table.outside() == Outside.CLAMP);
    }

    private MissingRule missing() {
        var own = EnumSet.of(Method.LINEAR, Method.TABLE, Method.SHARE).contains(scale.method());
        if (own || scale.missing() == null && !scale.scaleCodes().isEmpty()) {
            return new MissingRule.Strict();
        }
        var missing = said(scale.missing(), "missing");
        return switch (missing.rule()) {
            case STRICT -> new MissingRule.Strict();
            case AT_MOST -> new MissingRule.AtMost(said(missing.count(), "missing.count"));
            case SHARE -> new MissingRule.Share(said(missing.answered(), "missing.answered"));
            case SUBSCALES ->
                new MissingRule.Subscales(whole(said(missing.answered(), "missing.answered")), missing.valid());
        };
    }

    private int whole(BigDecimal number) {
        try {
            return number.intValueExact();
        } catch (ArithmeticException broken) {
            throw new IllegalArgumentException(
                    "scale " + scale.code() + " needs a whole number of answers, not " + number, broken);
        }
    }

    private <T> T said(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("scale " + scale.code() + " does not say its " + name);
        }
        return value;
    }
}
