package dev.kith.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.definition.VersionDiff.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a scale means the same in two versions: the same questions count, with the same answers in the same order, keyed, combined and rounded the
 * same way, about the same stretch of time, and the same becomes of missing answers. What a value is called, and what is published about change, has no say.
 */
final class Comparability {

    /** Of a scale: what does not change its value. */
    private static final Set<String> BESIDE = Set.of("title", "bands", "change", "loinc", "dimension", "items");
    /** Of an item: what changes the answer that a person gives, apart from words. */
    private static final List<String> OF_ITEMS =
            List.of("type", "options", "reversed", "min", "max", "step", "unit", "enabling");

    private final Map<String, JsonNode> itemsOfA;
    private final Map<String, JsonNode> itemsOfB;
    private final Map<String, JsonNode> scalesOfA;
    private final Map<String, JsonNode> scalesOfB;
    private final boolean sameTime;

    private Comparability(JsonNode a, JsonNode b) {
        itemsOfA = DiffItems.of(a);
        itemsOfB = DiffItems.of(b);
        scalesOfA = VersionDiff.named(a.path("scales"), "code");
        scalesOfB = VersionDiff.named(b.path("scales"), "code");
        sameTime = a.path("recallPeriod").equals(b.path("recallPeriod"));
    }

    static List<Verdict> of(Definition a, Definition b) {
        var both = new Comparability(DefinitionFormat.tree(a), DefinitionFormat.tree(b));
        return both.scalesOfA.keySet().stream().map(both::verdict).toList();
    }

    private Verdict verdict(String code) {
        var reasons = new LinkedHashSet<String>();
        scale(code, reasons, new LinkedHashSet<>());
        if (!sameTime) {
            reasons.add("answers look back on another time");
        }
        return new Verdict(code, reasons.isEmpty(), List.copyOf(reasons));
    }

    private void scale(String code, Set<String> reasons, Set<String> seen) {
        var from = scalesOfA.get(code);
        var to = scalesOfB.get(code);
        if (from == null || to == null) {
            reasons.add("scale " + code + " was removed");
            return;
        }
        if (!seen.add(code)) {
            return;
        }
        VersionDiff.differing(from, to).stream()
                .filter(field -> !BESIDE.contains(field))
                .forEach(field -> reasons.add(field + " of scale " + code + " changed"));
        var items = items(from);
        if (!items.equals(items(to))) {
            reasons.add("other items count in scale " + code);
        }
        items.forEach(linkId -> item(linkId, reasons));
        below(from).forEach(other -> scale(other, reasons, seen));
    }

    /** Which items count, in whatever order. */
    private static Set<String> items(JsonNode scale) {
        var items = new LinkedHashSet<String>();
        scale.path("items").forEach(item -> items.add(item.asText()));
        scale.path("whole").forEach(item -> items.add(item.asText()));
        scale.path("weights").fieldNames().forEachRemaining(items::add);
        return items;
    }

    /** The scales that this one builds on. */
    private List<String> below(JsonNode scale) {
        var below = new ArrayList<String>();
        if (scale.has("of")) {
            below.add(scale.path("of").asText());
        }
        scale.path("scales").forEach(other -> below.add(other.asText()));
        scale.path("weights").fieldNames().forEachRemaining(name -> {
            if (scalesOfA.containsKey(name)) {
                below.add(name);
            }
        });
        scale.path("missing").path("valid").forEach(other -> below.add(other.asText()));
        return below;
    }

    private void item(String linkId, Set<String> reasons) {
        var from = itemsOfA.get(linkId);
        var to = itemsOfB.get(linkId);
        if (from == null || to == null) {
            return; // the items that count differ, which was told, or it is a scale with a weight
        }
        for (var field : VersionDiff.differing(from, to)) {
            if (OF_ITEMS.contains(field)) {
                reasons.add(field + " of item " + linkId + " changed");
            }
        }
    }
}
