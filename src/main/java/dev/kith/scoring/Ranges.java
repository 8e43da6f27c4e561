package dev.kith.scoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each item and each scale can be. Scales stand in the order they are made. */
final class Ranges {

    private final Map<String, Range> items = new LinkedHashMap<>();
    private final Map<String, Range> scales = new LinkedHashMap<>();

    Ranges(List<ScoredItem> items) {
        items.forEach(item -> this.items.put(item.linkId(), item.range()));
    }

    static Ranges of(ScoringModel model) {
        var ranges = new Ranges(model.items());
        model.scales().forEach(ranges::add);
        return ranges;
    }

    /** Takes a scale that reads only what is there. */
    void add(Scale scale) {
        scales.put(scale.code(), span(scale).shown(scale));
    }

    Set<String> items() {
        return items.keySet();
    }

    Set<String> scales() {
        return scales.keySet();
    }

    Range scale(String code) {
        return range(scales, code);
    }

    /** What the parts of a combination, or of a share, can be; none for a scale that is derived from one other. */
    Map<String, Range> parts(Formula formula) {
        if (formula instanceof Formula.Share share) {
            return parts(share.items(), items);
        }
        if (formula instanceof Formula.OfItems of) {
            return parts(of.items(), items);
        }
        return formula instanceof Formula.OfScales of ? parts(of.scales(), scales) : Map.of();
    }

    private Span span(Scale scale) {
        var formula = scale.formula();
        if (formula instanceof Formula.OfItems of) {
            return of.how().span(parts(formula), scale.notAsked() == NotAsked.MISSING);
        }
        if (formula instanceof Formula.OfScales of) {
            return of.how().span(parts(formula), scale.notAsked() == NotAsked.MISSING);
        }
        if (formula instanceof Formula.Share) {
            return Formula.Share.span();
        }
        if (formula instanceof Formula.Lookup lookup) {
            return lookup.table().span();
        }
        var linear = (Formula.Linear) formula;
        var scaled = scale(linear.of()).times(linear.factor());
        return Span.of(scaled.min().add(linear.offset()), scaled.max().add(linear.offset()));
    }

    private static Map<String, Range> parts(List<String> names, Map<String, Range> of) {
        var parts = new LinkedHashMap<String, Range>();
        names.forEach(name -> parts.put(name, range(of, name)));
        return parts;
    }

    private static Range range(Map<String, Range> of, String name) {
        var range = of.get(name);
        if (range == null) {
            throw new IllegalArgumentException("not there: " + name);
        }
        return range;
    }
}
