package dev.kith.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kith.definition.Definitions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A slip in a shipped file, in a name, a place, a kind or a language, is refused. */
class LibrarySlipsTest {
    /** Names that nothing else in the file refers to: any other is as good. */
    private static final Set<String> FREE =
            Set.of("key", "code", "article", "approaches", "domains", "item", "opensOn");

    static List<ReadExercise> shipped() {
        return Exercises.shipped();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void noSlipIsShipped(ReadExercise read) {
        var original = Definitions.parseJson(read.json());
        var slips = new TreeMap<String, JsonNode>();
        collect("", "", original, original, slips);

        assertThat(slips).hasSizeGreaterThan(10);
        var unseen = new TreeSet<String>();
        slips.forEach((name, slip) -> {
            if (Exercises.review(slip).publishable()) {
                unseen.add(name);
            }
        });
        assertThat(unseen).isEmpty();
    }

    private static void collect(String at, String name, JsonNode node, JsonNode whole, Map<String, JsonNode> slips) {
        if (node instanceof ObjectNode object) {
            if (object.has("en")) {
                slips.put(at + " without English", changed(whole, at, words -> words.remove("en")));
                return;
            }
            if (object.has("code") && !at.isEmpty() && !at.contains("/options/")) {
                twice(at, object, whole, slips);
            }
            for (var field : object.properties()) {
                collect(at + "/" + field.getKey(), field.getKey(), field.getValue(), whole, slips);
                slips.put(
                        at + "/" + field.getKey() + " misspelt",
                        changed(whole, at, parent -> parent.set(field.getKey() + "x", parent.remove(field.getKey()))));
            }
        } else if (node instanceof ArrayNode list) {
            for (var i = 0; i < list.size(); i++) {
                collect(at + "/" + i, name, list.get(i), whole, slips);
            }
        } else if (node.isTextual() && !FREE.contains(name) && !name.equals("unit")) {
            var parent = JsonPointer.compile(at).head();
            var last = JsonPointer.compile(at).last().getMatchingProperty();
            var copy = whole.deepCopy();
            if (copy.at(parent) instanceof ObjectNode object) {
                object.put(last, node.textValue() + "x");
            } else {
                ((ArrayNode) copy.at(parent)).set(Integer.parseInt(last), word(node.textValue() + "x"));
            }
            slips.put(at + " is another", copy);
        }
    }

    private static JsonNode word(String text) {
        return TextNode.valueOf(text);
    }

    /** The same thing again in its list. */
    private static void twice(String at, ObjectNode object, JsonNode whole, Map<String, JsonNode> slips) {
        var copy = whole.deepCopy();
        ((ArrayNode) copy.at(JsonPointer.compile(at).head())).add(object.deepCopy());
        slips.put(at + " stands twice", copy);
    }

    private interface Change {
        void on(ObjectNode object);
    }

    private static JsonNode changed(JsonNode whole, String at, Change change) {
        var copy = whole.deepCopy();
        change.on((ObjectNode) copy.at(at));
        return copy;
    }
}
