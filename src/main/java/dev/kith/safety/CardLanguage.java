package dev.kith.safety;

import java.util.Locale;

/** A language's tag in its one usual spelling, so that a practice has one card in it however it is written: {@code de-DE}, not {@code de-de}. */
final class CardLanguage {
    private CardLanguage() {}

    static String of(String tag) {
        return Locale.forLanguageTag(tag).toLanguageTag();
    }
}
