package dev.kith.pace;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Turns;
import dev.kith.outbox.Outbox;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reading and setting a client's pace. */
@ApplicationScoped
@Transactional
class SettingPace {
    @Inject
    ClientPaces paces;

    @Inject
    ClientDirectory clients;

    @Inject
    Turns turns;

    @Inject
    Event<PaceChanged> news;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    PaceView read(Caller caller, UUID clientId) {
        clients.requireCaredForBy(caller, clientId);
        audit.read(caller, "pace.read", "client", clientId, clientId);
        return paces.findByIdOptional(clientId).map(PaceView::of).orElseGet(() -> PaceView.unset(clientId));
    }

    /** The same again changes nothing. */
    PaceView set(Caller caller, UUID clientId, SetPace asked, @Nullable String ifMatch) {
        clients.requireCaredForBy(caller, clientId).requireActive();
        if (asked.quietHours() != null) {
            asked.quietHours().requireSome();
        }
        var request = asked.read();
        turns.take(caller, "pace " + clientId); // the first setting has no row to wait for
        var known = paces.findByIdOptional(clientId);
        Etags.require(ifMatch, known.map(ClientPace::told).orElse(0));
        var now = clock.instant();
        var pace = known.orElseGet(() -> new ClientPace(clientId, caller.id(), now));
        var timing = pace.timing();
        if (pace.become(request, caller.id(), now) || known.isEmpty()) {
            paces.persistAndFlush(pace); // those who hear of it read it by SQL of their own
            outbox.put("pace.changed", clientId, clientId, Map.of());
            audit.wrote(caller, "pace.changed", "client", clientId, clientId);
            news.fire(new PaceChanged(caller, clientId, !Objects.equals(timing, pace.timing())));
        }
        return PaceView.of(pace);
    }
}
