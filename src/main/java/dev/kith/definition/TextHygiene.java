package dev.kith.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * No text may hold what a reader cannot see and a screen obeys: control characters, marks that turn the direction of what follows, spaces without
 * width. Letters of any script and direction may stand, and joiners between them, which Persian and Hindi need.
 */
final class TextHygiene {

    /** Letters and marks by name that show nothing: fillers, and a joiner that joins nothing. */
    private static final String BLANKS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

    private TextHygiene() {}

    /** Looks at every text and every name. */
    static void check(JsonNode written, Faults faults) {
        look("", written, faults);
    }

    private static void look(String pointer, JsonNode node, Faults faults) {
        if (node.isTextual()) {
            tell(pointer, node.textValue(), faults);
        } else if (node.isObject()) {
            node.properties().forEach(field -> {
                tell(pointer, field.getKey(), faults);
                look(pointer + "/" + Pointers.escaped(field.getKey()), field.getValue(), faults);
            });
        } else {
            var place = 0;
            for (Iterator<JsonNode> each = node.elements(); each.hasNext(); place++) {
                look(pointer + "/" + place, each.next(), faults);
            }
        }
    }

    private static void tell(String pointer, String text, Faults faults) {
        var hidden = hidden(text);
        if (hidden != null) {
            faults.add(pointer, "hidden-character", hidden);
        }
    }

    /** The first that may not stand, by its number; null when there is none. */
    static @Nullable String hidden(String text) {
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (!mayStand(text, at, c)) {
                return "holds U+%04X, which cannot be seen, at character %d".formatted((int) c, at + 1);
            }
        }
        return null;
    }

    private static boolean mayStand(String text, int at, char c) {
        if (c == '\n') {
            return true;
        }
        if (c == '\u200c' || c == '\u200d') {
            return joinable(text, at - 1) && joinable(text, at + 1);
        }
        if (Character.isSurrogate(c)) {
            return Character.isHighSurrogate(c)
                    ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1)) && visible(text, at)
                    : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return visible(text, at);
    }

    private static boolean visible(String text, int at) {
        return BLANKS.indexOf(text.charAt(at)) < 0
                && switch (Character.getType(text.codePointAt(at))) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED ->
                        text.charAt(at) == '\u00ad'; // a soft hyphen shows where a long word may break
                    default -> true;
                };
    }

    /** A letter or a mark on one; half of an emoji is one too, since many are joined. */
    private static boolean joinable(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        var c = text.charAt(at);
        return Character.isLetter(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || Character.getType(c) == Character.OTHER_SYMBOL;
    }
}
