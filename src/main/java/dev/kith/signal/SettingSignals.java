package dev.kith.signal;

import dev.kith.audit.Audit;
import dev.kith.episode.LocalModels;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Turns;
import dev.kith.outbox.Outbox;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reading and writing the practice's thresholds. With others, all clients are looked at again; what was noticed stays in the past as it was. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class SettingSignals {
    @Inject
    PolicyBook book;

    @Inject
    Watch watch;

    @Inject
    LocalModels localModels;

    @Inject
    Turns turns;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    SignalPolicyView read() throws SQLException {
        return book.view();
    }

    SignalPolicyView write(Caller caller, WriteSignalPolicy request, @Nullable String ifMatch) throws SQLException {
        turns.take(caller, "signal policy");
        var before = book.view();
        Etags.require(ifMatch, before.version());
        request.policy(before.version() + 1);
        var after = SignalPolicyView.of(request, before.version() + 1);
        book.put(request, caller.id(), clock.instant(), after.version());
        if (request.wantsLocalModels()) {
            localModels.turnOn();
        } else {
            localModels.turnOff();
        }
        watch.again();
        outbox.put("signal-policy.changed", caller.practice(), null, Map.of());
        audit.wrote(caller, "signal-policy.changed", "practice", caller.practice(), null);
        return after;
    }
}
