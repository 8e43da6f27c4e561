package dev.kith.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What changed from one version of a questionnaire to another, and whether their scores may stand in one series.
 *
 * @param comparable whether every scale of the first is in the second and made in the same way of the same questions
 * @param textChanged whether words changed; whoever claims that scores are comparable all the same claims that this was editing
 * @param head fields of the questionnaire itself that differ
 * @param items by link id
 * @param scales by code; cut-offs show as {@code bands}
 * @param criteria by code
 * @param alertRules by key
 * @param verdicts one a scale of the first version, in its order
 */
public record VersionDiff(
        boolean comparable,
        boolean textChanged,
        List<String> head,
        Changes items,
        Changes scales,
        Changes criteria,
        Changes alertRules,
        List<Verdict> verdicts) {

    private static final Set<String> LISTS =
            Set.of("version", "optionSets", "items", "scales", "criteria", "alertRules", "checks", "passport");

    /** What came, what went, and what is in both but differs. */
    public record Changes(List<String> added, List<String> removed, List<Changed> changed) {}

    /**
     * One thing that differs.
     *
     * @param what names of its fields in the format; {@code order} when it stands elsewhere among the others
     */
    public record Changed(String name, List<String> what) {}

    /** Whether values of a scale mean the same in both. */
    public record Verdict(String scale, boolean comparable, List<String> reasons) {}

    /** From a to b. */
    public static VersionDiff of(Definition a, Definition b) {
        var from = DefinitionFormat.tree(a);
        var to = DefinitionFormat.tree(b);
        var items = changes(DiffItems.of(from), DiffItems.of(to));
        var scales = changes(named(from.path("scales"), "code"), named(to.path("scales"), "code"));
        var criteria = changes(named(from.path("criteria"), "code"), named(to.path("criteria"), "code"));
        var alertRules = changes(named(from.path("alertRules"), "key"), named(to.path("alertRules"), "key"));
        var head = differing(from, to).stream()
                .filter(field -> !LISTS.contains(field))
                .toList();
        var verdicts = Comparability.of(a, b);
        return new VersionDiff(
                verdicts.stream().allMatch(Verdict::comparable),
                !DiffTexts.words(from).equals(DiffTexts.words(to)),
                head,
                items,
                scales,
                criteria,
                alertRules,
                verdicts);
    }

    /** Things of a list by one of their fields. */
    public static Map<String, JsonNode> named(JsonNode list, String field) {
        var named = new LinkedHashMap<String, JsonNode>();
        list.forEach(each -> named.put(each.path(field).asText(), each));
        return named;
    }

    /** From these to those, each by its name. */
    public static Changes changes(Map<String, JsonNode> from, Map<String, JsonNode> to) {
        var kept = new ArrayList<>(from.keySet());
        kept.retainAll(to.keySet());
        var later = new ArrayList<>(to.keySet());
        later.retainAll(from.keySet());
        var changed = new ArrayList<Changed>();
        from.forEach((name, thing) -> {
            var other = to.get(name);
            if (other == null) {
                return;
            }
            var what = new ArrayList<>(differing(thing, other));
            if (kept.indexOf(name) != later.indexOf(name)) {
                what.add("order");
            }
            if (!what.isEmpty()) {
                changed.add(new Changed(name, List.copyOf(what)));
            }
        });
        return new Changes(without(to, from), without(from, to), List.copyOf(changed));
    }

    private static List<String> without(Map<String, JsonNode> these, Map<String, JsonNode> those) {
        return these.keySet().stream().filter(name -> !those.containsKey(name)).toList();
    }

    /** Names of the fields that differ, in the order of the first. */
    public static List<String> differing(JsonNode from, JsonNode to) {
        var names = new LinkedHashSet<String>();
        from.fieldNames().forEachRemaining(names::add);
        to.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !CanonicalJson.of(from.path(name)).equals(CanonicalJson.of(to.path(name))))
                .toList();
    }
}
