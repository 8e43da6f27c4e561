package dev.kith.client;

import dev.kith.audit.Audit;
import dev.kith.idempotency.Turns;
import dev.kith.outbox.Outbox;
import dev.kith.security.Caller;
import dev.kith.security.Roles;
import dev.kith.time.Ids;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Map;

/** Takes people into care. */
@ApplicationScoped
@Transactional
public class Admitting {
    @Inject
    Clients clients;

    @Inject
    Staffing staffing;

    @Inject
    Revising revising;

    @Inject
    Turns turns;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    @RealTime
    Clock clock;

    /** Makes a client. A clinician who does so becomes their primary from today, or could not open what they made. */
    public ClientView admit(Caller caller, @Valid AdmitClient request) {
        var client = new Client(Ids.next(), request, clock.instant());
        clients.persistAndFlush(client);
        audit.wrote(caller, "client.created", "client", client.id, client.id);
        outbox.put("client.created", client.id, client.id, Map.of());
        if (caller.memberId() != null && caller.is(Roles.CLINICIAN)) {
            staffing.join(caller, client, AddToCareTeam.fromToday(caller.memberId(), CareTeamRole.PRIMARY));
        }
        return ClientView.of(client);
    }

    /** What an upsert did. */
    record Upserted(ClientView view, boolean created) {}

    /** The client with this outside id, made or brought to what the request says; the same again changes nothing. */
    Upserted upsert(Caller caller, String externalId, AdmitClient request) {
        turns.take(caller, "client " + externalId);
        var found = clients.byExternalId(externalId);
        if (found.isEmpty()) {
            return new Upserted(admit(caller, named(externalId, request)), true);
        }
        var client = found.get();
        if (client.is(request)) {
            return new Upserted(ClientView.of(client), false);
        }
        client.requireActive();
        var zone = client.timeZone;
        client.become(request);
        return new Upserted(revising.changed(caller, client, zone), false);
    }

    private static AdmitClient named(String externalId, AdmitClient r) {
        return new AdmitClient(
                r.displayName(), r.email(), r.birthDate(), r.sexForScoring(), r.timeZone(), r.language(), externalId);
    }
}
