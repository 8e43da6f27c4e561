package dev.kith.safety;

import dev.kith.audit.Audit;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Turns;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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

    /** @throws ProblemException 404 where the practice has none of its own in that language and for that severity */
    CrisisCard read(String tag, CardSeverity severity) {
        return find(CardLanguage.of(tag), severity).orElseThrow(ProblemException::notFound);
    }

    private Optional<CrisisCard> find(String language, CardSeverity severity) {
        return cards.own().stream()
                .filter(card -> card.language().equals(language) && card.severity() == severity)
                .findFirst();
    }

    /** Newest first. */
    Slice<CrisisCardVersion> versions(String tag, CardSeverity severity, @Nullable Cursor after, int limit)
            throws SQLException {
        var language = CardLanguage.of(tag);
        var below = after == null ? Integer.MAX_VALUE : (int) after.number(0);
        return Slice.of(
                cards.versions(language, severity, below, limit + 1),
                limit,
                one -> Cursor.of(one.card().version()));
    }

    /** @param ifMatch the version that it is written over; 0 where there is none yet */
    CrisisCard write(
            Caller caller, String tag, CardSeverity severity, WriteCrisisCard request, @Nullable String ifMatch)
            throws SQLException {
        var language = CardLanguage.of(tag);
        turns.take(caller, "crisis card " + language);
        var before = find(language, severity);
        Etags.require(ifMatch, before.map(CrisisCard::version).orElse(0));
        var contacts = request.contacts().stream()
                .map(WriteCrisisCard.NewContact::contact)
                .toList();
        var same = before.filter(card -> card.title().equals(request.title())
                && card.text().equals(request.text())
                && card.contacts().equals(contacts));
        if (same.isPresent()) {
            return same.get();
        }
        cards.add(language, severity, request, caller.id(), clock.instant());
        audit.wrote(caller, "crisis-card.written", "crisis-card", null, null);
        return find(language, severity).orElseThrow();
    }
}
