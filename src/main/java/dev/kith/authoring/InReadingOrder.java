package dev.kith.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the members of a definition back into the order that people write them in: the database keeps one of its own. */
final class InReadingOrder {
    private static final List<String> ORDER = List.of(
            "key version kind languages title purpose tags constructs validated normed label minutes readingLevel respondents",
            "modes contraindicated recallPeriod instruction optionSets items scales criteria alertRules checks passport",
            "linkId name code type method group item scale criterion operator value required options text help min max step",
            "minLength maxLength minChosen maxChosen unit low high anchors picture url alt enableWhen enableBehavior reversed",
            "of scales weights factor offset table missing rule count share answered notEnabled decimals rounding direction",
            "from to sex basis loinc codes system display bands change when severity crisisCard onDraft",
            "licence holder attribution commercialUse modificationAllowed translationAllowed settings countries checkedOn",
            "wordingIncluded citations vectors id doi circumstances answers expect reason prorated band flags alerts",
            "points sd reliability citation verified");
    private static final Map<String, Integer> PLACES = places();

    private static final Comparator<String> NAMES = Comparator.<String>comparingInt(
                    name -> PLACES.getOrDefault(name, PLACES.size()))
            .thenComparing(InReadingOrder::padded)
            .thenComparing(Comparator.naturalOrder());

    private InReadingOrder() {}

    static ObjectNode of(ObjectNode definition) {
        return (ObjectNode) ordered(definition);
    }

    private static JsonNode ordered(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var sorted = new TreeMap<String, JsonNode>(NAMES);
            object.properties().forEach(member -> sorted.put(member.getKey(), ordered(member.getValue())));
            return new ObjectNode(JsonNodeFactory.instance).setAll(sorted);
        }
        if (node instanceof ArrayNode array) {
            var all = new ArrayNode(JsonNodeFactory.instance);
            array.forEach(each -> all.add(ordered(each)));
            return all;
        }
        return node;
    }

    /** phq-9.2 before phq-9.10: every number as if it had ten digits. */
    private static String padded(String name) {
        var padded = new StringBuilder();
        for (var part : name.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)", -1)) {
            var digits = !part.isEmpty() && Character.isDigit(part.charAt(0));
            padded.append(digits ? "0".repeat(Math.max(0, 10 - part.length())) : "").append(part);
        }
        return padded.toString();
    }

    private static Map<String, Integer> places() {
        var places = new TreeMap<String, Integer>();
        for (var line : ORDER) {
            for (var name : line.split(" ", -1)) {
                places.putIfAbsent(name, places.size());
            }
        }
        return places;
    }
}
