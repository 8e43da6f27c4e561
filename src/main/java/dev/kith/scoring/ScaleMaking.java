package dev.kith.scoring;

import dev.kith.scoring.ScaleScore.Reason;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes the scales of one set of answers, one after the other. */
final class ScaleMaking {

    private final Given given;
    private final Map<String, ScoredItem> items;
    private final Map<String, ScaleScore> made = new HashMap<>();
    private final ItemsRead read;

    ScaleMaking(ScoringModel model, Given given) {
        this.given = given;
        this.items = model.itemsByLinkId();
        this.read = new ItemsRead(given);
    }

    ScaleScore make(Scale scale) {
        read.by(scale);
        var score = score(scale);
        made.put(scale.code(), score);
        return score;
    }

    private ScaleScore score(Scale scale) {
        var formula = scale.formula();
        if (formula instanceof Formula.OfItems of) {
            return combined(scale, of.how(), asked(scale, of.items(), given::asks), keyed(of.items()));
        }
        if (formula instanceof Formula.OfScales of) {
            var asked = asked(scale, of.scales(), code -> made(code).reason() != Reason.NOTHING_ASKED);
            return combined(scale, of.how(), asked, shown(of.scales()));
        }
        if (formula instanceof Formula.Share share) {
            return shared(scale, share);
        }
        return formula instanceof Formula.Lookup lookup
                ? derived(scale, lookup.of(), raw -> lookup.table().read(raw, given.circumstances()))
                : derived(scale, ((Formula.Linear) formula).of(), raw -> moved((Formula.Linear) formula, raw));
    }

    private ScaleScore shared(Scale scale, Formula.Share share) {
        var whole = keyed(share.whole()).values();
        var part = keyed(share.part()).values();
        if (whole.size() < share.whole().size()) {
            return none(scale, Reason.TOO_MANY_MISSING);
        }
        var all = sum(whole);
        if (all.signum() == 0) {
            return none(scale, Reason.SHARE_OF_NOTHING);
        }
        return part.size() < share.part().size()
                ? none(scale, Reason.TOO_MANY_MISSING)
                : counted(scale, Formula.Share.of(sum(part), all), false);
    }

    private static BigDecimal sum(Collection<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Reading moved(Formula.Linear linear, BigDecimal raw) {
        return Reading.of(raw.multiply(linear.factor()).add(linear.offset()));
    }

    private static List<String> asked(Scale scale, List<String> parts, Predicate<String> asked) {
        return scale.notAsked() == NotAsked.DROPPED
                ? parts.stream().filter(asked).toList()
                : parts;
    }

    private Map<String, BigDecimal> keyed(List<String> linkIds) {
        var keyed = new LinkedHashMap<String, BigDecimal>();
        for (var linkId : linkIds) {
            var raw = given.numbers().get(linkId);
            if (raw != null) {
                keyed.put(linkId, present(items.get(linkId), linkId).keyed(raw));
            }
        }
        return keyed;
    }

    private Map<String, BigDecimal> shown(List<String> codes) {
        var shown = new LinkedHashMap<String, BigDecimal>();
        for (var code : codes) {
            var value = made(code).value();
            if (value != null) {
                shown.put(code, value);
            }
        }
        return shown;
    }

    private ScaleScore combined(Scale scale, Combination how, List<String> asked, Map<String, BigDecimal> there) {
        var reason = reasonAgainst(scale, asked.size(), there.size());
        if (reason != null) {
            return none(scale, reason);
        }
        var prorated = how.prorates() && there.size() < asked.size()
                || scale.formula() instanceof Formula.OfScales of
                        && of.scales().stream().anyMatch(code -> made(code).prorated());
        return counted(scale, how.of(there, asked), prorated);
    }

    private @Nullable Reason reasonAgainst(Scale scale, int asked, int there) {
        if (asked == 0) {
            return Reason.NOTHING_ASKED;
        }
        if (there == 0 || !scale.missing().allows(there, asked)) {
            return scale.formula() instanceof Formula.OfScales ? Reason.SUBSCALE_INVALID : Reason.TOO_MANY_MISSING;
        }
        return scale.missing() instanceof MissingRule.Subscales needs
                        && !needs.valid().stream().allMatch(code -> made(code).valid())
                ? Reason.SUBSCALE_INVALID
                : null;
    }

    private ScaleScore derived(Scale scale, String from, Function<BigDecimal, Reading> how) {
        var source = made(from);
        if (source.value() == null) {
            return none(scale, Reason.SUBSCALE_INVALID);
        }
        var reading = how.apply(source.value());
        return reading.value() == null
                ? none(scale, present(reading.reason(), "a reason"))
                : counted(scale, reading.value(), source.prorated());
    }

    private ScaleScore none(Scale scale, Reason reason) {
        var code = scale.code();
        return new ScaleScore(code, null, reason, read.answered(code), read.items(code), false, null, null);
    }

    private ScaleScore counted(Scale scale, Exact exact, boolean prorated) {
        var code = scale.code();
        var value = exact.shown(scale);
        var band = scale.bands().stream()
                .filter(each -> each.isFor(given.circumstances().sex()) && each.holds(value))
                .findFirst()
                .orElse(null);
        var bandReason =
                band == null && scale.bands().stream().anyMatch(each -> each.holds(value)) ? Reason.SEX_UNKNOWN : null;
        return new ScaleScore(code, value, null, read.answered(code), read.items(code), prorated, band, bandReason);
    }

    private ScaleScore made(String code) {
        return present(made.get(code), code);
    }

    /** The model vouches for scales and items. */
    private static <T> T present(@Nullable T thing, String name) {
        if (thing == null) {
            throw new IllegalArgumentException("not there: " + name);
        }
        return thing;
    }
}
