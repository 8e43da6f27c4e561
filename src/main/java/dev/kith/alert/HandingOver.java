package dev.kith.alert;

import dev.kith.audit.Audit;
import dev.kith.broadcast.Broadcast;
import dev.kith.outbox.Outbox;
import dev.kith.practice.MemberDirectory;
import dev.kith.practice.MemberRecord;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Gives an alert to somebody else to look after. Its clock runs on. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class HandingOver {
    @Inject
    Alerts alerts;

    @Inject
    SeenAlerts seen;

    @Inject
    Steps steps;

    @Inject
    Rosters rosters;

    @Inject
    AlertStory story;

    @Inject
    MemberDirectory members;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Broadcast broadcast;

    @Inject
    Clock clock;

    /** The new owner is told, and may see the alert even where the client is not on their caseload. */
    AlertView to(Caller caller, UUID id, HandOver request) throws SQLException {
        seen.holdFor(id, request.memberId());
        var alert = seen.requireHeld(caller, id);
        if (alert.isResolved()) {
            throw ProblemException.conflict("alert-resolved", "It is resolved; nobody needs to look after it.");
        }
        var owner = members.find(request.memberId())
                .filter(member -> !member.disabled())
                .filter(member -> mayOwn(member, alert))
                .orElseThrow(() -> ProblemException.invalid(
                        "/memberId", "nobody", "Nobody who may look after such an alert has this id."));
        if (!owner.id().equals(alert.ownerId)) {
            alert.ownerId = owner.id();
            var deed = new Steps.Deed("reassigned", null, null, null, request.reason(), null);
            steps.add(alert, deed, caller, clock.instant());
            var roster = rosters.at(clock.instant(), alert.clientId).of(NewAlert.Kind.of(alert.kind), alert.clientId);
            steps.tellOwner(alert, roster, alert.state.equals(Alert.OPEN) ? Alert.ACKNOWLEDGED : Alert.RESOLVED);
            outbox.put(
                    "alert.reassigned",
                    alert.id,
                    alert.clientId,
                    Map.of("rule", alert.rule, "memberId", owner.id().toString()));
            audit.wrote(caller, "alert.reassigned", "alert", alert.id, alert.clientId);
            broadcast.tell(AlertDesk.TOPIC, caller.practice());
            alerts.flush();
        }
        return story.of(alert);
    }

    private static boolean mayOwn(MemberRecord member, Alert alert) {
        return alert.kind.equals(NewAlert.Kind.ACCESS.code)
                ? member.roles().contains(Roles.ADMIN)
                : member.roles().contains(Roles.CLINICIAN) || member.roles().contains(Roles.SUPERVISOR);
    }
}
