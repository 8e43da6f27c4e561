package dev.kith.formulation;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.etag.Etags;
import dev.kith.formulation.OriginsParts.WordsSharing;
import dev.kith.idempotency.Turns;
import dev.kith.outbox.Outbox;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client tells where the pattern comes from, if they like to; each save is a revision that stays. */
@ApplicationScoped
@Transactional
class TellingOrigins {
    @Inject
    OriginsBook book;

    @Inject
    Checklists checklists;

    @Inject
    OriginsDiscretion discretion;

    @Inject
    ClientDirectory clients;

    @Inject
    Turns turns;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    OriginsView read(Caller caller) {
        var client = own(caller);
        audit.read(caller, "origins.read", "client", client, client);
        return discretion.seen(caller, client);
    }

    Slice<OriginsView> revisions(Caller caller, @Nullable Cursor after, int limit) {
        var client = own(caller);
        audit.read(caller, "origins.revisions-listed", "client", client, client);
        return Slice.of(book.page(client, after, limit), limit, one -> Cursor.of(one.revision))
                .map(OriginsRevision::view);
    }

    /** Two phones that save on the same revision: one goes first, the other reads what it wrote. */
    OriginsView write(Caller caller, OriginsParts sent, @Nullable String ifMatch) {
        var client = own(caller);
        clients.requireCaredForBy(caller, client).requireActive();
        var list = checklists.newest();
        Choosing.requireFrom(list, sent);
        var parts = sent.said();
        turns.take(caller, "origins of " + client);
        var now = book.findCurrent(client).orElse(null);
        var stands = parts.equals(now == null ? OriginsParts.NONE : now.parts());
        var view = now == null ? OriginsView.none(client, list.version()) : now.view();
        if (!stands || ifMatch == null) { // sent again after a lost reply, it is what was asked for already
            Etags.requireTag(ifMatch, view.tag());
        }
        return stands ? view : add(caller, client, now, list.version(), parts);
    }

    /** Never refused for a version that is old: nothing stands between a client and taking words back. */
    OriginsView share(Caller caller, WordsSharing sharing) {
        var client = own(caller);
        turns.take(caller, "origins of " + client);
        var now = book.findCurrent(client)
                .filter(one -> one.sharing() != null)
                .orElseThrow(() -> ProblemException.invalid("/sharing", "no-words-there", "There are no words yet."));
        var parts = now.parts().shared(sharing);
        return parts.equals(now.parts())
                ? now.view()
                : add(caller, client, now, now.view().checklist(), parts);
    }

    private OriginsView add(
            Caller caller, UUID client, @Nullable OriginsRevision before, int checklist, OriginsParts parts) {
        var next = new OriginsRevision(Ids.next(), client, before, checklist, parts, clock.instant());
        book.persistAndFlush(next);
        outbox.put("origins.changed", next.id, client, Map.of("revision", next.revision));
        audit.wrote(caller, "origins.changed", "origins", next.id, client);
        return next.view();
    }

    private static UUID own(Caller caller) {
        return Objects.requireNonNull(caller.clientId());
    }
}
