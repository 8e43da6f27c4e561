package dev.kith.alert;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What an e-mail to staff says, in one language: that something waits, and where. Nothing of a client, of an alert, or of how
 * grave it is, so that nobody who sees it learns anything.
 */
public record AlertWords(String language, String subject, String greeting, String line, String open) {
    private static final Map<String, AlertWords> ALL = Map.of(
            "en",
            new AlertWords(
                    "en",
                    "Something waits for you in %s",
                    "Hello,",
                    "something waits for you in %s. Please sign in and look at it.",
                    "Sign in"),
            "de",
            new AlertWords(
                    "de",
                    "In %s wartet etwas auf Sie",
                    "Guten Tag,",
                    "in %s wartet etwas auf Sie. Bitte melden Sie sich an und sehen Sie es an.",
                    "Anmelden"),
            "es",
            new AlertWords(
                    "es",
                    "Algo le espera en %s",
                    "Hola:",
                    "Algo le espera en %s. Por favor, inicie sesión y véalo.",
                    "Iniciar sesión"));

    /** In the member's language, else in the practice's, else in English. */
    static AlertWords of(String member, String practice, String name) {
        var own = ALL.get(Locale.forLanguageTag(member).getLanguage());
        var words = own != null
                ? own
                : ALL.getOrDefault(
                        Locale.forLanguageTag(practice).getLanguage(), Objects.requireNonNull(ALL.get("en")));
        return words.in(oneLine(name));
    }

    private AlertWords in(String name) {
        return new AlertWords(language, subject.formatted(name), greeting, line.formatted(name), open);
    }

    /** A name cannot write headers. */
    private static String oneLine(String name) {
        return name.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
