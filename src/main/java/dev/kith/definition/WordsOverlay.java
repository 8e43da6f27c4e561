package dev.kith.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Lays words in one more language over a definition of any kind, and can change nothing but words. The words mirror the definition: fields by their names,
 * what has a code by its code, and what has none by its place in the list, the whole list or nothing of it. Where a thing has one text alone, a string is that
 * text.
 */
public final class WordsOverlay {
    private final String language;
    private final DefinitionTexts.Names names;
    private final Faults faults;

    private WordsOverlay(String language, DefinitionTexts.Names names, Faults faults) {
        this.language = language;
        this.names = names;
        this.faults = faults;
    }

    /**
     * A copy of the definition with one more language; words without a place are left out. What has no words in it comes in the original.
     *
     * @param texts the words, of a shape that its schema has let pass
     * @param definition with its languages, of which the first is the original
     */
    public static ObjectNode lay(JsonNode texts, String language, JsonNode definition, DefinitionTexts.Names names) {
        var laid = (ObjectNode) definition.deepCopy();
        new WordsOverlay(language, names, new Faults()).lay("/texts", "", texts, laid);
        var languages = (ArrayNode) laid.get("languages");
        var original = languages.get(0).asText();
        languages.add(language);
        DefinitionTexts.originalFirst(laid, names, original);
        return laid;
    }

    /** Pointers into the definition: what has no words in this language, and comes in the original. */
    public static List<String> fallbacks(JsonNode laid, String language, DefinitionTexts.Names names) {
        return DefinitionTexts.lacking(laid, names, language);
    }

    /**
     * What is wrong with a wording of this schema, which names its language and has its words under texts.
     *
     * @param definition the version that it is to lie over, without other wordings
     */
    public static Review<JsonNode> review(
            JsonNode written, DefinitionSchema schema, JsonNode definition, DefinitionTexts.Names names) {
        BiConsumer<JsonNode, Faults> check = (wording, faults) -> {
            var language = wording.path("language").asText();
            for (var own : definition.path("languages")) {
                faults.unless(
                        !own.asText().equals(language),
                        "/language",
                        "language-taken",
                        "the definition itself has this language");
            }
            new WordsOverlay(language, names, faults).lay("/texts", "", wording.path("texts"), definition.deepCopy());
        };
        return Review.of(written, schema, JsonNode.class, check);
    }

    /** The name is that of the field where the place stands; of what stands in a list, "text" when that is a list of texts. */
    private void lay(String pointer, String name, JsonNode words, JsonNode place) {
        if (words.isTextual()) {
            say(pointer, words.textValue(), names.ofTexts().contains(name) ? place : onlyText(place));
        } else if (words.isArray()) {
            list(pointer, name, words, place);
        } else {
            words.properties().forEach(each -> {
                var below = pointer + "/" + Pointers.escaped(each.getKey());
                if (place.isArray()) {
                    under(below, "", each.getValue(), coded(place, each.getKey()));
                } else {
                    var isText = names.ofTexts().contains(name);
                    under(
                            below,
                            each.getKey(),
                            each.getValue(),
                            isText ? MissingNode.getInstance() : place.path(each.getKey()));
                }
            });
        }
    }

    private void list(String pointer, String name, JsonNode words, JsonNode place) {
        if (!place.isArray() || place.size() != words.size()) {
            faults.add(pointer, "place-unknown", "the definition has " + place.size() + " of these");
            return;
        }
        for (var i = 0; i < words.size(); i++) {
            lay(pointer + "/" + i, names.ofLists().contains(name) ? "text" : "", words.get(i), place.get(i));
        }
    }

    private void under(String pointer, String name, JsonNode words, JsonNode place) {
        if (place.isMissingNode()) {
            faults.add(pointer, "place-unknown", "the definition has no such place");
        } else {
            lay(pointer, name, words, place);
        }
    }

    private void say(String pointer, String words, @Nullable JsonNode text) {
        if (text instanceof ObjectNode object) {
            object.put(language, words);
        } else {
            faults.add(pointer, "place-unknown", "the definition has no such text");
        }
    }

    private static JsonNode coded(JsonNode list, String code) {
        for (var each : list) {
            if (each.path("code").asText().equals(code)) {
                return each;
            }
        }
        return MissingNode.getInstance();
    }

    /** The text of a thing that has no other; null when it has none, or more. */
    private @Nullable JsonNode onlyText(JsonNode thing) {
        JsonNode found = null;
        for (var field : thing.properties()) {
            if (names.ofTexts().contains(field.getKey())) {
                if (found != null) {
                    return null;
                }
                found = field.getValue();
            }
        }
        return found;
    }
}
