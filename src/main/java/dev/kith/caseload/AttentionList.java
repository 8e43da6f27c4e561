package dev.kith.caseload;

import dev.kith.paging.Cursor;
import dev.kith.security.Caller;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The clients of a caseload in the order of who needs somebody first: one query, narrowed by the database's own rule. Native, since
 * access, list and order are one question. Each part of the order is a look into an index for each client.
 */
@ApplicationScoped
class AttentionList {
    private static final Instant NEVER = Instant.parse("1900-01-01T00:00:00Z");
    private static final String CLIENTS = """
        with mine as materialized (
          select c.practice_id, c.id, c.display_name, c.time_zone, c.created_at from client c
          where c.practice_id = kith_practice() and c.archived_at is null
        """;
    private static final String CASELOAD = " and c.id in (select client_id from kith_caseload(?, ?))";
    /**
     * The case and the coalesce go through the reasons in the order of {@link AttentionCode}. Alerts about access are the admin's. With
     * offset 0 what a client did last is looked up once, not wherever it is named.
     */
    private static final String KEYS = """
        ), keyed as (
          select m.id, m.display_name, m.time_zone, a.*, f.*, did.at as did_at, coalesce(did.at, ?) as active,
            case when a.critical_open is not null then 1 when a.critical_seen is not null then 2 when s.red is not null then 3
                 when a.other is not null then 4 when s.amber is not null then 5 when f.unread_since is not null then 6
                 else 7 end as rank,
            coalesce(a.critical_open, a.critical_seen, s.red, a.other_due, s.amber, f.unread_since,
                     greatest(did.at, met.at, m.created_at)) as since
          from mine m
          cross join lateral (
            select min(raised_at) filter (where severity = 'critical' and state = 'open') as critical_open,
                   min(raised_at) filter (where severity = 'critical' and state <> 'open') as critical_seen,
                   min(raised_at) filter (where severity <> 'critical') as other,
                   min(due_at) filter (where severity <> 'critical') as other_due
            from alert where practice_id = m.practice_id and client_id = m.id and state <> 'resolved' and kind <> 'access') a
          cross join lateral (
            select min(since) filter (where severity = 'red') as red, min(since) filter (where severity <> 'red') as amber
            from signal where practice_id = m.practice_id and client_id = m.id and ended_at is null) s
          cross join lateral (
            select min(given_at) as unread_since, count(*) as unread from feedback
            where practice_id = m.practice_id and client_id = m.id and member_id is null
              and read_at is null and withdrawn_at is null) f
          cross join lateral (
            select greatest(
              (select authored_at from response where practice_id = m.practice_id and client_id = m.id
                 and state in ('completed', 'amended') and author = 'client' order by authored_at desc, id desc limit 1),
              (select authored_at from log where practice_id = m.practice_id and client_id = m.id
                 and state <> 'in-progress' and author = 'client' order by authored_at desc, id desc limit 1),
              (select given_at from feedback where practice_id = m.practice_id and client_id = m.id
                 and member_id is null order by given_at desc, id desc limit 1)) as at
            offset 0) did
          cross join lateral (
            select max(starts_at) as at from appointment
            where practice_id = m.practice_id and client_id = m.id and starts_at <= ? and cancelled_at is null) met
        )
        select id, display_name, time_zone, rank, since, critical_open, critical_seen, other, unread_since, unread, did_at
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
     * A client with what decides their place.
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
            @Nullable Instant activeAt) {
        Instant activeOrNever() {
            return activeAt == null ? NEVER : activeAt;
        }
    }

    /** One more than asked for. */
    List<Found> page(Caller caller, CaseloadFilter which, @Nullable Cursor after, int limit) throws SQLException {
        var values = new ArrayList<Object>();
        var sql = new StringBuilder(CLIENTS);
        if (!caller.isMachine()) {
            add(sql, CASELOAD, values, Objects.requireNonNull(caller.memberId()), realTime.instant());
        }
        which.parts().forEach(part -> add(sql, part.sql(), values, part.values()));
        add(sql, KEYS, values, NEVER, clock.instant());
        if (after != null) {
            add(
                    sql,
                    " where " + which.sort().further,
                    values,
                    which.sort().values(after).toArray());
        }
        add(sql, " order by " + which.sort().order + " limit ?", values, limit + 1);
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql.toString())) {
            for (var i = 0; i < values.size(); i++) {
                var value = values.get(i);
                select.setObject(i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
            }
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Found>();
                while (row.next()) {
                    found.add(found(row));
                }
                return found;
            }
        }
    }

    private static void add(StringBuilder sql, String part, List<Object> values, Object... more) {
        sql.append(part);
        values.addAll(List.of(more));
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getObject(1, UUID.class),
                row.getString(2),
                ZoneId.of(row.getString(3)),
                row.getInt(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                at(row, 6),
                at(row, 7),
                at(row, 8),
                at(row, 9),
                row.getInt(10),
                at(row, 11));
    }

    private static @Nullable Instant at(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
