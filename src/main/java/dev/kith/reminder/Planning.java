package dev.kith.reminder;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes down which reminders tasks will need, for all that open within two days, in one statement. One that is there already
 * stays, so that twice, late or on two replicas gives the same rows; whether it still applies is asked when its time has come.
 */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Planning {
    static final int AT_ONCE = 5_000;
    /** So late that it would surprise more than help. */
    static final Duration TOO_LATE = Duration.ofHours(2);

    static final Duration AHEAD = Duration.ofDays(2);

    private static final String PLAN = """
        insert into reminder (practice_id, task_id, slot, repeat, client_id, channel, planned_for, due_at)
        select kith_practice(), p.task_id, p.slot, p.n, p.client_id, p.channel, p.at, p.at
        from (
          select t.id as task_id, t.client_id, t.closes_at, x.slot, x.channel, n.n,
                 kith_wall_plus(greatest(t.opens_at, f.first_at), n.n * x."everyDays", t.time_zone) + n.n * x."everyTime" as at
          from task t
          left join reminder_rules own on own.practice_id = t.practice_id and own.of_id = t.assignment_id
          left join reminder_rules house on house.practice_id = t.practice_id and house.of_id = t.practice_id
          cross join lateral jsonb_to_recordset(coalesce(own.rules, house.rules, ?::jsonb))
            as x (slot text, channel text, moment text, "leadDays" interval, "leadTime" interval, repeats int,
                  "everyDays" interval, "everyTime" interval)
          cross join lateral (select case x.moment
            when 'opens' then kith_wall_plus(t.opens_at, x."leadDays", t.time_zone) + x."leadTime"
            when 'due' then kith_wall_plus(t.due_at, -x."leadDays", t.time_zone) - x."leadTime"
            else kith_wall_plus(t.closes_at, -x."leadDays", t.time_zone) - x."leadTime" end as first_at) f
          cross join lateral generate_series(0, x.repeats) n (n)
          where t.practice_id = kith_practice() and t.ended_as is null and t.opens_at <= ? and t.closes_at > ?
        ) p
        where p.at > ? and p.at < p.closes_at
          and not exists (select from reminder r where r.practice_id = kith_practice() and r.task_id = p.task_id
            and r.slot = p.slot and r.repeat = p.n)
        limit ?
        on conflict do nothing
        """;
    private static final String FORGET = """
        delete from reminder r using task t
        where r.practice_id = kith_practice() and r.state = 'planned' and t.practice_id = r.practice_id and t.id = r.task_id
          and case when ?::uuid is not null then t.assignment_id = ?::uuid
              else not exists (select from reminder_rules own where own.practice_id = t.practice_id
                and own.of_id = t.assignment_id and own.rules is not null) end
        """;
    private static final String NEXT = """
        select least(
          (select min(due_at) from reminder where practice_id = kith_practice() and state = 'planned' and due_at > ?),
          (select min(opens_at) from task where practice_id = kith_practice() and ended_as is null and opens_at > ?)
            - ?::interval)
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    RuleBook book;

    @Inject
    DefaultRules defaults;

    /** Whether there may be more than this took. */
    boolean plan(Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(PLAN)) {
            insert.setString(1, defaults.rules().map(book::text).orElse(null));
            insert.setObject(2, now.plus(AHEAD).atOffset(ZoneOffset.UTC));
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            insert.setObject(4, now.minus(TOO_LATE).atOffset(ZoneOffset.UTC));
            insert.setInt(5, AT_ONCE);
            return insert.executeUpdate() == AT_ONCE;
        }
    }

    /** Other rules hold now: what was only planned by those before goes, and comes again if the new ones say so. */
    void forget(@Nullable UUID assignment) throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(FORGET)) {
            delete.setObject(1, assignment, java.sql.Types.OTHER);
            delete.setObject(2, assignment, java.sql.Types.OTHER);
            delete.executeUpdate();
        }
    }

    /** When a reminder is due next, or tasks come near enough to plan for. */
    Optional<Instant> nextAfter(Instant moment) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEXT)) {
            select.setObject(1, moment.atOffset(ZoneOffset.UTC));
            select.setObject(2, moment.plus(AHEAD).atOffset(ZoneOffset.UTC));
            select.setString(3, AHEAD.toString());
            try (var row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
            }
        }
    }
}
