package dev.kith.safety;

import dev.kith.audit.Audit;
import dev.kith.idempotency.Turns;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts crisis cards into the practice's own words. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
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

    /** Newest first. */
    Slice<CrisisCardVersion> versions(String language, CardSeverity severity, @Nullable Cursor after, int limit)
            throws SQLException {
        var below = after == null ? Integer.MAX_VALUE : (int) after.number(0);
        return Slice.of(
                cards.versions(language, severity, below, limit + 1),
                limit,
                one -> Cursor.of(one.card().version()));
    }

    CrisisCard write(Caller caller, String language, CardSeverity severity, WriteCrisisCard request)
            throws SQLException {
        turns.take(caller, "crisis card " + language);
        var contacts = request.contacts().stream()
                .map(WriteCrisisCard.NewContact::contact)
                .toList();
        for (var card : cards.own()) {
            var same = card.language().equals(language)
                    && card.severity() == severity
                    && card.title().equals(request.title())
                    && card.text().equals(request.text())
                    && card.contacts().equals(contacts);
            if (same) {
                return card;
            }
        }
        cards.add(language, severity, request, caller.id(), clock.instant());
        audit.wrote(caller, "crisis-card.written", "crisis-card", null, null);
        return cards.own().stream()
                .filter(card -> card.language().equals(language) && card.severity() == severity)
                .findFirst()
                .orElseThrow();
    }
}
