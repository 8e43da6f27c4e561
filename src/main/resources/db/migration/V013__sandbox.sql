-- Sandboxes: practices for trying, whose clock can be moved ahead.

alter table practice add column sandbox boolean not null default false;
alter table practice no force row level security;
update practice set sandbox = true where demo;
alter table practice force row level security;
alter table practice
  add constraint practice_of_the_demo_is_a_sandbox check (sandbox or not demo),
  add constraint practice_is_a_sandbox_or_not unique (id, sandbox);

create function kith_practice_kind_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a practice is a sandbox from its founding or never'
    using errcode = 'check_violation', constraint = 'practice_is_a_sandbox_from_its_founding_or_never', table = 'practice';
end $$;
create trigger practice_kind_stays before update of sandbox on practice for each row
  when (old.sandbox is distinct from new.sandbox) execute function kith_practice_kind_stays();

-- How far ahead a sandbox's clock is. A walk holds the row while it moves the clock: nobody else moves it until the walk
-- is over, or was not seen for a while. Those two times are real ones.
create table sandbox_clock (
  practice_id   uuid not null,
  sandbox       boolean not null default true,
  offset_ms     bigint not null,
  moved_at      timestamptz not null,
  moved_by      uuid not null,
  walk_id       uuid,
  walk_seen_at  timestamptz,
  primary key (practice_id),
  constraint sandbox_clock_is_of_a_sandbox foreign key (practice_id, sandbox) references practice (id, sandbox),
  constraint sandbox_clock_is_never_of_a_practice_in_use check (sandbox),
  constraint sandbox_clock_runs_ahead_five_years_at_most check (offset_ms between 0 and 157852800000),
  constraint sandbox_clock_says_when_its_walk_was_seen check ((walk_id is null) = (walk_seen_at is null))
);
call kith_wall('sandbox_clock');

-- Which clocks were moved, of all practices or of one: every replica keeps them in memory, and most practices have none.
create policy sandbox_clock_doors on sandbox_clock for select to current_user using (current_setting('kith.door', true) = 'clocks');
create function kith_moved_clocks(only_of uuid) returns table (practice_id uuid, offset_ms bigint)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform set_config('kith.door', 'clocks', true);
  return query select c.practice_id, c.offset_ms from sandbox_clock c
    where c.offset_ms > 0 and (only_of is null or c.practice_id = only_of);
  perform set_config('kith.door', '', true);
end $$;
