package dev.kith.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Iterator;

/**
 * How large what somebody wrote may be. Looked at before anything else, in one walk that ends early, so that refusing it costs little. What is counted
 * more finely (items, options, scales) stands in the schema.
 */
final class Bounds {

    static final int MOST_CHARACTERS = 512 * 1024;
    static final int MOST_DEPTH = 24;
    static final int MOST_NODES = 60_000;
    static final int MOST_IN_ONE = 2_000;
    static final int LONGEST_TEXT = 4_000;
    static final int LONGEST_NAME = 120;

    private final Faults faults;
    private int nodes;
    private long characters;

    private Bounds(Faults faults) {
        this.faults = faults;
    }

    /** Tells what is too large. Nothing else should look at the text when there is anything. */
    static void check(JsonNode written, Faults faults) {
        var bounds = new Bounds(faults);
        bounds.look("", written, 1);
        faults.unless(
                bounds.nodes <= MOST_NODES && bounds.characters <= MOST_CHARACTERS,
                "",
                "too-large",
                "may have at most " + MOST_NODES + " values and " + MOST_CHARACTERS / 1024 + " KiB of text");
    }

    private boolean full() {
        return nodes > MOST_NODES || characters > MOST_CHARACTERS;
    }

    private void look(String pointer, JsonNode node, int depth) {
        nodes++;
        if (full()) {
            return;
        }
        if (node.isTextual()) {
            text(pointer, node.textValue());
        } else if (node.isNumber()) {
            faults.unless(fits(node), pointer, "number-too-large", "at most 12 digits, and from -1000000 to 1000000");
        } else if (node.isContainerNode() && depth > MOST_DEPTH) {
            faults.add(pointer, "too-deep", "may be nested " + MOST_DEPTH + " deep");
        } else if (node.size() > MOST_IN_ONE) {
            faults.add(pointer, "too-many", "may hold at most " + MOST_IN_ONE + ", not " + node.size());
        } else if (node.isObject()) {
            node.properties().forEach(field -> named(pointer, field.getKey(), field.getValue(), depth));
        } else {
            var place = 0;
            for (Iterator<JsonNode> each = node.elements(); each.hasNext() && !full(); place++) {
                look(pointer + "/" + place, each.next(), depth + 1);
            }
        }
    }

    private void named(String pointer, String name, JsonNode value, int depth) {
        characters += name.length();
        if (name.length() > LONGEST_NAME) {
            faults.add(pointer, "too-long", "a name may have at most " + LONGEST_NAME + " characters");
        } else {
            look(pointer + "/" + Pointers.escaped(name), value, depth + 1);
        }
    }

    private void text(String pointer, String text) {
        characters += text.length();
        faults.unless(
                text.length() <= LONGEST_TEXT,
                pointer,
                "too-long",
                "may have at most " + LONGEST_TEXT + " characters, not " + text.length());
    }

    /** A double may be no number at all, which YAML can write. */
    private static boolean fits(JsonNode number) {
        if (number.isBigInteger()) {
            return number.bigIntegerValue().bitLength() < Long.SIZE
                    && Numbers.fits(BigDecimal.valueOf(number.longValue()));
        }
        return number.isDouble() || number.isFloat()
                ? Double.isFinite(number.doubleValue()) && Numbers.fits(BigDecimal.valueOf(number.doubleValue()))
                : Numbers.fits(number.decimalValue());
    }
}
