package dev.kith.formulation;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Turns;
import dev.kith.outbox.Outbox;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The care team writes what it understands of a client; each save is a revision that stays. */
@ApplicationScoped
@Transactional
class Formulating {
    @Inject
    Formulations formulations;

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

    FormulationView read(Caller caller, UUID clientId) {
        clients.requireCaredForBy(caller, clientId);
        audit.read(caller, "formulation.read", "client", clientId, clientId);
        return beside(caller, current(clientId));
    }

    Slice<FormulationRevisionView> revisions(Caller caller, UUID clientId, @Nullable Cursor after, int limit) {
        clients.requireCaredForBy(caller, clientId);
        audit.read(caller, "formulation.revisions-listed", "client", clientId, clientId);
        return Slice.of(formulations.page(clientId, after, limit), limit, one -> Cursor.of(one.revision))
                .map(FormulationRevision::view);
    }

    /** Of those who save on the same revision one goes first; the others read what it wrote and decide anew. */
    FormulationView write(Caller caller, UUID clientId, FormulationParts parts, @Nullable String ifMatch) {
        clients.requireCaredForBy(caller, clientId).requireActive();
        var list = checklists.newest();
        Choosing.requireFrom(list, parts);
        turns.take(caller, "formulation of " + clientId);
        var now = current(clientId);
        var stands = now.parts().equals(parts);
        if (!stands || ifMatch == null) { // sent again after a lost reply, it is what was asked for already
            Etags.require(ifMatch, now.revision());
        }
        if (stands) {
            return beside(caller, now);
        }
        var next = new FormulationRevision(
                Ids.next(), clientId, now.revision() + 1, list.version(), parts, caller.id(), clock.instant());
        formulations.persistAndFlush(next);
        outbox.put("formulation.changed", next.id, clientId, Map.of("revision", next.revision));
        audit.wrote(caller, "formulation.changed", "formulation", next.id, clientId);
        return beside(caller, next.view());
    }

    private FormulationRevisionView current(UUID client) {
        return formulations
                .findCurrent(client)
                .map(FormulationRevision::view)
                .orElseGet(() ->
                        FormulationRevisionView.none(client, checklists.newest().version()));
    }

    private FormulationView beside(Caller caller, FormulationRevisionView formulation) {
        return new FormulationView(formulation, discretion.seen(caller, formulation.clientId()));
    }
}
