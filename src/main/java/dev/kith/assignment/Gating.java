package dev.kith.assignment;

import dev.kith.assignment.GateResource.ClientGate;
import dev.kith.assignment.GateResource.SayGate;
import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientTurns;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** What the care team can say about a client's gates. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Gating {
    @Inject
    Gates gates;

    @Inject
    GateWords words;

    @Inject
    ClientTurns clientTurns;

    @Inject
    ClientDirectory clients;

    @Inject
    Audit audit;

    List<ClientGate> list(Caller caller, UUID clientId) {
        clients.requireCaredForBy(caller, clientId);
        audit.read(caller, "gates.listed", "client", clientId, clientId);
        return words.newestOf(clientId).stream()
                .map(word -> ClientGate.of(word, caller))
                .toList();
    }

    ClientGate say(Caller caller, UUID clientId, SayGate request) throws SQLException {
        clientTurns.take(clientId);
        clients.requireCaredForBy(caller, clientId).requireActive();
        return ClientGate.of(
                gates.say(caller, clientId, request.gate(), request.opens(), request.reason(), "/reason"), caller);
    }
}
