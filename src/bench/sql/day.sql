-- A daily exercise for each client, its tasks made up to the day before the horizon: so that the service has one day's tasks to make.
-- Variables: horizon, the local time up to which tasks are to be made.
\set ON_ERROR_STOP on
set client_min_messages = warning;

create procedure bench.day(practice_number int, horizon timestamp) language plpgsql as $$
declare
  own uuid := bench.id('8000', practice_number);
begin
  perform set_config('kith.practice', own::text, true);
  insert into assignment (practice_id, id, client_id, exercise_practice_id, exercise_key, exercise_version, version_policy,
                          time_zone, state, made_by, made_at, materialised_to)
    select own, ('00000000-0000-7000-8009-' || right(id::text, 12))::uuid, id, '00000000-0000-0000-0000-000000000000',
           'slow-breath', 1, 'pinned', 'UTC', 'active', id, now(), horizon - interval '1 day'
    from client where practice_id = own;
  insert into schedule_revision (practice_id, assignment_id, revision, schedule, why, made_by, made_at)
    select own, ('00000000-0000-7000-8009-' || right(id::text, 12))::uuid, 1,
           jsonb_build_object('start', to_char(current_date, 'YYYY-MM-DD"T"08:00'), 'timeZone', 'Europe/Berlin',
             'rrule', 'FREQ=DAILY;COUNT=60', 'opensFor', 'P1D', 'dueAfter', 'P1D'),
           'assigned', id, now()
    from client where practice_id = own;
end $$;

begin;
select format('call bench.day(%s, %L)', p, :'horizon') from generate_series(1, 20) p \gexec
commit;
