package dev.kith.reminder;

import java.util.Locale;
import java.util.Map;

/**
 * What a reminder says, in one language. The same for every task and every client, so that nobody who sees it learns more than
 * that somebody uses an app.
 */
public record MailWords(String language, String subject, String greeting, String line, String open, String off) {
    private static final Map<String, MailWords> ALL = Map.of(
            "en",
            new MailWords(
                    "en",
                    "There is something for you in your app",
                    "Hello,",
                    "there is something for you in your app. Whenever it suits you.",
                    "Open the app",
                    "You can switch these e-mails off in the app, or tell your practice."),
            "de",
            new MailWords(
                    "de",
                    "In Ihrer App wartet etwas auf Sie",
                    "Guten Tag,",
                    "in Ihrer App wartet etwas auf Sie. Wann immer es Ihnen passt.",
                    "App öffnen",
                    "Sie können diese E-Mails in der App abschalten oder Ihrer Praxis Bescheid geben."),
            "es",
            new MailWords(
                    "es",
                    "Hay algo para ti en tu aplicación",
                    "Hola:",
                    "Hay algo para ti en tu aplicación. Cuando te venga bien.",
                    "Abrir la aplicación",
                    "Puedes desactivar estos correos en la aplicación o avisar a tu consulta."));

    /** In the client's language, else in the practice's, else in English. */
    static MailWords of(String client, String practice) {
        var own = ALL.get(Locale.forLanguageTag(client).getLanguage());
        if (own != null) {
            return own;
        }
        return ALL.getOrDefault(Locale.forLanguageTag(practice).getLanguage(), english());
    }

    private static MailWords english() {
        return java.util.Objects.requireNonNull(ALL.get("en"));
    }
}
