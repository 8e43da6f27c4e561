package dev.kith.alert;

import dev.kith.audit.Audit;
import dev.kith.broadcast.Broadcast;
import dev.kith.outbox.Outbox;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A rule fires again on what it fired on before: new evidence only when that was amended, or completed after its draft, or when the
 * draft says other than before what the rule looks at. While an alert waits, completing is told where it says other than the draft. Where one alert stands for
 * many sendings, each is new once: its steps tell which it knows.
 */
@ApplicationScoped
class Reopening {
    private static final int COMPLETED = 1;
    /** An app that runs wild fills no history: what comes after so many steps while it waits is one with them. */
    private static final int MOST_STEPS = 100;

    @Inject
    Alerts alerts;

    @Inject
    Steps steps;

    @Inject
    Rosters rosters;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Broadcast broadcast;

    /** What was resolved is open again; what waits still has the new evidence in its history. The alert's id. */
    UUID lookAgain(Caller by, NewAlert said, Instant now) throws SQLException {
        var alert = alerts.requireHeld(said);
        var sending = said.sending();
        if (sending != null && steps.isKnown(alert, sending.mark())) {
            return alert.id;
        }
        var isNew = alert.isNew(said);
        var isTold = isToldWhileItWaits(alert, said);
        alert.sees(said);
        if (!isNew) {
            return alert.id;
        }
        if (!alert.isResolved() && !isTold) {
            if (sending != null && alert.steps < MOST_STEPS) {
                noted(by, alert, "linked", said, now); // nobody is told, but it is known when it comes again
            }
            return alert.id;
        }
        var there = rosters.at(now, said.clientId());
        var roster = there.of(said.kind(), said.clientId());
        if (alert.isResolved()) {
            alert.reopen(roster.owner(), there.pace(AlertSeverity.of(alert.severity)), now);
            noted(by, alert, "reopened", said, now);
            steps.tellOwner(alert, roster, Alert.ACKNOWLEDGED);
        } else {
            noted(by, alert, "linked", said, now);
            steps.tellOwner(alert, roster, alert.state.equals(Alert.OPEN) ? Alert.ACKNOWLEDGED : Alert.RESOLVED);
        }
        return alert.id;
    }

    /** A draft is saved often: of what nobody has acknowledged, nobody hears again. It is completed once, and often says no more than before. */
    private static boolean isToldWhileItWaits(Alert alert, NewAlert said) {
        return switch (said.revision()) {
            case 0 -> !alert.state.equals(Alert.OPEN);
            case COMPLETED -> alert.isOther(said);
            default -> true;
        };
    }

    private void noted(Caller by, Alert alert, String what, NewAlert said, Instant now) throws SQLException {
        steps.add(alert, Steps.Deed.heard(what, said), by, now);
        outbox.put(
                "alert." + what,
                alert.id,
                alert.clientId,
                Map.of("rule", alert.rule, "severity", alert.severity, "about", alert.aboutId.toString()));
        audit.wrote(by, "alert." + what, "alert", alert.id, alert.clientId);
        broadcast.tell(AlertDesk.TOPIC, by.practice());
    }
}
