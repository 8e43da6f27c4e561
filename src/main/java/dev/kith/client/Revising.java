package dev.kith.client;

import dev.kith.audit.Audit;
import dev.kith.etag.Etags;
import dev.kith.outbox.Outbox;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.security.Caller;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one can do with the record card of a client: find it, read it, change it, archive it. */
@ApplicationScoped
@Transactional
class Revising {
    @Inject
    Clients clients;

    @Inject
    ClientList list;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    Event<ClientMovedZone> moved;

    @Inject
    Event<ClientArchived> archived;

    @Inject
    @RealTime
    Clock clock;

    Slice<ClientView> list(Caller caller, ClientList.Which which, @Nullable Cursor after, int limit) {
        audit.read(caller, "clients.listed", "client", null, null);
        return Slice.of(list.page(caller, which, after, limit), limit, which.sort()::after)
                .map(ClientView::of);
    }

    ClientView read(Caller caller, UUID id) {
        var client = clients.requireKnownTo(caller, id);
        audit.read(caller, "client.read", "client", id, id);
        return ClientView.of(client);
    }

    ClientView revise(Caller caller, UUID id, ReviseClient request, @Nullable String ifMatch) {
        var client = clients.requireKnownTo(caller, id);
        Etags.require(ifMatch, client.version);
        if (Boolean.FALSE.equals(request.wantsArchived())) {
            client.unarchive();
        }
        client.requireActive();
        var zone = client.timeZone;
        client.become(request);
        if (Boolean.TRUE.equals(request.wantsArchived())) {
            client.archive(clock.instant());
            archived.fire(new ClientArchived(caller, client.id));
        }
        return changed(caller, client, zone);
    }

    /** Tells of a change, if there was one. */
    ClientView changed(Caller caller, Client client, String zoneBefore) {
        var before = client.version;
        clients.flush(); // the new version is known, and a lost race is seen, before the reply is built
        if (client.version != before) {
            audit.wrote(caller, "client.updated", "client", client.id, client.id);
            outbox.put("client.updated", client.id, client.id, Map.of());
            if (!client.timeZone.equals(zoneBefore)) {
                moved.fire(new ClientMovedZone(caller, client.id, ZoneId.of(client.timeZone)));
            }
        }
        return ClientView.of(client);
    }
}
