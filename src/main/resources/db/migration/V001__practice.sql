-- Practices, the walls between them, and the people who work in them.

-- The owner of the schema migrates, the application serves, the reader reads.
revoke create on schema public from public;
grant usage on schema public to "${app}", "${reader}";
alter default privileges in schema public grant select, insert, update, delete on tables to "${app}";
alter default privileges in schema public grant usage, select on sequences to "${app}";
alter default privileges in schema public grant select on tables to "${reader}";

-- Whose data a transaction may touch: null outside one, so that no row matches.
create function kith_practice() returns uuid language sql stable parallel safe
  return nullif(current_setting('kith.practice', true), '')::uuid;

-- Puts the wall around a table: its rows are seen and written within their own practice only, by the owner too.
create procedure kith_wall(walled text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', walled);
  execute format('alter table %I force row level security', walled);
  execute format('create policy own_practice on %I using (practice_id = kith_practice()) with check (practice_id = kith_practice())', walled);
end $$;

create table practice (
  id          uuid primary key,
  name        text not null,
  time_zone   text not null default 'UTC',
  language    text not null default 'en',
  demo        boolean not null default false,
  created_at  timestamptz not null default now(),
  version     integer not null default 0,
  constraint practice_name_is_short_and_not_empty check (length(name) between 1 and 200)
);
insert into practice (id, name) values ('00000000-0000-0000-0000-000000000000', 'Library');
alter table practice enable row level security;
alter table practice force row level security;
create policy own_practice on practice using (id = kith_practice()) with check (id = kith_practice());

-- The doors through the wall: functions of the owner that look across practices, each for one question only. A door is open
-- while its function looks, and the policy lets nobody but the owner through.
create policy practice_doors on practice for select to current_user using (current_setting('kith.door', true) = 'practice');
create function kith_practices(is_demo boolean) returns setof uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform set_config('kith.door', 'practice', true);
  return query select id from practice
    where demo = is_demo and id <> '00000000-0000-0000-0000-000000000000' order by id;
  perform set_config('kith.door', '', true);
end $$;

-- A setup token works once, whatever became of the practice that it made.
create table setup_token_use (
  token_hash  bytea primary key,
  used_at     timestamptz not null default now()
);

create table member (
  practice_id     uuid not null references practice,
  id              uuid not null,
  display_name    text not null,
  email           text,
  roles           text[] not null,
  supervisor_id   uuid,
  external_id     text,
  disabled_at     timestamptz,
  created_at      timestamptz not null,
  version         integer not null default 0,
  primary key (practice_id, id),
  constraint member_name_is_short_and_not_empty check (length(display_name) between 1 and 200),
  constraint member_holds_known_roles check (roles <@ array['clinician', 'supervisor', 'admin'] and cardinality(roles) > 0),
  constraint member_is_supervised_within_the_practice foreign key (practice_id, supervisor_id) references member,
  constraint member_does_not_supervise_themself check (supervisor_id <> id),
  constraint member_external_id_is_unique unique (practice_id, external_id)
);
create index member_by_supervisor on member (practice_id, supervisor_id) where supervisor_id is not null;
call kith_wall('member');
