package dev.kith.chart;

/** Text without the characters that XML cannot hold: controls, lone surrogates and non-characters become U+FFFD. */
public final class LegalText {
    static final int UNKNOWN = 0xFFFD;

    private LegalText() {}

    /** The same text, legal. */
    public static String of(String text) {
        return text.codePoints().allMatch(LegalText::isLegal)
                ? text
                : text.codePoints()
                        .map(character -> isLegal(character) ? character : UNKNOWN)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** Char of XML 1.0: tab, line ends, and whatever is no control, no half of a pair and no non-character. */
    static boolean isLegal(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character < 0xD800)
                || (character >= 0xE000 && character < 0xFFFE)
                || character >= 0x10000;
    }
}
