package dev.kith.response;

import dev.kith.safety.CardSeverity;
import dev.kith.safety.CrisisCard;
import dev.kith.safety.CrisisCards;
import dev.kith.safety.ShownCards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the card is come by that a rule asks for, in the language of the answer. */
@ApplicationScoped
class AnswerCards {
    @Inject
    CrisisCards cards;

    @Inject
    ShownCards shown;

    /** Null in, null out: no rule asks for a card. */
    interface Way {
        @Nullable
        CrisisCard of(@Nullable CardSeverity severity);
    }

    /** The one that holds now. */
    Way read(Response response) {
        return severity -> severity == null ? null : cards.cardFor(spoken(response), severity);
    }

    /** The same, as it goes out with an answer: which one it was stays known, whatever the card says later. */
    Way shown(Response response, Instant at) {
        return severity -> severity == null ? null : shown.show(response.id, spoken(response), severity, at);
    }

    private static List<Locale> spoken(Response response) {
        return List.of(Locale.forLanguageTag(response.language));
    }
}
