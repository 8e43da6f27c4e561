package dev.kith.chart;

import java.util.ArrayList;
import java.util.List;

/** Breaks words into lines of a width. */
final class Lines {
    private static final String MORE = "…";

    private Lines() {}

    /** At most so many lines; what is left over ends in an ellipsis. */
    static List<String> wrap(String text, double width, double size, boolean bold, int most) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.strip().split("\\s+", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || Letters.width(longer, size, bold) <= width) {
                line = longer;
                continue;
            }
            if (lines.size() == most - 1) {
                lines.add(cut(longer + MORE, width, size, bold));
                return lines;
            }
            lines.add(cut(line, width, size, bold));
            line = word;
        }
        lines.add(cut(line, width, size, bold));
        return lines;
    }

    /** The text, or as much of its beginning as fits, and an ellipsis. */
    static String cut(String text, double width, double size, boolean bold) {
        if (Letters.width(text, size, bold) <= width) {
            return text;
        }
        var room = width - Letters.width(MORE, size, bold);
        var end = 0;
        var used = 0.0;
        while (end < text.length()) {
            var next = text.offsetByCodePoints(end, 1);
            used += Letters.width(text.substring(end, next), size, bold);
            if (used > room) {
                break;
            }
            end = next;
        }
        return text.substring(0, end).strip() + MORE;
    }
}
