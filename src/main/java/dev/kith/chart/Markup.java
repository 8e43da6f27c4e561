package dev.kith.chart;

/** Makes text harmless in XML and HTML, between tags and in quoted attributes. */
final class Markup {

    private Markup() {}

    static String escape(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> append(safe, character));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int character) {
        switch (character) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(LegalText.isLegal(character) ? character : LegalText.UNKNOWN);
        }
    }
}
