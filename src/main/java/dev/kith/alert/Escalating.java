package dev.kith.alert;

import dev.kith.alert.DueAlerts.Due;
import dev.kith.alert.DueAlerts.Taken;
import dev.kith.audit.Audit;
import dev.kith.broadcast.Broadcast;
import dev.kith.escalation.Escalation;
import dev.kith.escalation.Escalation.Told;
import dev.kith.escalation.Pace;
import dev.kith.escalation.Roster;
import dev.kith.jobs.TimedWork;
import dev.kith.outbox.Outbox;
import dev.kith.security.Caller;
import dev.kith.tenancy.Practices;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is done about alerts that nobody deals with: one that nobody acknowledged goes on to the next, of one that nobody
 * resolved its owner is reminded. By the practice's clock; any number of replicas may do it at once, and mail does not matter.
 */
@ApplicationScoped
@Priority(30) // before anything that may wait for a mail server
class Escalating implements TimedWork {
    static final int AT_ONCE = 200;

    @Inject
    DueAlerts dueAlerts;

    @Inject
    Rosters rosters;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Broadcast broadcast;

    @Inject
    Practices practices;

    @Inject
    Clock clock;

    @Override
    public Optional<Instant> nextAfter(Instant moment) throws SQLException {
        return dueAlerts.nextAfter(moment);
    }

    @Override
    public boolean tick() throws SQLException {
        return step(clock.instant());
    }

    /** Whether more is due. */
    boolean step(Instant now) throws SQLException {
        var due = dueAlerts.claim(now, AT_ONCE);
        if (due.isEmpty()) {
            return false;
        }
        var everybody = rosters.at(now, due.stream().map(Due::clientId).toList());
        var taken = new ArrayList<Taken>();
        for (var one : due) {
            var roster = everybody.of(one.kind(), one.clientId());
            var pace = everybody.pace(one.severity());
            taken.add(one.acknowledged() ? remind(one, roster, pace, now) : goOn(one, roster, pace, now));
        }
        dueAlerts.take(taken, now);
        tell(taken);
        return due.size() == AT_ONCE;
    }

    private static Taken goOn(Due due, Roster roster, Pace pace, Instant now) {
        var owner = owner(due, roster);
        var step = Escalation.next(roster, new Told(owner, due.rung(), due.told()));
        var repeats = due.repeats() + (step.again() ? 1 : 0);
        return new Taken(due, "escalated", step.rung(), owner, repeats, pace.nextStep(now, due.repeats()), step.tell());
    }

    /** The owner, or who stands in for them. */
    private static Taken remind(Due due, Roster roster, Pace pace, Instant now) {
        var reached = roster.inPlaceOf(due.owner());
        var tell = reached == null ? List.<UUID>of() : List.of(reached);
        var owner = owner(due, roster);
        return new Taken(due, "reminded", due.rung(), owner, due.repeats(), pace.nextReminder(now), tell);
    }

    /** An owner who no longer works here is followed by who would own it anew. */
    private static @Nullable UUID owner(Due due, Roster roster) {
        return roster.has(due.owner()) ? due.owner() : roster.owner();
    }

    private void tell(List<Taken> taken) {
        var practice = practices.current().orElseThrow();
        var itself = Caller.system(practice);
        for (var one : taken) {
            var due = one.due();
            var payload = new HashMap<String, Object>(Map.of(
                    "rule", due.rule(),
                    "severity", due.severity().code(),
                    "rung", one.rung().code(),
                    "escalation", due.escalations() + 1));
            payload.put("memberIds", one.tell().stream().map(Object::toString).toList());
            outbox.put("alert." + one.what(), due.id(), due.clientId(), payload);
            audit.wrote(itself, "alert." + one.what(), "alert", due.id(), due.clientId());
        }
        broadcast.tell(AlertDesk.TOPIC, practice);
    }
}
