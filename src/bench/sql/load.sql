-- Synthetic practices: people, work and answers, set by set, through the same walls that the service meets. Each row's id is
-- made of its number, so that the driver and pgbench name rows without asking for them.
-- Variables: clients, responses.
\set ON_ERROR_STOP on
set client_min_messages = warning;

create schema bench;
grant usage on schema bench to public;

-- Kinds: 8000 practice, 8001 client, 8002 member, 8003 account, 8004 session, 8005 task, 8006 response, 8007 assignment, 8008 care team, 8010 software.
create function bench.id(kind text, number bigint) returns uuid language sql immutable parallel safe as $$
  select ('00000000-0000-7000-' || kind || '-' || (100000000000 + number))::uuid
$$;

-- Eight ways to have answered, two questionnaires by four severities.
create table bench.answered as
  select case keyed.kind when 0 then 'phq-9' else 'gad-7' end as questionnaire, keyed.kind, v.severity,
         (select jsonb_object_agg(case keyed.kind when 0 then 'phq-9.' else 'gad-7.' end || i, least(3, v.severity + i % 2))
            || case keyed.kind when 0 then '{"phq-9.9": 0}'::jsonb else '{}' end
          from generate_series(1, 8 - keyed.kind) i) as answers,
         (select sum(least(3, v.severity + i % 2)) from generate_series(1, 8 - keyed.kind) i) as total,
         (array['minimal', 'moderate', 'severe', 'severe'])[v.severity + 1] as band,
         9 - 2 * keyed.kind as items
  from generate_series(0, 1) keyed (kind), generate_series(0, 3) v (severity);

-- Practice 1 has every odd client, half of all; the even ones are spread over practices 2 to 20. Fifty clients to a clinician.
create procedure bench.load(practice_number int, clients int, each int) language plpgsql as $$
declare
  own uuid := bench.id('8000', practice_number);
  library uuid := '00000000-0000-0000-0000-000000000000';
begin
  perform set_config('kith.practice', own::text, true);
  insert into practice (id, name) values (own, 'Bench ' || practice_number);
  -- the rules have looked at everybody: or else the service would judge all of them while it is measured
  insert into signal_watch (practice_id, seen, late_from) values (own, pg_current_snapshot(), now());
  insert into integration (practice_id, id, client_key, name, scopes, secret_hash, created_at)
    values (own, bench.id('8010', practice_number), 'bench-' || practice_number, 'Software', array['responses:read'], 'no secret', now());
  create temp table who on commit drop as
    select n, practice_number * 100000::bigint + (row_number() over (order by n) - 1) / 50 as member
    from generate_series(1, clients) n
    where case when practice_number = 1 then n % 2 = 1 else n % 2 = 0 and 2 + (n / 2) % 19 = practice_number end;
  analyze who;

  insert into member (practice_id, id, display_name, roles, created_at)
    select distinct own, bench.id('8002', member), 'Clinician ' || member, array['clinician'], now() from who;
  insert into client (practice_id, id, display_name, time_zone, language, created_at)
    select own, bench.id('8001', n), 'Client ' || n, 'UTC', 'en', now() - interval '1 year' from who;
  insert into care_team_member (practice_id, id, client_id, member_id, role, from_on, created_at)
    select own, bench.id('8008', n), bench.id('8001', n), bench.id('8002', member), 'primary', current_date - 365, now() from who;
  insert into account (practice_id, id, kind, client_id, email, password_hash, created_at)
    select own, bench.id('8003', n), 'client', bench.id('8001', n), 'client' || n || '@bench.example', 'no password', now() from who;
  insert into account (practice_id, id, kind, member_id, email, password_hash, created_at)
    select distinct own, bench.id('8003', 9000000000 + member), 'member', bench.id('8002', member),
           'member' || member || '@bench.example', 'no password', now() from who;
  insert into session (practice_id, id, account_id, started_at, refreshed_at, ends_at)
    select own, bench.id('8004', right(id::text, 11)::bigint), id, now(), now(), now() + interval '7 days'
    from account where practice_id = own;

  insert into assignment (practice_id, id, client_id, questionnaire_practice_id, questionnaire_key, questionnaire_version,
                          version_policy, time_zone, state, made_by, made_at)
    select own, bench.id('8007', 2 * n + kind), bench.id('8001', n), library, (array['phq-9', 'gad-7'])[kind + 1], 1,
           'pinned', 'UTC', 'active', bench.id('8003', 9000000000 + member), now() - interval '1 year'
    from who, generate_series(0, 1) kind;
  insert into schedule_revision (practice_id, assignment_id, revision, schedule, why, made_by, made_at)
    select own, bench.id('8007', 2 * n + kind), 1,
           jsonb_build_object('start', to_char(now() - interval '1 year', 'YYYY-MM-DD"T"00:00:00'), 'timeZone', 'UTC'),
           'assigned', bench.id('8003', 9000000000 + member), now() - interval '1 year'
    from who, generate_series(0, 1) kind;

  create temp table given on commit drop as
    select n, j, n * 1000::bigint + j as number, now() - (j * 360 / each + 1) * interval '1 day' as at, a.*
    from who, generate_series(0, each - 1) j join bench.answered a on a.kind = j % 2
    where a.severity = (n + j / 2) % 4;
  insert into task (practice_id, id, assignment_id, client_id, schedule_revision, starts_local, time_zone, shifted,
                    opens_at, due_at, late_after, closes_at, response_id, ended_as, ended_at)
    select own, bench.id('8005', number), bench.id('8007', 2 * n + kind), bench.id('8001', n), 1, at, 'UTC', 'none',
           at, at + interval '7 days', at + interval '7 days', at + interval '14 days', bench.id('8006', number), 'completed', at + interval '1 hour'
    from given order by at;
  insert into response (practice_id, id, client_id, questionnaire_practice_id, questionnaire_key, questionnaire_version, task_id,
                        state, author, entered_by, authored_at, received_at, completed_at, language, answers)
    select own, bench.id('8006', number), bench.id('8001', n), library, questionnaire, 1, bench.id('8005', number),
           'completed', 'client', bench.id('8003', n), at + interval '1 hour', at + interval '1 hour', at + interval '1 hour',
           'en', answers
    from given order by at;
  insert into score (practice_id, response_id, revision, scale, value, answered, items, prorated, band, engine)
    select own, bench.id('8006', number), 1, 'total', total, items, items, false, band, 'kith-scoring/1'
    from given order by at;

  -- two that wait for each client
  insert into task (practice_id, id, assignment_id, client_id, schedule_revision, starts_local, time_zone, shifted,
                    opens_at, due_at, late_after, closes_at)
    select own, bench.id('8005', n * 1000::bigint + 900 + kind), bench.id('8007', 2 * n + kind), bench.id('8001', n), 1, now(),
           'UTC', 'none', now() - interval '1 hour', now() + interval '7 days', now() + interval '7 days', now() + interval '14 days'
    from who, generate_series(0, 1) kind;
end $$;

select format('call bench.load(%s, %s, %s)', p, :clients, greatest(1, :responses / :clients))
from generate_series(1, 20) p \gexec
