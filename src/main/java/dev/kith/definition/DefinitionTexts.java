package dev.kith.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All words of a definition that a person may read, each with its place. Found in the JSON, so that a new field with words cannot be forgotten. */
public final class DefinitionTexts {

    private static final Names QUESTIONNAIRE = new Names(
            Set.of("title", "purpose", "label", "instruction", "text", "help", "low", "high", "alt", "cost"),
            Set.of("contraindicated"));

    /** Words in one place: an object of languages. */
    record Place(String pointer, ObjectNode words) {}

    /**
     * Which fields of a format hold words.
     *
     * @param ofTexts fields that hold one text
     * @param ofLists fields that hold a list of texts
     */
    public record Names(Set<String> ofTexts, Set<String> ofLists) {}

    private DefinitionTexts() {}

    static List<Place> of(JsonNode definition) {
        return of(definition, QUESTIONNAIRE);
    }

    private static List<Place> of(JsonNode definition, Names names) {
        var found = new ArrayList<Place>();
        collect("", "", definition, names, found);
        return found;
    }

    /** Tells where a text has other languages than these. */
    public static void checkLanguages(JsonNode definition, Names names, List<String> languages, Faults faults) {
        var wanted = Set.copyOf(languages);
        for (var place : of(definition, names)) {
            var has = new TreeSet<String>();
            place.words().fieldNames().forEachRemaining(has::add);
            faults.unless(
                    has.equals(wanted),
                    place.pointer(),
                    "other-languages",
                    "a text has other languages than the definition: " + has);
        }
    }

    /** The words in each place, in order. */
    public static List<JsonNode> words(JsonNode definition, Names names) {
        return of(definition, names).stream()
                .map(place -> (JsonNode) place.words())
                .toList();
    }

    /** The same without any words: what remains is what they are about. */
    public static JsonNode wordless(JsonNode definition, Names names) {
        JsonNode copy = definition.deepCopy();
        of(copy, names).forEach(place -> place.words().removeAll());
        return copy;
    }

    static void checkLanguages(Definition definition, Faults faults) {
        checkLanguages(DefinitionFormat.tree(definition), QUESTIONNAIRE, definition.languages(), faults);
    }

    /** Pointers to the texts that have no words in this language. */
    static List<String> lacking(JsonNode definition, String language) {
        return lacking(definition, QUESTIONNAIRE, language);
    }

    static List<String> lacking(JsonNode definition, Names names, String language) {
        return of(definition, names).stream()
                .filter(place -> !place.words().has(language))
                .map(Place::pointer)
                .toList();
    }

    /** Puts the original in front in each text: what stands there is what a text falls back to. */
    static void originalFirst(JsonNode definition, Names names, String original) {
        for (var place : of(definition, names)) {
            var first = place.words().remove(original);
            if (first != null) {
                var rest = place.words().deepCopy();
                place.words().removeAll();
                place.words().set(original, first);
                place.words().setAll(rest);
            }
        }
    }

    static void originalFirst(JsonNode questionnaire, String original) {
        originalFirst(questionnaire, QUESTIONNAIRE, original);
    }

    /** Nothing in the passport is translated: it cites. */
    private static void collect(String pointer, String name, JsonNode node, Names names, List<Place> found) {
        if (node instanceof ObjectNode object && names.ofTexts().contains(name)) {
            found.add(new Place(pointer, object));
        } else if (node.isObject()) {
            node.properties().stream()
                    .filter(field -> !field.getKey().equals("passport"))
                    .forEach(field -> collect(
                            pointer + "/" + Pointers.escaped(field.getKey()),
                            field.getKey(),
                            field.getValue(),
                            names,
                            found));
        } else if (node.isArray()) {
            var place = 0;
            for (Iterator<JsonNode> each = node.elements(); each.hasNext(); place++) {
                collect(pointer + "/" + place, names.ofLists().contains(name) ? "text" : "", each.next(), names, found);
            }
        }
    }
}
