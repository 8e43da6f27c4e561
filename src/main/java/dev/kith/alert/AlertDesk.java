package dev.kith.alert;

import dev.kith.audit.Audit;
import dev.kith.broadcast.Broadcast;
import dev.kith.idempotency.Turns;
import dev.kith.outbox.Outbox;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Where an alert is raised, by any room that may know this one. It is there exactly when the caller's transaction commits:
 * with its owner, its clock, its first step and whom to tell. What cannot be stored throws, and takes the transaction with it.
 */
@ApplicationScoped
public class AlertDesk {
    static final String TOPIC = "alerts";

    @Inject
    Alerts alerts;

    @Inject
    Rosters rosters;

    @Inject
    AlertPolicies policies;

    @Inject
    Reopening reopening;

    @Inject
    Turns turns;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Broadcast broadcast;

    @Inject
    Clock clock;

    @Inject
    @RealTime
    Clock realTime;

    /**
     * Raises an alert, or finds the one that was raised for this before. Call it in a transaction.
     *
     * @param by whose deed brought it to light
     * @return the alert's id
     */
    public UUID raise(Caller by, NewAlert alert) throws SQLException {
        turns.take(by, "alerts " + alert.clientId());
        var now = clock.instant();
        var id = Ids.next();
        var owner = rosters.at(now, alert.clientId())
                .of(alert.kind(), alert.clientId())
                .owner();
        var pace = policies.current().pace(alert.severity());
        var due = pace.acknowledgeBy(now);
        var raised = alerts.raise(id, alert, new Alerts.Course(by, owner, now, due, realTime.instant()));
        if (raised.isEmpty()) {
            return reopening.lookAgain(by, alert, now);
        }
        var about = alert.aboutId().toString();
        tell("alert.raised", id, alert, Map.of("about", about));
        audit.wrote(by, "alert.raised", "alert", id, alert.clientId());
        var lead = raised.get().lead();
        if (lead != null) {
            tell("alert.linked", lead, alert, Map.of("linked", id.toString(), "about", about));
        }
        broadcast.tell(TOPIC, by.practice());
        return id;
    }

    private void tell(String what, UUID id, NewAlert alert, Map<String, Object> more) {
        var payload = new HashMap<>(more);
        payload.put("rule", alert.rule());
        payload.put("severity", alert.severity().code());
        outbox.put(what, id, alert.clientId(), payload);
    }
}
