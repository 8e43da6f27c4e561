package dev.kith.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays a wording over a definition. What it has words for and the definition has no place for is told by its own pointer. */
final class WordingOverlay {

    private final Wording wording;
    private final ObjectNode definition;
    private final Faults faults;

    private WordingOverlay(Wording wording, ObjectNode definition, Faults faults) {
        this.wording = wording;
        this.definition = definition;
        this.faults = faults;
    }

    /** The definition with the language added; words without a place are left out. */
    static Definition lay(Wording wording, Definition definition) {
        var tree = (ObjectNode) DefinitionFormat.tree(definition);
        new WordingOverlay(wording, tree, new Faults()).everything();
        if (!definition.languages().contains(wording.language())) {
            ((ArrayNode) tree.get("languages")).add(wording.language());
        }
        DefinitionTexts.originalFirst(tree, definition.languages().get(0));
        try {
            return DefinitionFormat.read(tree.toString(), Definition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words broke a definition", e);
        }
    }

    /** Tells which words have no place. */
    static void check(Wording wording, Definition definition, Faults faults) {
        new WordingOverlay(wording, (ObjectNode) DefinitionFormat.tree(definition), faults).everything();
    }

    private void everything() {
        var texts = wording.texts();
        say("/texts/title", definition, "title", texts.title());
        say("/texts/purpose", definition, "purpose", texts.purpose());
        say("/texts/label", definition, "label", texts.label());
        // Without wording of its own a definition has no instruction, and takes one.
        if (texts.instruction() != null) {
            add(definition, "instruction", texts.instruction());
        }
        contraindicated();
        texts.items().forEach(this::item);
        texts.options().forEach(this::options);
        texts.scales().forEach(this::scale);
        titles("criteria", "code", texts.criteria());
        titles("alertRules", "key", texts.alertRules());
    }

    private void contraindicated() {
        var said = wording.texts().contraindicated();
        var places = definition.path("contraindicated");
        if (!said.isEmpty() && said.size() != places.size()) {
            faults.add("/texts/contraindicated", "place-unknown", "the definition has " + places.size() + " of these");
            return;
        }
        for (var i = 0; i < said.size(); i++) {
            ((ObjectNode) places.get(i)).put(wording.language(), said.get(i));
        }
    }

    private void item(String linkId, Wording.ItemWords words) {
        var pointer = Pointers.to("texts", "items", linkId);
        var item = named(definition.path("items"), "linkId", linkId);
        if (item == null) {
            unknown(pointer);
            return;
        }
        if (words.text() != null) {
            add(item, "text", words.text());
        }
        if (words.help() != null) {
            add(item, "help", words.help());
        }
        if (item.path("type").asText().equals("slider") && words.low() != null && words.high() != null) {
            add(item.withObject("/anchors"), "low", words.low());
            add(item.withObject("/anchors"), "high", words.high());
        } else {
            say(pointer + "/low", item.path("anchors"), "low", words.low());
            say(pointer + "/high", item.path("anchors"), "high", words.high());
        }
        say(pointer + "/alt", item.path("picture"), "alt", words.alt());
        if (words.unit() != null && item.path("unit") instanceof ObjectNode unit) {
            add(unit, "label", words.unit());
        } else {
            say(pointer + "/unit", item.path("unit"), "label", words.unit());
        }
    }

    private void options(String set, Map<String, String> labels) {
        labels.forEach((value, label) -> {
            var pointer = Pointers.to("texts", "options", set, value);
            var found = false;
            for (var option : definition.path("optionSets").path(set)) {
                if (name(option.path("value")).equals(value)) {
                    add((ObjectNode) option, "label", label);
                    found = true;
                }
            }
            faults.unless(found, pointer, "place-unknown", "the definition has no such option");
        });
    }

    private static String name(JsonNode value) {
        return value.isNumber() ? Numbers.plain(value.decimalValue()) : value.asText();
    }

    private void scale(String code, Wording.ScaleWords words) {
        var pointer = Pointers.to("texts", "scales", code);
        var scale = named(definition.path("scales"), "code", code);
        if (scale == null) {
            unknown(pointer);
            return;
        }
        say(pointer + "/title", scale, "title", words.title());
        say(pointer + "/cost", scale.path("dimension"), "cost", words.cost());
        words.bands().forEach((band, label) -> {
            var found = false;
            for (var each : scale.path("bands")) { // one code may stand for both sexes
                if (each.path("code").asText().equals(band)) {
                    add((ObjectNode) each, "label", label);
                    found = true;
                }
            }
            faults.unless(
                    found, pointer + Pointers.to("bands", band), "place-unknown", "the definition has no such band");
        });
    }

    private void titles(String list, String naming, Map<String, String> titles) {
        titles.forEach((name, title) -> {
            var found = named(definition.path(list), naming, name);
            if (found == null) {
                unknown(Pointers.to("texts", list, name));
            } else {
                add(found, "title", title);
            }
        });
    }

    private static @Nullable ObjectNode named(JsonNode list, String field, String name) {
        for (var each : list) {
            if (each.path(field).asText().equals(name)) {
                return (ObjectNode) each;
            }
        }
        return null;
    }

    /** Where the definition has words already. */
    private void say(String pointer, JsonNode thing, String field, @Nullable String words) {
        if (words == null) {
            return;
        }
        if (thing.path(field).isObject()) {
            add((ObjectNode) thing, field, words);
        } else {
            unknown(pointer);
        }
    }

    private void add(ObjectNode thing, String field, String words) {
        if (!thing.path(field).isObject()) {
            thing.set(field, JsonNodeFactory.instance.objectNode());
        }
        ((ObjectNode) thing.get(field)).put(wording.language(), words);
    }

    private void unknown(String pointer) {
        faults.add(pointer, "place-unknown", "the definition has no such place");
    }
}
