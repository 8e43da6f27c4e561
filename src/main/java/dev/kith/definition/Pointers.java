package dev.kith.definition;

/** JSON Pointers (RFC 6901). */
public final class Pointers {

    private Pointers() {}

    public static String escaped(String segment) {
        return segment.replace("~", "~0").replace("/", "~1");
    }

    /** The segments, one after the other, from the top. */
    public static String to(Object... segments) {
        var pointer = new StringBuilder();
        for (var segment : segments) {
            pointer.append('/').append(escaped(segment.toString()));
        }
        return pointer.toString();
    }
}
