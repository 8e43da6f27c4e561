package dev.kith.alert;

import dev.kith.alert.Steps.Deed;
import dev.kith.audit.Audit;
import dev.kith.broadcast.Broadcast;
import dev.kith.outbox.Outbox;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with alerts: see them, acknowledge them, resolve them. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Attending {
    @Inject
    Alerts alerts;

    @Inject
    SeenAlerts seen;

    @Inject
    Steps steps;

    @Inject
    AlertStory story;

    @Inject
    AlertPolicies policies;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Broadcast broadcast;

    @Inject
    Clock clock;

    Slice<AlertView> list(Caller caller, SeenAlerts.Which which, @Nullable Cursor after, int limit)
            throws SQLException {
        var page = seen.page(caller, which, after, limit);
        audit.readEach(
                caller,
                "alerts.listed",
                page.items().stream().map(alert -> alert.clientId).distinct().toList());
        return page.map(AlertView::of);
    }

    AlertView read(Caller caller, UUID id) throws SQLException {
        var alert = seen.require(caller, id);
        audit.read(caller, "alert.read", "alert", id, alert.clientId);
        return story.of(alert);
    }

    /** This one alone: of what came to light later, nobody has said that they saw it. */
    AlertView acknowledge(Caller caller, UUID id) throws SQLException {
        if (caller.memberId() != null && !seen.holdFor(id, caller.memberId())) {
            throw ProblemException.notFound();
        }
        var alert = seen.requireHeld(caller, id);
        var pace = policies.current().pace(AlertSeverity.of(alert.severity));
        if (alert.acknowledge(caller.id(), caller.memberId(), pace, clock.instant())) {
            tell(caller, alert, "acknowledged", Deed.of("acknowledged"));
        }
        return shown(alert);
    }

    /** With those of its thread that somebody looks after; what nobody acknowledged yet goes on waiting. */
    AlertView resolve(Caller caller, UUID id, ResolveAlert request) throws SQLException {
        seen.holdThreadOf(id); // in one order, so that two who resolve alerts of one thread wait for each other
        var alert = seen.requireHeld(caller, id);
        var policy = policies.current();
        if (resolve(caller, alert, request, policy)) {
            for (var other : seen.acknowledgedWith(caller, alert)) {
                resolve(caller, other, request, policy);
            }
        }
        return shown(alert);
    }

    private boolean resolve(Caller caller, Alert alert, ResolveAlert request, AlertPolicy policy) throws SQLException {
        var pace = policy.pace(AlertSeverity.of(alert.severity));
        var first = alert.resolve(caller.id(), request.action(), request.note(), pace, clock.instant());
        if (first) {
            var deed = new Deed("resolved", null, request.action().code(), request.note(), null, null);
            tell(caller, alert, "resolved", deed);
        }
        return first;
    }

    private AlertView shown(Alert alert) throws SQLException {
        alerts.flush();
        return story.of(alert);
    }

    private void tell(Caller caller, Alert alert, String what, Deed deed) throws SQLException {
        steps.add(alert, deed, caller, clock.instant());
        outbox.put("alert." + what, alert.id, alert.clientId, Map.of("rule", alert.rule, "severity", alert.severity));
        audit.wrote(caller, "alert." + what, "alert", alert.id, alert.clientId);
        broadcast.tell(AlertDesk.TOPIC, caller.practice());
    }
}
