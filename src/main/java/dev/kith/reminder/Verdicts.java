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
     * want it, null where there is no other.
     */
    private static final String GOES_BY = """
        (case when r.channel = 'email' and p.remind_by = 'event'
                then case when coalesce(own.rules, h.rules) @> '[{"channel": "event"}]' then 'event' end
              when r.channel = 'event' and p.remind_by = 'email' and h.mail
                then case when coalesce(own.rules, h.rules) @> '[{"channel": "email"}]' then 'email' else 'event' end
              else r.channel end)
        """;

    /**
     * A verdict is for good. What waits is looked at again when that is over, or in an hour where nobody knows when; what waits for the
     * mail server stays due, for a replica that reaches it.
     */
    static final String JUDGE = """
        with asked (now, mail, mails, most, quiet_from, quiet_to, rules, clients) as (
          values (?::timestamptz, ?::boolean, ?::int, ?::int, ?::time, ?::time, ?::jsonb, ?::uuid[])
        ), house as (
          select a.now, a.mail, a.mails, a.clients, coalesce(h.rules, a.rules) as rules, coalesce(h.most_per_day, a.most) as most,
                 case when h.of_id is null then a.quiet_from else h.quiet_from end as quiet_from,
                 case when h.of_id is null then a.quiet_to else h.quiet_to end as quiet_to
          from asked a left join reminder_rules h on h.practice_id = kith_practice() and h.of_id = kith_practice()
        ), due as (
          select r.task_id, r.slot, r.repeat, r.client_id, r.due_at, r.waits_for, t.ended_as, t.ended_why, t.closes_at,
                 t.snoozed_until, a.state as work, c.archived_at, c.email, c.language, c.time_zone as zone,
                 coalesce(p.reminders_off, false) as off, coalesce(p.quiet_from, h.quiet_from) as quiet_from,
                 coalesce(p.quiet_to, h.quiet_to) as quiet_to, h.now at time zone c.time_zone as local,
                 h.now, h.mail, h.mails, h.most, %s as goes_by
          from reminder r
          join house h on r.client_id = any (h.clients)
          join task t on t.practice_id = r.practice_id and t.id = r.task_id
          join assignment a on a.practice_id = t.practice_id and a.id = t.assignment_id
          join client c on c.practice_id = r.practice_id and c.id = r.client_id
          left join client_pace p on p.practice_id = r.practice_id and p.client_id = r.client_id
          left join reminder_rules own on own.practice_id = t.practice_id and own.of_id = t.assignment_id
          where r.practice_id = kith_practice() and r.state = 'planned' and r.due_at <= h.now
          order by r.client_id, r.task_id, r.slot, r.repeat
          for update of r
        ), timed as (
          select d.*, %s as quiet_until from due d
        ), final as (
          select t.*, case
            when ended_as = 'completed' then 'done'
            when ended_as = 'skipped' then 'skipped'
            when ended_as = 'cancelled' then
              case ended_why when 'weekly-cap' then 'capped' when 'paused' then 'paused' else 'withdrawn' end
            when off then 'opted-out'
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
            partition by task_id, goes_by, verdict is null and waits is null order by due_at desc, slot) > 1 then 'overtaken' end) as kept
          from passing p
        ), of_day as (
          select o.*, coalesce(kept, case when waits is null and row_number() over (
              partition by client_id, kept is null and waits is null order by due_at, task_id, slot) + (
            select count(*) from reminder s where s.practice_id = kith_practice() and s.client_id = o.client_id
              and s.claimed_at >= date_trunc('day', o.local) at time zone o.zone
              and s.claimed_at < (date_trunc('day', o.local) + interval '1 day') at time zone o.zone) > most then 'capped' end) as last
          from of_task o
        ), of_server as (
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
        """.formatted(GOES_BY.strip(), QUIET_UNTIL.strip());

    private Verdicts() {}
}
