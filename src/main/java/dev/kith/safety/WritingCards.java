package dev.kith.safety;

import dev.kith.audit.Audit;
import dev.kith.idempotency.Turns;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Puts crisis cards into the practice's own words. */
@ApplicationScoped
@Transactional
class WritingCards {
    @Inject
    CrisisCards cards;

    @Inject
    Turns turns;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    List<CrisisCard> list() {
        return cards.own();
    }

    CrisisCard write(Caller caller, String language, WriteCrisisCard request) throws SQLException {
        turns.take(caller, "crisis card " + language);
        var contacts = request.contacts().stream()
                .map(WriteCrisisCard.NewContact::contact)
                .toList();
        for (var card : cards.own()) {
            var same = card.language().equals(language)
                    && card.title().equals(request.title())
                    && card.text().equals(request.text())
                    && card.contacts().equals(contacts);
            if (same) {
                return card;
            }
        }
        cards.add(language, request, caller.id(), clock.instant());
        audit.wrote(caller, "crisis-card.written", "crisis-card", null, null);
        return cards.own().stream()
                .filter(card -> card.language().equals(language))
                .findFirst()
                .orElseThrow();
    }
}
