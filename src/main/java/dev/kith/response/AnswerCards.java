package dev.kith.response;

import dev.kith.safety.CardSeverity;
import dev.kith.safety.CrisisCard;
import dev.kith.safety.CrisisCards;
import dev.kith.safety.ShownCards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the card is come by that a rule asks for, in the language that was asked for, else the client's. */
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
        return severity -> severity == null ? null : card(response, severity);
    }

    /** The same, as it goes out with an answer: which one it was stays known, whatever the card says later. */
    Way shown(Response response, Instant at) {
        return severity -> severity == null ? null : kept(response, card(response, severity), at);
    }

    private CrisisCard kept(Response response, CrisisCard card, Instant at) {
        try {
            shown.keep(response.id, card, at);
            return card;
        } catch (SQLException e) {
            throw new IllegalStateException("What was shown could not be noted", e);
        }
    }

    private CrisisCard card(Response response, CardSeverity severity) {
        return cards.cardFor(
                response.clientId, WantedLanguages.of(response), Locale.forLanguageTag(response.language), severity);
    }
}
