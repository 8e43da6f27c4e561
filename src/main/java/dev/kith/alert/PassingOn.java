package dev.kith.alert;

import dev.kith.alert.LeftAlerts.Left;
import dev.kith.alert.LeftAlerts.Passed;
import dev.kith.alert.Rosters.Everybody;
import dev.kith.audit.Audit;
import dev.kith.broadcast.Broadcast;
import dev.kith.client.CareTeamLeft;
import dev.kith.outbox.Outbox;
import dev.kith.practice.RightsEnded;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * No alert waits for somebody who left: in the transaction in which its owner goes, it passes to whom the rungs lead to without
 * them. Its clock runs on. What they had acknowledged is open again, since nobody has seen it who could look after it.
 */
@ApplicationScoped
class PassingOn {
    @Inject
    LeftAlerts alerts;

    @Inject
    Rosters rosters;

    @Inject
    AlertDesk desk;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Broadcast broadcast;

    @Inject
    Clock clock;

    /** Why the owner looks after it no longer. */
    enum Reason {
        OWNER_LEFT_CARE_TEAM,
        OWNER_DISABLED,
        OWNER_LOST_ROLE;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    void left(@Observes CareTeamLeft news) throws SQLException {
        var found = alerts.ofClient(news.clientId(), news.memberId());
        pass(news.by(), found, Reason.OWNER_LEFT_CARE_TEAM, clock.instant());
    }

    void ended(@Observes RightsEnded news) throws SQLException {
        var found = alerts.ofMember(news.memberId(), news.overCare(), news.overAccess());
        var reason = news.disabled() ? Reason.OWNER_DISABLED : Reason.OWNER_LOST_ROLE;
        pass(news.by(), found, reason, clock.instant());
    }

    /**
     * Gives each to the next; where nobody else works it stays where it is.
     *
     * @return how many were passed on
     */
    int pass(Caller by, List<Left> left, Reason reason, Instant now) throws SQLException {
        if (left.isEmpty()) {
            return 0;
        }
        var there = rosters.at(now, left.stream().map(Left::clientId).distinct().toList());
        var passed = new ArrayList<Passed>();
        for (var one : left) {
            var next = next(one, reason, there);
            if (next != null) {
                passed.add(timed(one, next, there, now));
            }
        }
        if (!passed.isEmpty()) {
            alerts.pass(passed, reason, now);
            tell(by, passed, reason);
            seeThatSomebodyLooks(by, passed, there);
        }
        return passed.size();
    }

    /** Null: they are on the team in another role still, or there is nobody else. */
    private static @Nullable UUID next(Left left, Reason reason, Everybody there) {
        if (reason == Reason.OWNER_LEFT_CARE_TEAM && there.isOnTeam(left.clientId(), left.owner())) {
            return null;
        }
        return there.of(left.kind(), left.clientId()).successorOf(left.owner(), left.supervisor());
    }

    /** When it was to be resolved says nothing about when somebody must have seen it; it is never later than it was, though. */
    private static Passed timed(Left left, UUID next, Everybody there, Instant now) {
        if (!left.acknowledged()) {
            return new Passed(left, next, left.dueAt(), left.nextStepAt());
        }
        var seenBy = there.pace(left.severity()).acknowledgeBy(now);
        return new Passed(left, next, left.dueAt().isBefore(seenBy) ? left.dueAt() : seenBy, seenBy);
    }

    private void tell(Caller by, List<Passed> passed, Reason reason) {
        for (var one : passed) {
            var left = one.left();
            var payload = Map.<String, Object>of(
                    "rule", left.rule(), "memberId", one.owner().toString(), "reason", reason.code());
            outbox.put("alert.reassigned", left.id(), left.clientId(), payload);
            audit.wrote(by, "alert.reassigned", "alert", left.id(), left.clientId(), reason.code());
        }
        broadcast.tell(AlertDesk.TOPIC, by.practice());
    }

    /** Where nobody is left on the care team, the admins are told to staff it; once a client. */
    private void seeThatSomebodyLooks(Caller by, List<Passed> passed, Everybody there) throws SQLException {
        var alone = new LinkedHashMap<UUID, Left>();
        for (var one : passed) {
            var left = one.left();
            if (left.kind() != NewAlert.Kind.ACCESS && !there.isStaffed(left.clientId())) {
                alone.putIfAbsent(left.clientId(), left);
            }
        }
        for (var left : alone.values()) {
            var occasion = String.valueOf(left.number());
            desk.raise(
                    Caller.system(by.practice()),
                    new NewAlert(
                            left.clientId(),
                            NewAlert.Kind.ACCESS,
                            AlertSeverity.CRITICAL,
                            "nobody-on-care-team",
                            left.id(),
                            occasion,
                            0,
                            null),
                    there);
        }
    }
}
