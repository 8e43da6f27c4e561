package dev.kith.safety;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The words that are shown until a practice writes its own. They name no number: a wrong one would be worse than none. */
final class DefaultCard {
    private static final Map<String, CrisisCard> CARDS = Map.of(
            "en",
            card(
                    "en",
                    "Thank you for telling us",
                    "What you answered matters, and your clinician will see it. If you might hurt yourself, or you are in"
                            + " danger now, please do not stay alone with it: call the emergency number of the country you are"
                            + " in, go to the nearest emergency department, or ask someone near you to be with you. This app"
                            + " is not watched around the clock."),
            "de",
            card(
                    "de",
                    "Danke, dass Sie das mitteilen",
                    "Ihre Antwort ist wichtig, und Ihre Behandlerin oder Ihr Behandler wird sie sehen. Wenn Sie sich etwas"
                            + " antun könnten oder jetzt in Gefahr sind, bleiben Sie bitte nicht allein damit: Rufen Sie die"
                            + " Notrufnummer des Landes an, in dem Sie sind, gehen Sie in die nächste Notaufnahme, oder bitten"
                            + " Sie jemanden in Ihrer Nähe, bei Ihnen zu bleiben. Diese App wird nicht rund um die Uhr gelesen."),
            "es",
            card(
                    "es",
                    "Gracias por contárnoslo",
                    "Lo que ha respondido importa, y su terapeuta lo verá. Si podría hacerse daño o está en peligro ahora, por"
                            + " favor no se quede a solas con ello: llame al número de emergencias del país en el que está,"
                            + " acuda al servicio de urgencias más cercano o pida a alguien cercano que le acompañe. Esta"
                            + " aplicación no se vigila las veinticuatro horas."));

    private DefaultCard() {}

    static boolean speaks(Locale language) {
        return CARDS.containsKey(language.getLanguage());
    }

    /** The words are the same for every severity: none of them are too mild. */
    static CrisisCard in(List<Locale> languages, CardSeverity severity) {
        var card = languages.stream()
                .map(language -> CARDS.get(language.getLanguage()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(CARDS.get("en")));
        return new CrisisCard(
                card.language(), severity, card.title(), card.text(), card.contacts(), card.source(), card.version());
    }

    private static CrisisCard card(String language, String title, String text) {
        return new CrisisCard(language, CardSeverity.CRITICAL, title, text, List.of(), "default", 0);
    }
}
