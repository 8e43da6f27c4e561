package dev.kith.caseload;

import dev.kith.paging.Cursor;
import dev.kith.time.RealTime;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The clients of a caseload in the order of who needs somebody first: one query, narrowed by the database's own rule. Native, since
 * access, list and order are one question. The caseload comes first and everything else is a look into an index for each client on it;
 * with offset 0 the planner keeps to that.
 */
@ApplicationScoped
class AttentionList {
    private static final Instant NEVER = Instant.parse("1900-01-01T00:00:00Z");
    private static final String CASELOAD = """
        select c.id, c.display_name, c.time_zone, c.created_at
        from (select distinct client_id as id from kith_caseload(?, ?)) mine
        cross join lateral (
          select * from client c where c.practice_id = kith_practice() and c.id = mine.id and c.archived_at is null
        """;
    private static final String KEYS = """
        ), keyed as (
          select m.id, m.display_name, m.time_zone, w.*, did.at as did_at, coalesce(did.at, ?) as active, coalesce(w.first, ?) as rank,
            coalesce(w.turn, greatest(did.at, met.at, m.created_at)) as since
          from mine m
          cross join lateral (
            select min(rank) as first, %s as turn,
              min(since) filter (where rank = 1) as critical_open, min(since) filter (where rank = 2) as critical_seen,
              min(since) filter (where rank = 4) as other, min(since) filter (where rank = 6) as unread_since,
              count(*) filter (where rank = 6) as unread, count(*) filter (where severity = 'critical') as critical,
              count(*) filter (where severity = 'warning') as warning, count(*) filter (where severity = 'notice') as notice,
              min(since) filter (where severity is not null) as oldest, min(due_at) as due
            from (
        """.formatted(AttentionFacts.TURN);
    private static final String READ = """
        select id, display_name, time_zone, rank, since, critical_open, critical_seen, other, unread_since, unread, did_at,
               critical, warning, notice, oldest, due
        from keyed
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    @Inject
    @RealTime
    Clock realTime;

    /**
     * A client with what decides their place, as far as the caller is told of it.
     *
     * @param since of the reason that decides; of an alert that is not critical, when it is due
     * @param activeAt null: never did anything
     */
    record Found(
            UUID id,
            String displayName,
            ZoneId zone,
            int rank,
            Instant since,
            @Nullable Instant criticalOpen,
            @Nullable Instant criticalSeen,
            @Nullable Instant otherAlert,
            @Nullable Instant unreadSince,
            int unread,
            @Nullable Instant activeAt,
            Alerts alerts) {
        Instant activeOrNever() {
            return activeAt == null ? NEVER : activeAt;
        }
    }

    /** Alerts that are not resolved; the instants are null where there are none. */
    record Alerts(
            Map<String, Integer> bySeverity,
            @Nullable Instant oldest,
            @Nullable Instant due) {
        int count() {
            return bySeverity.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** One more than asked for. */
    List<Found> page(Told told, CaseloadFilter which, @Nullable Cursor after, int limit) throws SQLException {
        try (var connection = database.getConnection();
                var select = question(told, which, after, limit + 1).on(connection);
                var row = select.executeQuery()) {
            var found = new ArrayList<Found>();
            while (row.next()) {
                found.add(found(row));
            }
            return found;
        }
    }

    private Question question(Told told, CaseloadFilter which, @Nullable Cursor after, int most) {
        var ask = new Question().add("with mine as materialized (\n");
        var sort = which.sort();
        if (told.caller().isMachine()) {
            OfPractice.choose(ask, which, told, NEVER, after, most);
            keyed(ask, told);
            return ask.add("order by " + OfPractice.order(sort) + " limit ?", most);
        }
        ask.add(CASELOAD, Objects.requireNonNull(told.caller().memberId()), realTime.instant());
        which.narrow(ask);
        keyed(ask.add(" offset 0) c"), told);
        if (after != null) {
            ask.add("where " + sort.further, sort.values(after).toArray());
        }
        return ask.add(" order by " + sort.order + " limit ?", most);
    }

    private void keyed(Question ask, Told told) {
        ask.add(KEYS, NEVER, AttentionCode.LAST);
        AttentionFacts.waiting(ask, "and client_id = m.id", told);
        ask.add(") waiting offset 0) w\ncross join lateral (");
        AttentionFacts.did(ask, "m.id", told);
        ask.add("offset 0) did\nleft join lateral (");
        AttentionFacts.met(ask, "m.id", told, clock.instant());
        ask.add(") met (at) on true\n)\n" + READ);
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getObject(1, UUID.class),
                row.getString(2),
                ZoneId.of(row.getString(3)),
                row.getInt(4),
                Objects.requireNonNull(at(row, 5)),
                at(row, 6),
                at(row, 7),
                at(row, 8),
                at(row, 9),
                row.getInt(10),
                at(row, 11),
                new Alerts(bySeverity(row), at(row, 15), at(row, 16)));
    }

    private static Map<String, Integer> bySeverity(ResultSet row) throws SQLException {
        var counts = new TreeMap<String, Integer>();
        for (var severity : List.of("critical", "warning", "notice")) {
            if (row.getInt(severity) > 0) {
                counts.put(severity, row.getInt(severity));
            }
        }
        return counts;
    }

    private static @Nullable Instant at(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
