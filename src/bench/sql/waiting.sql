-- Open tasks to be answered once each, in turn by the writing clients of practice 1.
-- Variables: many, and the writing clients: writers of them, from the first_writer-th of the practice on.
\set ON_ERROR_STOP on
begin;
select set_config('kith.practice', bench.id('8000', 1)::text, true) \g /dev/null
insert into task (practice_id, id, assignment_id, client_id, schedule_revision, starts_local, time_zone, shifted,
                  opens_at, due_at, late_after, closes_at)
  select bench.id('8000', 1), bench.id('8005', 5000000000 + i), bench.id('8007', 2 * n), bench.id('8001', n), 1,
         timestamp '2020-01-01' + i * interval '1 minute', 'UTC', 'none',
         now() - interval '1 hour', now() + interval '7 days', now() + interval '7 days', now() + interval '14 days'
  from generate_series(0, :many - 1) i, lateral (select 2 * (:first_writer + i % :writers) + 1 as n) one;
commit;
vacuum analyze;
