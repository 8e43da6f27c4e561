package dev.kith.reminder;

/** What becomes of each reminder whose time has come, as one statement over all that are due for the clients that are held. */
final class Verdicts {
    /** Of the practice's night, when it ends for somebody who is in it now. */
    private static final String QUIET_UNTIL = """
        (case when quiet_from < quiet_to and local::time >= quiet_from and local::time < quiet_to then local::date + quiet_to
              when quiet_from > quiet_to and local::time >= quiet_from then local::date + 1 + quiet_to
              when quiet_from > quiet_to and local::time < quiet_to then local::date + quiet_to end) at time zone zone
        """;

    /**
     * The client's channel where the rules that hold have it: e-mail only where it is sent at all; never e-mail to one who does not
     * want it, null where there is no other. Who snoozed is told by an event without a rule for it.
     */
    private static final String GOES_BY = """
        (case when r.slot like 'snooze %' and p.remind_by = 'event' then 'event'
              when r.channel = 'email' and p.remind_by = 'event'
                then case when coalesce(own.rules, h.rules) @> '[{"channel": "event"}]' then 'event' end
              when r.channel = 'event' and p.remind_by = 'email' and h.mail
                then case when coalesce(own.rules, h.rules) @> '[{"channel": "email"}]' then 'email' else 'event' end
              else r.channel end)
        """;

    /** What came by the same channel on this day of the client's calendar. */
    private static final String SENT_TODAY = """
        s.channel = t.goes_by and not (t.snooze and s.task_id = t.task_id)
              and s.claimed_at >= date_trunc('day', t.local) at time zone t.zone
              and s.claimed_at < (date_trunc('day', t.local) + interval '1 day') at time zone t.zone
        """;

    /**
     * A verdict is for good. What waits is looked at again when that is over, or in an hour where nobody knows when; what waits for the
     * mail server stays due, for a replica that reaches it. Of what is due at once for one task a snooze that is over comes first, and
     * what came for the same task before does not stand against it: the client asked for it instead. From a
     * reminder to its task, assignment and client it goes by their keys, one after another: a planner that knows nothing of a new practice
     * takes it for empty, and would join all of its clients with all of its tasks.
     */
    static final String JUDGE =
            """
        with asked (now, mail, mails, most, quiet_from, quiet_to, rules, clients) as (
          values (?::timestamptz, ?::boolean, ?::int, ?::int, ?::time, ?::time, ?::jsonb, ?::uuid[])
        ), house as (
          select a.now, a.mail, a.mails, a.clients, coalesce(h.rules, a.rules) as rules, coalesce(h.most_per_day, a.most) as most,
                 case when h.of_id is null then a.quiet_from else h.quiet_from end as quiet_from,
                 case when h.of_id is null then a.quiet_to else h.quiet_to end as quiet_to
          from asked a left join reminder_rules h on h.practice_id = kith_practice() and h.of_id = kith_practice()
        ), held as materialized (
          select r.task_id, r.slot, r.repeat, r.client_id, r.channel, r.due_at, r.waits_for, r.planned_for
          from reminder r
          where r.practice_id = kith_practice() and r.state = 'planned' and r.due_at <= (select now from asked)
            and r.client_id = any ((select clients from asked)::uuid[])
          order by r.client_id, r.task_id, r.slot, r.repeat
          for update of r
        ), due as (
          select r.task_id, r.slot, r.repeat, r.client_id, r.due_at, r.waits_for, t.ended_as, t.ended_why, t.closes_at,
                 t.snoozed_until, a.id as work_id, a.state as work, own.most_per_day as work_most,
                 r.slot like 'snooze %%' as snooze, r.planned_for, c.archived_at, c.email, c.language, c.zone,
                 coalesce(p.reminders_off, false) as off, coalesce(p.quiet_from, h.quiet_from) as quiet_from,
                 coalesce(p.quiet_to, h.quiet_to) as quiet_to, h.now at time zone c.zone as local,
                 h.now, h.mail, h.mails, least(h.most, p.reminders_per_day) as most, %s as goes_by
          from held r cross join house h
          cross join lateral (
            select assignment_id, ended_as, ended_why, closes_at, snoozed_until from task
            where practice_id = kith_practice() and id = r.task_id offset 0) t
          cross join lateral (
            select id, state from assignment where practice_id = kith_practice() and id = t.assignment_id offset 0) a
          cross join lateral (
            select archived_at, email, language, kith_zone(time_zone) as zone from client
            where practice_id = kith_practice() and id = r.client_id offset 0) c
          left join client_pace p on p.practice_id = kith_practice() and p.client_id = r.client_id
          left join reminder_rules own on own.practice_id = kith_practice() and own.of_id = t.assignment_id
        ), timed as (
          select d.*, %s as quiet_until from due d
        ), final as (
          select t.*, case
            when ended_as = 'completed' then 'done'
            when ended_as = 'skipped' then 'skipped'
            when ended_as = 'cancelled' then
              case ended_why when 'weekly-cap' then 'capped' when 'paused' then 'paused' else 'withdrawn' end
            when off then 'opted-out'
            when snooze and planned_for is distinct from snoozed_until then 'overtaken'
            when goes_by is null then 'not-by-email'
            when closes_at <= now then coalesce(nullif(waits_for, 'quiet'), 'too-late')
            when work = 'ended' then 'withdrawn'
            when quiet_until >= closes_at then 'quiet'
            end as verdict
          from timed t
        ), passing as (
          select f.*, case
            when verdict is not null then null
            when archived_at is not null then 'archived'
            when work <> 'active' then 'paused'
            when snoozed_until > now then 'snoozed'
            when quiet_until > now then 'quiet'
            when goes_by = 'email' and not mail then 'no-mailer'
            when goes_by = 'email' and (email is null or email !~ '^[^[:space:]<>,;:"@]+@[^[:space:]<>,;:"@]+$') then 'no-address'
            end as waits
          from final f
        ), of_task as (
          select p.*, coalesce(verdict, case when waits is null and row_number() over (
            partition by task_id, goes_by, verdict is null and waits is null order by snooze desc, due_at desc, slot) > 1 then 'overtaken' end) as kept
          from passing p
        ), of_work as (
          select t.*, coalesce(kept, case when work_most is not null and waits is null and row_number() over (
              partition by work_id, goes_by, kept is null and waits is null order by due_at, task_id, slot) + (
            select count(*) from reminder s
            where s.practice_id = kith_practice() and s.client_id = t.client_id and %s
              and (select o.assignment_id from task o where o.practice_id = kith_practice() and o.id = s.task_id) = t.work_id) > work_most
              then 'capped' end) as left_over
          from of_task t
        ), of_day as (
          select t.*, coalesce(left_over, case when waits is null and row_number() over (
              partition by client_id, goes_by, left_over is null and waits is null order by due_at, task_id, slot) + (
            select count(*) from reminder s where s.practice_id = kith_practice() and s.client_id = t.client_id and %s) > most
              then 'capped' end) as last
          from of_work t
        ), of_server as materialized (
          select y.*, case when last is null and waits is null and goes_by = 'email' and row_number() over (
            partition by goes_by, last is null and waits is null order by due_at, task_id, slot) > mails then 'unreachable'
            else waits end as waits_now
          from of_day y
        )
        update reminder r
        set state = case when d.last is not null then 'dropped' when d.waits_now is not null then 'planned'
                         when d.goes_by = 'email' then 'sending' else 'sent' end,
            why = d.last,
            waits_for = case when d.last is null then d.waits_now end,
            channel = case when d.last is null and d.waits_now is null then d.goes_by else r.channel end,
            due_at = case when d.last is not null or d.waits_now is null or d.waits_now = 'unreachable' then r.due_at
                          when d.waits_now = 'snoozed' then least(d.snoozed_until, d.closes_at)
                          when d.waits_now = 'quiet' then d.quiet_until
                          else least(d.now + interval '1 hour', d.closes_at) end,
            claimed_at = case when d.last is null and d.waits_now is null then d.now end,
            ended_at = case when d.last is not null or d.waits_now is null and d.goes_by <> 'email' then d.now end
        from of_server d
        where r.practice_id = kith_practice() and r.task_id = d.task_id and r.slot = d.slot and r.repeat = d.repeat
        returning r.task_id, r.slot, r.repeat, r.client_id, r.state, r.channel, d.email, d.language
        """.formatted(GOES_BY.strip(), QUIET_UNTIL.strip(), SENT_TODAY.strip(), SENT_TODAY.strip());

    private Verdicts() {}
}
