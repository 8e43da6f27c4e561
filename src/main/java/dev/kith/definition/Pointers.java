package dev.kith.definition;

/** JSON Pointers (RFC 6901). */
final class Pointers {

    private Pointers() {}

    static String escaped(String segment) {
        return segment.replace("~", "~0").replace("/", "~1");
    }

    /** The segments, one after the other, from the top. */
    static String to(Object... segments) {
        var pointer = new StringBuilder();
        for (var segment : segments) {
            pointer.append('/').append(escaped(segment.toString()));
        }
        return pointer.toString();
    }
}
