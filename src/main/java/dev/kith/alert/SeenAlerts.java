package dev.kith.alert;

import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

/** The alerts that a caller may see; access and question are one query. */
@ApplicationScoped
class SeenAlerts {
    private static final String WAITING = "waiting";
    private static final String DONE = "done";
    private static final String OWNED = """
        with turn as materialized (
          select id from client
          where practice_id = kith_practice()
            and id = (select client_id from alert where practice_id = kith_practice() and id = :id)
          for no key update
        )
        select m.disabled_at is null from turn cross join member m where m.practice_id = kith_practice() and m.id = :owner for share of m
        """;

    @Inject
    EntityManager entities;

    /** What is due goes by the practice's clock; who may see it, by the real one. */
    @Inject
    Clock clock;

    @Inject
    @RealTime
    Clock realTime;

    /** Which ones are asked for; null asks for all. */
    record Which(
            @Nullable AlertState state,
            @Nullable AlertSeverity severity,
            @Nullable UUID client,
            @Nullable AlertOwner owner,
            boolean overdue) {}

    /** What waits comes first, what is due soonest before the rest; then what is resolved, the latest first. */
    Slice<Alert> page(Caller caller, Which which, @Nullable Cursor after, int limit) {
        var found = new ArrayList<Alert>();
        var done = after != null && after.text(0).equals(DONE);
        if (!done && which.state() != AlertState.RESOLVED) {
            found.addAll(part(
                    caller,
                    which,
                    "a.state <> 'resolved'",
                    "(a.due_at, a.id) > (:key, :id)",
                    "a.due_at, a.id",
                    after,
                    limit));
        }
        var wantsResolved = (which.state() == null || which.state() == AlertState.RESOLVED) && !which.overdue();
        if (wantsResolved && found.size() <= limit) {
            found.addAll(part(
                    caller,
                    which,
                    "a.state = 'resolved'",
                    "(a.resolved_at, a.id) < (:key, :id)",
                    "a.resolved_at desc, a.id desc",
                    done ? after : null,
                    limit - found.size()));
        }
        return Slice.of(found, limit, SeenAlerts::place);
    }

    private static Cursor place(Alert alert) {
        return alert.isResolved()
                ? Cursor.of(DONE, alert.resolvedAt, alert.id)
                : Cursor.of(WAITING, alert.dueAt, alert.id);
    }

    private List<Alert> part(
            Caller caller,
            Which which,
            String standing,
            String beyond,
            String order,
            @Nullable Cursor after,
            int limit) {
        var sight = Sight.of(caller, realTime.instant());
        var values = new HashMap<>(sight.values());
        var sql = new StringBuilder("select a.* from alert a where a.practice_id = kith_practice() and ")
                .append(standing)
                .append(" and ")
                .append(sight.condition());
        narrow(caller, which, sql, values);
        if (after != null) {
            sql.append(" and ").append(beyond);
            values.put("key", after.instant(1));
            values.put("id", after.uuid(2));
        }
        return ask(sql + " order by " + order, values, limit + 1);
    }

    private void narrow(Caller caller, Which which, StringBuilder sql, Map<String, Object> values) {
        if (which.state() != null) {
            sql.append(" and a.state = :state");
            values.put("state", which.state().code());
        }
        if (which.severity() != null) {
            sql.append(" and a.severity = :severity");
            values.put("severity", which.severity().code());
        }
        if (which.client() != null) {
            sql.append(" and a.client_id = :client");
            values.put("client", which.client());
        }
        if (which.overdue()) {
            sql.append(" and a.due_at <= :now");
            values.put("now", clock.instant());
        }
        if (which.owner() == AlertOwner.ME && caller.memberId() == null) {
            sql.append(" and false"); // software owns nothing
        } else if (which.owner() == AlertOwner.ME) {
            sql.append(" and a.owner_id = :me");
            values.put("me", caller.memberId());
        }
    }

    /** @throws ProblemException 404 */
    Alert require(Caller caller, UUID id) {
        return one(caller, id, "");
    }

    /**
     * The row is held, so that of two who act at once the second sees what the first did.
     *
     * @throws ProblemException 404
     */
    Alert requireHeld(Caller caller, UUID id) {
        return one(caller, id, " for no key update of a");
    }

    /**
     * What whoever will own it holds before the alert's row: its client's turn, so that they do not leave the care team meanwhile,
     * and their own row, so that nobody takes their rights away. Whether there are both, and they may sign in.
     */
    boolean holdFor(UUID id, UUID owner) {
        return entities.createNativeQuery(OWNED, Boolean.class)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, new String[] {"client", "member"})
                .setParameter("id", id)
                .setParameter("owner", owner)
                .getResultList()
                .contains(true);
    }

    /** Holds all alerts of its thread, seen or not, in the order of their ids. */
    void holdThreadOf(UUID id) {
        var sql = "select a.* from alert a where a.practice_id = kith_practice() and a.thread_id ="
                + " (select t.thread_id from alert t where t.practice_id = kith_practice() and t.id = :id)"
                + " order by a.id for no key update of a";
        ask(sql, Map.of("id", id), 0);
    }

    /** Those of the same thread that somebody looks after, held too. */
    List<Alert> acknowledgedWith(Caller caller, Alert alert) {
        var sight = Sight.of(caller, realTime.instant());
        var values = new HashMap<>(sight.values());
        values.put("thread", alert.threadId);
        values.put("id", alert.id);
        return ask(
                "select a.* from alert a where a.practice_id = kith_practice() and a.thread_id = :thread and a.id <> :id"
                        + " and a.state = 'acknowledged' and " + sight.condition()
                        + " order by a.id for no key update of a",
                values,
                0);
    }

    private Alert one(Caller caller, UUID id, String lock) {
        var sight = Sight.of(caller, realTime.instant());
        var values = new HashMap<>(sight.values());
        values.put("id", id);
        var sql =
                "select a.* from alert a where a.practice_id = kith_practice() and a.id = :id and " + sight.condition();
        return ask(sql + lock, values, 1).stream().findFirst().orElseThrow(ProblemException::notFound);
    }

    private List<Alert> ask(String sql, Map<String, Object> values, int most) {
        var query = entities.createNativeQuery(sql, Alert.class);
        if (most > 0) {
            query.setMaxResults(most);
        }
        values.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Alert> found = query.getResultList();
        return found;
    }
}
