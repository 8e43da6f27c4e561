package dev.kith.alert;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.outbox.Outbox;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with alerts: see them, acknowledge them, resolve them. */
@ApplicationScoped
@Transactional
class Attending {
    @Inject
    Alerts alerts;

    @Inject
    AlertList list;

    @Inject
    ClientDirectory clients;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    Slice<AlertView> list(Caller caller, @Nullable AlertState state, @Nullable Cursor after, int limit) {
        audit.read(caller, "alerts.listed", "alert", null, null);
        return Slice.of(list.page(caller, state, after, limit), limit, a -> Cursor.of(a.raisedAt, a.id))
                .map(AlertView::of);
    }

    AlertView read(Caller caller, UUID id) {
        var alert = alerts.require(id);
        requireFor(caller, alert);
        audit.read(caller, "alert.read", "alert", id, alert.clientId);
        return AlertView.of(alert);
    }

    AlertView acknowledge(Caller caller, UUID id) {
        var alert = held(caller, id);
        if (alert.acknowledgedAt == null) {
            alert.acknowledge(caller.id(), clock.instant());
            tell(caller, alert, "alert.acknowledged");
        }
        return AlertView.of(alert);
    }

    AlertView resolve(Caller caller, UUID id, ResolveAlert request) {
        var alert = held(caller, id);
        var open = alert.resolvedAt == null;
        alert.resolve(caller.id(), request.action(), request.note(), clock.instant());
        if (open) {
            tell(caller, alert, "alert.resolved");
        }
        return AlertView.of(alert);
    }

    /** The row is held, so that of two who act at once the second sees what the first did. */
    private Alert held(Caller caller, UUID id) {
        var alert = alerts.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
        requireFor(caller, alert);
        return alert;
    }

    private void requireFor(Caller caller, Alert alert) {
        if (alert.kind.equals("access")) {
            if (!caller.is(Roles.ADMIN) && !caller.isMachine()) {
                throw ProblemException.notFound();
            }
            return;
        }
        clients.requireCaredForBy(caller, alert.clientId);
    }

    private void tell(Caller caller, Alert alert, String what) {
        outbox.put(what, alert.id, alert.clientId, Map.of("rule", alert.rule));
        audit.wrote(caller, what, "alert", alert.id, alert.clientId);
    }
}
