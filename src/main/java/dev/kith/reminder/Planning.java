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
 * Writes down which reminders tasks will need, once for each task that opens within two days. Tasks stand in a line until that was done,
 * and again when their times change, so that looking costs nothing where nothing is new; any number of replicas take from it at once.
 * A reminder that is there already stays; whether it still applies is asked when its time has come. What a client snoozed has one of its
 * own, at the end of the snooze.
 */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Planning {
    /** Tasks; each has 56 reminders at most, so that one statement stays far within its time. */
    static final int AT_ONCE = 1_000;
    /** A moment that was over so long ago when it was planned is past; what was planned in time waits as long as its task. */
    static final Duration TOO_LATE = Duration.ofHours(2);

    static final Duration AHEAD = Duration.ofDays(2);
    /** By how much the clock of another replica, which took from the line, may be ahead of this one's. */
    private static final Duration ANOTHERS_CLOCK = Duration.ofHours(1);

    static final String PLAN = """
        with next as materialized (
          select task_id from reminder_to_plan where practice_id = kith_practice() and opens_at <= ?
          order by opens_at limit ?
          for update skip locked
        ), taken as (
          delete from reminder_to_plan where practice_id = kith_practice() and task_id = any (array(select task_id from next))
          returning task_id
        ), house (rules) as (
          select coalesce((select rules from reminder_rules where practice_id = kith_practice() and of_id = kith_practice()), ?::jsonb)
        ), asked as (
          select t.id as task_id, t.client_id, t.opens_at, t.due_at, t.closes_at, t.time_zone, t.snoozed_until,
                 coalesce(own.rules, house.rules) as rules, p.remind_by, p.remind_lead, p.remind_lead::interval as lead,
                 p.remind_repeats as repeats, coalesce(p.remind_every::interval, interval '0') as every
          from taken
          join task t on t.practice_id = kith_practice() and t.id = taken.task_id
          cross join house
          left join reminder_rules own on own.practice_id = t.practice_id and own.of_id = t.assignment_id
          left join client_pace p on p.practice_id = t.practice_id and p.client_id = t.client_id
          where t.ended_as is null
        ), planned as (
          insert into reminder (practice_id, task_id, slot, repeat, client_id, channel, planned_for, due_at)
          select kith_practice(), p.task_id, p.slot, p.n, p.client_id, p.channel, p.at, p.at
          from (
            select a.task_id, a.client_id, a.closes_at, w.slot, x.channel, n.n,
                   kith_wall_plus(greatest(a.opens_at, f.first_at), n.n * w.every_days, a.time_zone) + n.n * w.every_time as at
            from asked a
            cross join lateral jsonb_to_recordset(a.rules)
              as x (slot text, channel text, moment text, "leadDays" interval, "leadTime" interval, repeats int,
                    "everyDays" interval, "everyTime" interval)
            cross join lateral (
              select case when a.lead is null then x.slot else concat_ws(' ', x.channel, x.moment, a.remind_lead) end as slot,
                     case when a.lead is null then x."leadDays" else date_trunc('day', a.lead) end as lead_days,
                     case when a.lead is null then x."leadTime" else a.lead - date_trunc('day', a.lead) end as lead_time,
                     coalesce(a.repeats, x.repeats) as repeats,
                     case when a.repeats is null then x."everyDays" else date_trunc('day', a.every) end as every_days,
                     case when a.repeats is null then x."everyTime" else a.every - date_trunc('day', a.every) end as every_time) w
            cross join lateral (select case x.moment
              when 'opens' then kith_wall_plus(a.opens_at, w.lead_days, a.time_zone) + w.lead_time
              when 'due' then kith_wall_plus(a.due_at, -w.lead_days, a.time_zone) - w.lead_time
              else kith_wall_plus(a.closes_at, -w.lead_days, a.time_zone) - w.lead_time end as first_at) f
            cross join lateral generate_series(0, w.repeats) n (n)
            union all
            select a.task_id, a.client_id, a.closes_at,
                   'snooze ' || to_char(a.snoozed_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                   case when a.remind_by = 'event' or a.remind_by = 'email' and a.rules @> '[{"channel": "email"}]' then a.remind_by
                        else coalesce(a.rules -> 0 ->> 'channel', 'event') end, 0, a.snoozed_until
            from asked a where a.snoozed_until is not null
          ) p
          where p.at > ? and p.at < p.closes_at
          on conflict do nothing
        )
        select count(*) from taken
        """;
    /**
     * In the order in which {@link Verdicts} takes them, or each could wait for the other. Of what opens later nothing is planned, but
     * where a sandbox's clock went back: that stands in line again, too.
     */
    private static final String FORGET = """
        with gone as (
          select r.task_id, r.slot, r.repeat, t.opens_at from reminder r
          join task t on t.practice_id = r.practice_id and t.id = r.task_id
          where r.practice_id = kith_practice() and r.state = 'planned' and %s
          order by r.client_id, r.task_id, r.slot, r.repeat
          for update of r
        ), forgotten as (
          delete from reminder r using gone
          where r.practice_id = kith_practice() and r.state = 'planned'
            and r.task_id = gone.task_id and r.slot = gone.slot and r.repeat = gone.repeat
          returning gone.task_id, gone.opens_at
        )
        insert into reminder_to_plan (practice_id, task_id, opens_at)
        select distinct kith_practice(), task_id, opens_at from forgotten where opens_at > ?
        order by task_id
        on conflict do nothing
        """;

    /** Only what may have left the line: what opens later stands in it. Client by client, for so the soonest are found. */
    private static final String AGAIN = """
        insert into reminder_to_plan (practice_id, task_id, opens_at)
        select t.practice_id, t.id, t.opens_at
        from client c
        join task t on t.practice_id = c.practice_id and t.client_id = c.id
        where c.practice_id = kith_practice() and t.ended_as is null and t.opens_at <= ? and t.closes_at > ? and %s
        order by t.id
        on conflict do nothing
        """;

    private static final String OF_ONE = "t.assignment_id = ?";
    private static final String OF_A_CLIENT = "t.client_id = ?";
    /** What waits has had its time, and is not planned for a time that is over. */
    private static final String NOT_WAITING = " and r.waits_for is null";

    private static final String BY_THE_PRACTICES = """
        not exists (select from reminder_rules own
          where own.practice_id = t.practice_id and own.of_id = t.assignment_id and own.rules is not null)
        """.strip();

    static final String AGAIN_BY_THE_PRACTICES = AGAIN.formatted(BY_THE_PRACTICES);
    private static final String NEXT = """
        select least(
          (select min(due_at) from reminder where practice_id = kith_practice() and state = 'planned' and due_at > ?),
          (select min(opens_at) from reminder_to_plan where practice_id = kith_practice() and opens_at > ?) - ?::interval)
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    DefaultRules defaults;

    /** Whether there may be more than this took. */
    boolean plan(Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(PLAN)) {
            insert.setObject(1, now.plus(AHEAD).atOffset(ZoneOffset.UTC));
            insert.setInt(2, AT_ONCE);
            insert.setString(3, defaults.text());
            insert.setObject(4, now.minus(TOO_LATE).atOffset(ZoneOffset.UTC));
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getInt(1) == AT_ONCE;
            }
        }
    }

    /**
     * Other rules hold now, of an assignment or of all that go by the practice's: what was only planned by those before goes, and
     * comes again if the new ones say so. The first of it at once, the rest with the next ticks.
     */
    void planAnew(@Nullable UUID assignment, Instant now) throws SQLException {
        var whose = assignment == null ? BY_THE_PRACTICES : OF_ONE;
        planAnew(FORGET.formatted(whose), AGAIN.formatted(whose), assignment, now);
    }

    /** A client wants to be reminded at other times now. */
    void planAnewFor(UUID client, Instant now) throws SQLException {
        planAnew(FORGET.formatted(OF_A_CLIENT + NOT_WAITING), AGAIN.formatted(OF_A_CLIENT), client, now);
    }

    private void planAnew(String forget, String again, @Nullable UUID whose, Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(forget);
                var insert = connection.prepareStatement(again)) {
            var soon = now.plus(AHEAD).plus(ANOTHERS_CLOCK).atOffset(ZoneOffset.UTC);
            var next = 1;
            if (whose != null) {
                delete.setObject(next++, whose);
                insert.setObject(3, whose);
            }
            delete.setObject(next, soon);
            insert.setObject(1, soon);
            insert.setObject(2, now.atOffset(ZoneOffset.UTC));
            delete.executeUpdate();
            insert.executeUpdate();
        }
        plan(now);
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
