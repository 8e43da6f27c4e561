package dev.kith.progress;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a reader writes dates and numbers, in the language that they get. */
final class ReadersLocale {

    private ReadersLocale() {}

    /**
     * The first that they want of that language, with its country; the bare language when they want none.
     *
     * @param language that the words are in, BCP 47
     * @param wanted an Accept-Language value; null or malformed wants nothing
     */
    static Locale of(String language, @Nullable String wanted) {
        var given = Locale.forLanguageTag(language);
        if (wanted == null) {
            return given;
        }
        try {
            return Locale.LanguageRange.parse(wanted).stream()
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .filter(locale -> locale.getLanguage().equals(given.getLanguage()))
                    .findFirst()
                    .orElse(given);
        } catch (IllegalArgumentException malformed) {
            return given;
        }
    }
}
