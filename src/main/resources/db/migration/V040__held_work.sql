-- Work that a closed gate holds, apart from work that somebody paused; steps whose time is over undone, and steps that only a clinician can move on.

alter table assignment
  add column held_by text,
  add constraint assignment_is_held_by_something_known check (held_by in ('gate', 'program')),
  add constraint assignment_is_held_only_while_it_is_paused check (held_by is null or state = 'paused');
alter table assignment no force row level security;
update assignment set held_by = 'program' where state = 'paused' and pause_reason = 'program-held' and enrollment_id is not null;
alter table assignment force row level security;

alter table schedule_revision
  drop constraint schedule_was_revised_for_a_known_reason,
  add constraint schedule_was_revised_for_a_known_reason check (why in
    ('assigned', 'changed', 'zone-changed', 'appointment-moved', 'too-much', 'program-moved', 'gate-opened'));

-- held_on: the client's day on which it was held back after it was given. blocked_by: the step that was left undone, for which it waits.
alter table enrollment_step
  add column held_on date,
  add column blocked_by text,
  drop constraint enrollment_step_is_in_a_known_state,
  drop constraint enrollment_step_says_when_it_was_over,
  add constraint enrollment_step_is_in_a_known_state
    check (state in ('planned', 'waiting', 'assigned', 'done', 'undone', 'skipped', 'cancelled')),
  add constraint enrollment_step_says_when_it_was_over
    check ((state in ('done', 'undone', 'skipped', 'cancelled')) = (over_at is not null)),
  add constraint enrollment_step_is_held_with_what_was_given
    check (held_on is null or (state = 'waiting' and starts_on is not null and assignment_id is not null)),
  add constraint enrollment_step_is_blocked_only_while_it_waits check (blocked_by is null or state = 'waiting');
alter table enrollment_step no force row level security;
update enrollment_step set held_on = starts_on - 1 where state = 'waiting' and assignment_id is not null and starts_on is not null;
alter table enrollment_step force row level security;

alter table enrollment_event
  drop constraint enrollment_event_is_of_a_known_kind,
  add constraint enrollment_event_is_of_a_known_kind check (what in ('enrolled', 'paused', 'resumed', 'moved', 'held', 'released',
    'week-repeated', 'step-repeated', 'step-opened', 'step-added', 'step-skipped', 'step-held', 'step-done', 'step-undone', 'completed',
    'left'));

-- What is for a clinician to do, or to decide.
drop index enrollment_step_planned;
create index enrollment_step_due on enrollment_step (practice_id, planned_on, id) where state = 'planned' or blocked_by is not null;

-- Tasks of programs that ended without being done, until somebody has looked whether their step is over. A task stands here once, so
-- that no two who close tasks wait for each other.
create table task_to_follow (
  practice_id  uuid not null,
  task_id      uuid not null,
  client_id    uuid not null,
  primary key (practice_id, task_id),
  constraint task_to_follow_is_a_task_of_this_practice foreign key (practice_id, task_id) references task on delete cascade
);
create index task_to_follow_by_client on task_to_follow (practice_id, client_id);

alter table task no force row level security;
alter table assignment no force row level security;
insert into task_to_follow (practice_id, task_id, client_id)
  select t.practice_id, t.id, t.client_id
  from task t join assignment a on a.practice_id = t.practice_id and a.id = t.assignment_id
  where t.ended_as is not null and t.ended_as <> 'completed' and a.enrollment_id is not null;
alter table task force row level security;
alter table assignment force row level security;
call kith_wall('task_to_follow');

create function kith_follow_tasks_of_programs() returns trigger language plpgsql as $$
begin
  insert into task_to_follow (practice_id, task_id, client_id)
    select new.practice_id, new.id, new.client_id from assignment a
    where a.practice_id = new.practice_id and a.id = new.assignment_id and a.enrollment_id is not null
    on conflict do nothing;
  return null;
end $$;
create trigger task_that_ended_undone_is_followed after update of ended_as on task for each row
  when (old.ended_as is null and new.ended_as is not null and new.ended_as <> 'completed')
  execute function kith_follow_tasks_of_programs();
