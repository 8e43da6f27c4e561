package dev.kith.alert;

import dev.kith.alert.Rosters.Everybody;
import dev.kith.audit.Audit;
import dev.kith.broadcast.Broadcast;
import dev.kith.client.ClientTurns;
import dev.kith.outbox.Outbox;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Where an alert is raised, by any room that may know this one. It is there exactly when the caller's transaction commits:
 * with its owner, its clock, its first step and whom to tell. What cannot be stored throws, and takes the transaction with it.
 */
@ApplicationScoped
public class AlertDesk {
    static final String TOPIC = "alerts";
    /** How often an owner may change between being chosen and being held. */
    private static final int PATIENCE = 5;

    @Inject
    Alerts alerts;

    @Inject
    Rosters rosters;

    @Inject
    Reopening reopening;

    @Inject
    ClientTurns clientTurns;

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
        return raise(by, alert, whoIsThere(alert.clientId()));
    }

    /** Who could look after a client's alerts. It takes the client's turn: until the transaction ends, nobody leaves their care team. */
    Everybody whoIsThere(UUID client) throws SQLException {
        clientTurns.take(client);
        return rosters.at(clock.instant(), client);
    }

    /** The same, for who asked already who is there. */
    UUID raise(Caller by, NewAlert alert, Everybody there) throws SQLException {
        var now = clock.instant();
        var id = Ids.next();
        var raised = alerts.raise(id, alert, course(by, alert, there, now));
        for (var again = 1; !raised.sound() && again < PATIENCE; again++) {
            raised = alerts.raise(id, alert, course(by, alert, rosters.at(now, alert.clientId()), now));
        }
        if (!raised.sound()) {
            throw ProblemException.unavailable("The people here change too fast; send it again.", 1);
        }
        if (!raised.first()) {
            return reopening.lookAgain(by, alert, now);
        }
        var about = alert.aboutId().toString();
        tell("alert.raised", id, alert, Map.of("about", about));
        audit.wrote(by, "alert.raised", "alert", id, alert.clientId());
        var lead = raised.lead();
        if (lead != null) {
            tell("alert.linked", lead, alert, Map.of("linked", id.toString(), "about", about));
        }
        broadcast.toldBy(TOPIC, by.practice());
        return id;
    }

    private Alerts.Course course(Caller by, NewAlert alert, Everybody there, Instant now) {
        var owner = there.of(alert.kind(), alert.clientId()).owner();
        var version =
                owner == null ? 0 : Objects.requireNonNull(there.versions().get(owner));
        var due = there.pace(alert.severity()).acknowledgeBy(now);
        var notice = broadcast.notice(TOPIC, by.practice());
        return new Alerts.Course(by, owner, version, now, due, realTime.instant(), notice);
    }

    private void tell(String what, UUID id, NewAlert alert, Map<String, Object> more) {
        var payload = new HashMap<>(more);
        payload.put("rule", alert.rule());
        payload.put("severity", alert.severity().code());
        outbox.put(what, id, alert.clientId(), payload);
    }
}
