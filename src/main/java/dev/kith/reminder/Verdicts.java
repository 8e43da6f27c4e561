package dev.kith.reminder;

/** What becomes of each reminder whose time has come, as one statement over all that are due for the clients that are held. */
final class Verdicts {
    /** Of the practice's night, when it ends for somebody who is in it now. */
    private static final String QUIET_UNTIL = """
        (case when quiet_from < quiet_to and local::time >= quiet_from and local::time < quiet_to then local::date + quiet_to
              when quiet_from > quiet_to and local::time >= quiet_from then local::date + 1 + quiet_to
              when quiet_from > quiet_to and local::time < quiet_to then local::date + quiet_to end) at time zone zone
        """;

    static final String JUDGE = """
        with asked (now, mail, most, quiet_from, quiet_to, too_late, clients) as (
          values (?::timestamptz, ?::boolean, ?::int, ?::time, ?::time, ?::timestamptz, ?::uuid[])
        ), house as (
          select a.now, a.mail, a.too_late, a.clients, coalesce(h.most_per_day, a.most) as most,
                 case when h.of_id is null then a.quiet_from else h.quiet_from end as quiet_from,
                 case when h.of_id is null then a.quiet_to else h.quiet_to end as quiet_to
          from asked a left join reminder_rules h on h.practice_id = kith_practice() and h.of_id = kith_practice()
        ), due as (
          select r.task_id, r.slot, r.repeat, r.client_id, r.channel, r.due_at, t.ended_as, t.ended_why, t.closes_at,
                 t.snoozed_until, a.state as work, c.archived_at, c.email, c.language, c.time_zone as zone,
                 coalesce(p.reminders_off, false) as off, coalesce(p.quiet_from, h.quiet_from) as quiet_from,
                 coalesce(p.quiet_to, h.quiet_to) as quiet_to, h.now at time zone c.time_zone as local,
                 h.now, h.mail, h.most, h.too_late
          from reminder r
          join house h on r.client_id = any (h.clients)
          join task t on t.practice_id = r.practice_id and t.id = r.task_id
          join assignment a on a.practice_id = t.practice_id and a.id = t.assignment_id
          join client c on c.practice_id = r.practice_id and c.id = r.client_id
          left join client_pace p on p.practice_id = r.practice_id and p.client_id = r.client_id
          where r.practice_id = kith_practice() and r.state = 'planned' and r.due_at <= h.now
          for update of r
        ), timed as (
          select d.*, %s as quiet_until from due d
        ), judged as (
          select t.*, case
            when ended_as = 'completed' then 'done'
            when ended_as = 'skipped' then 'skipped'
            when ended_as = 'cancelled' then case when ended_why = 'weekly-cap' then 'capped' else 'withdrawn' end
            when closes_at <= now then 'too-late'
            when archived_at is not null then 'archived'
            when off then 'opted-out'
            when work <> 'active' then 'paused'
            when snoozed_until > now then 'waits'
            when due_at <= too_late then 'too-late'
            when quiet_until > now then case when quiet_until < closes_at then 'waits' else 'quiet' end
            when channel = 'email' and not mail then 'no-mailer'
            when channel = 'email' and (email is null or email !~ '^[^[:space:]<>,;:"@]+@[^[:space:]<>,;:"@]+$') then 'no-address'
            end as verdict
          from timed t
        ), of_task as (
          select j.*, case when verdict is not null then verdict
            when row_number() over (partition by task_id, channel order by verdict is not null, due_at desc, slot) > 1 then 'overtaken'
            end as kept
          from judged j
        ), of_day as (
          select o.*, case when kept is not null then kept
            when row_number() over (partition by client_id order by kept is not null, due_at, task_id, slot) + (
              select count(*) from reminder s where s.practice_id = kith_practice() and s.client_id = o.client_id
                and s.claimed_at >= date_trunc('day', o.local) at time zone o.zone
                and s.claimed_at < (date_trunc('day', o.local) + interval '1 day') at time zone o.zone) > most then 'capped'
            end as last
          from of_task o
        )
        update reminder r
        set state = case when d.last = 'waits' then 'planned' when d.last is not null then 'dropped'
                         when d.channel = 'email' then 'sending' else 'sent' end,
            why = nullif(d.last, 'waits'),
            due_at = case when d.last <> 'waits' or d.last is null then r.due_at
                          when d.snoozed_until > d.now then d.snoozed_until else d.quiet_until end,
            claimed_at = case when d.last is null then d.now end,
            ended_at = case when d.last is null and d.channel = 'email' or d.last = 'waits' then null else d.now end
        from of_day d
        where r.practice_id = kith_practice() and r.task_id = d.task_id and r.slot = d.slot and r.repeat = d.repeat
        returning r.task_id, r.slot, r.repeat, r.client_id, r.state, r.channel, d.email, d.language
        """.formatted(QUIET_UNTIL.strip());

    private Verdicts() {}
}
