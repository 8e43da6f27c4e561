package dev.kith.alert;

import dev.kith.security.Caller;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Steps of alerts in the order of the transactions that took them, as far as a caller may see them. */
@ApplicationScoped
class NewsFeed {
    private static final String PRESENT =
            "select cast(cast(pg_snapshot_xmin(s) as text) as bigint), cast(cast(pg_snapshot_xmax(s) as text) as bigint)"
                    + " from pg_current_snapshot() s";
    private static final String AFTER = """
        select cast(cast(s.changed as text) as bigint), s.alert_id, s.number, s.what, s.state, a.severity, a.client_id, s.at
        from alert_step s join alert a on a.practice_id = s.practice_id and a.id = s.alert_id
        where s.practice_id = kith_practice()
          and (s.changed, s.alert_id, s.number) > (cast(cast(:changed as text) as xid8), :alert, :number) and %s
        order by s.changed, s.alert_id, s.number
        """;

    @Inject
    EntityManager entities;

    @Inject
    @RealTime
    Clock clock;

    /**
     * Which transactions are under way.
     *
     * @param lowest all before it have ended, and what they wrote is seen
     * @param next the first that has not begun
     */
    record Present(long lowest, long next) {}

    /** One step, and where it lies. */
    record Told(NewsPosition at, AlertNews news) {}

    Present present() {
        var row = (Object[]) entities.createNativeQuery(PRESENT).getSingleResult();
        return new Present(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    List<Told> after(Caller caller, NewsPosition position, int most) {
        var sight = Sight.ofNews(caller, clock.instant());
        var values = new HashMap<>(sight.values());
        values.put("changed", Long.toString(position.transaction()));
        values.put("alert", position.alert());
        values.put("number", position.number());
        var query = entities.createNativeQuery(AFTER.formatted(sight.condition()), Object[].class)
                .setMaxResults(most);
        values.forEach(query::setParameter);
        return query.getResultList().stream().map(row -> told((Object[]) row)).toList();
    }

    private static Told told(Object[] row) {
        var alert = (UUID) row[1];
        var number = ((Number) row[2]).intValue();
        var news = new AlertNews(
                alert, (UUID) row[6], number, (String) row[3], (String) row[4], (String) row[5], (Instant) row[7]);
        return new Told(new NewsPosition(((Number) row[0]).longValue(), alert, number), news);
    }
}
