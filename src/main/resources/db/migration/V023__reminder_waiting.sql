-- Reminders that wait for what may pass, by the channel that the client chose, of tasks that say themselves that they are to be planned.

alter table client_pace
  add column remind_by text,
  add constraint client_pace_names_a_known_channel check (remind_by in ('email', 'event'));

-- What keeps a reminder from being sent for now; when its task closes meanwhile, this is why it was dropped.
alter table reminder
  add column waits_for text,
  add constraint reminder_waits_for_a_known_reason
    check (waits_for in ('snoozed', 'quiet', 'paused', 'archived', 'no-mailer', 'no-address', 'unreachable')),
  add constraint reminder_waits_only_while_it_is_planned check (waits_for is null or state = 'planned');

-- Tasks whose reminders are still to be planned, or to be planned anew. Planned is what opens soon; then the row goes. A tick that
-- has nothing to plan reads no more than that, however many tasks there are.
create table reminder_to_plan (
  practice_id  uuid not null,
  task_id      uuid not null,
  opens_at     timestamptz not null,
  primary key (practice_id, task_id),
  constraint reminder_to_plan_is_of_a_task_of_this_practice foreign key (practice_id, task_id) references task on delete cascade
);
create index reminder_to_plan_next on reminder_to_plan (practice_id, opens_at);

-- Those that are there when this is migrated; owners, too, are held by the walls.
alter table task no force row level security;
insert into reminder_to_plan (practice_id, task_id, opens_at)
  select practice_id, id, opens_at from task where ended_as is null;
alter table task force row level security;
call kith_wall('reminder_to_plan');

create function kith_plan_reminders_of_tasks() returns trigger language plpgsql as $$
begin
  insert into reminder_to_plan (practice_id, task_id, opens_at)
    select practice_id, id, opens_at from made where ended_as is null
    on conflict do nothing;
  return null;
end $$;
create trigger task_is_to_be_reminded_of after insert on task referencing new table as made
  for each statement execute function kith_plan_reminders_of_tasks();

create function kith_plan_reminders_anew() returns trigger language plpgsql as $$
begin
  insert into reminder_to_plan (practice_id, task_id, opens_at) values (new.practice_id, new.id, new.opens_at)
    on conflict (practice_id, task_id) do update set opens_at = excluded.opens_at;
  return null;
end $$;
create trigger task_is_to_be_reminded_of_anew after update of opens_at, due_at, closes_at, ended_as on task for each row
  when (new.ended_as is null and (old.ended_as is not null
    or (old.opens_at, old.due_at, old.closes_at) is distinct from (new.opens_at, new.due_at, new.closes_at)))
  execute function kith_plan_reminders_anew();

-- Planning does not look through tasks any more.
drop index task_to_remind;
