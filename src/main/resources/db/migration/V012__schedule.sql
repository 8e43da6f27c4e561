-- Work is a questionnaire or an exercise; schedules recur and keep their past; tasks say how they came about and how they ended.

alter table assignment
  alter column questionnaire_practice_id drop not null,
  alter column questionnaire_key drop not null,
  alter column questionnaire_version drop not null,
  add column exercise_practice_id  uuid,
  add column exercise_key          text,
  add column exercise_version      integer,
  add column external_id           text,
  add column follows_client_zone   boolean not null default false,
  add column appointment_id        uuid,
  add column enrollment_id         uuid,
  add column enrollment_step       text,
  add column materialised_to       timestamp,
  add column paused_at             timestamptz,
  add column paused_by             uuid,
  add column paused_by_client      boolean,
  add column pause_reason          text,
  add constraint assignment_is_of_one_questionnaire_or_one_exercise check (
    num_nonnulls(questionnaire_practice_id, questionnaire_key, questionnaire_version) in (0, 3)
    and num_nonnulls(exercise_practice_id, exercise_key, exercise_version)
        = 3 - num_nonnulls(questionnaire_practice_id, questionnaire_key, questionnaire_version)),
  add constraint assignment_is_of_an_existing_exercise_version
    foreign key (exercise_practice_id, exercise_key, exercise_version) references exercise_version (practice_id, key, version),
  add constraint assignment_is_of_an_own_or_library_exercise
    check (exercise_practice_id in (practice_id, '00000000-0000-0000-0000-000000000000')),
  add constraint assignment_external_id_is_unique unique (practice_id, external_id),
  add constraint assignment_says_when_it_was_paused check ((state = 'paused') = (paused_at is not null)),
  add constraint assignment_says_who_paused_it
    check ((paused_at is null) = (paused_by is null) and (paused_at is null) = (paused_by_client is null)),
  add constraint assignment_names_its_step_with_its_enrollment check ((enrollment_id is null) = (enrollment_step is null));

-- What the schedule was at each time: never changed, never removed. The current one has the assignment's schedule_revision.
create table schedule_revision (
  practice_id    uuid not null,
  assignment_id  uuid not null,
  revision       integer not null,
  schedule       jsonb not null,
  why            text not null,
  note           text,
  made_by        uuid not null,
  made_at        timestamptz not null,
  primary key (practice_id, assignment_id, revision),
  constraint schedule_revision_is_of_an_assignment_of_this_practice
    foreign key (practice_id, assignment_id) references assignment,
  constraint schedule_revisions_count_from_one check (revision >= 1),
  constraint schedule_was_revised_for_a_known_reason check (why in
    ('assigned', 'changed', 'zone-changed', 'appointment-moved', 'too-much', 'program-moved')),
  constraint schedule_revision_note_is_short check (length(note) <= 2000)
);
alter table schedule_revision enable row level security;
alter table schedule_revision force row level security;
create policy own_practice on schedule_revision for select using (practice_id = kith_practice());
create policy own_practice_is_added_to on schedule_revision for insert with check (practice_id = kith_practice());
revoke update, delete, truncate on schedule_revision from "${app}";

-- What was assigned before there were revisions has its schedule as the first.
alter table assignment no force row level security;
alter table schedule_revision no force row level security;
insert into schedule_revision (practice_id, assignment_id, revision, schedule, why, made_by, made_at)
select practice_id, id, schedule_revision,
       jsonb_strip_nulls(jsonb_build_object('start', to_char(starts_local, 'YYYY-MM-DD"T"HH24:MI:SS'), 'timeZone', time_zone,
         'opensFor', opens_for, 'dueAfter', due_after)),
       'assigned', made_by, made_at
from assignment;
update assignment set paused_at = made_at, paused_by = made_by, paused_by_client = false where state = 'paused';
alter table schedule_revision force row level security;
alter table assignment force row level security;

alter table assignment
  drop column starts_local,
  drop column rrule,
  drop column opens_for,
  drop column due_after,
  add constraint assignment_has_its_schedule foreign key (practice_id, id, schedule_revision)
    references schedule_revision deferrable initially deferred;
-- Whose tasks are still to be made; a run that finds nothing looks at nothing else.
create index assignment_to_materialise on assignment (practice_id, materialised_to, id)
  where state = 'active' and materialised_to is not null;
create index assignment_by_appointment on assignment (practice_id, appointment_id) where appointment_id is not null;
create index assignment_by_enrollment on assignment (practice_id, enrollment_id) where enrollment_id is not null;

alter table task
  add column ordinal           smallint not null default 1,
  add column late_after        timestamptz,
  add column idle_for          text,
  add column last_activity_at  timestamptz,
  add column snoozed_until     timestamptz,
  add column log_id            uuid,
  add column ended_why         text,
  add column barrier           text,
  add column barrier_note      text,
  add column late              boolean not null default false,
  drop constraint task_occurs_once,
  add constraint task_occurs_once unique (practice_id, assignment_id, schedule_revision, starts_local, ordinal),
  add constraint task_counts_from_one check (ordinal >= 1),
  add constraint task_is_of_a_revision_of_its_schedule
    foreign key (practice_id, assignment_id, schedule_revision) references schedule_revision,
  add constraint task_is_answered_or_logged check (response_id is null or log_id is null),
  add constraint task_is_skipped_for_a_known_barrier
    check (barrier in ('no-time', 'too-hard', 'forgot', 'felt-unsafe', 'did-it-another-way', 'other')),
  add constraint task_names_a_barrier_when_it_was_skipped
    check ((ended_as is not distinct from 'skipped') = (barrier is not null)),
  add constraint task_barrier_note_is_short check (length(barrier_note) <= 2000 and (barrier_note is null or barrier is not null)),
  add constraint task_was_cancelled_for_a_known_reason check (ended_why in
    ('assignment-ended', 'schedule-revised', 'weekly-cap', 'paused', 'program-moved')),
  add constraint task_says_why_only_when_cancelled check (ended_why is null or ended_as = 'cancelled'),
  add constraint task_is_late_only_when_completed check (not late or ended_as = 'completed');
alter table task no force row level security;
update task set late_after = due_at where late_after is null;
update task set ended_why = 'assignment-ended' where ended_as = 'cancelled' and ended_why is null;
alter table task force row level security;
alter table task
  alter column late_after set not null,
  add constraint task_is_on_time_until_it_is_due check (late_after >= due_at);
-- What closes next, for whoever closes it.
create index task_to_close on task (practice_id, closes_at) where ended_as is null;

-- Gates of exercises: what a client answered last, or what a clinician said; the newest row counts.
create table gate_word (
  practice_id    uuid not null,
  id             uuid not null,
  client_id      uuid not null,
  gate           text not null,
  opens          boolean not null,
  said_by        uuid not null,
  said_at        timestamptz not null,
  by_clinician   boolean not null,
  response_id    uuid,
  reason         text,
  primary key (practice_id, id),
  constraint gate_word_is_about_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint gate_is_lower_kebab check (gate ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(gate) <= 64),
  constraint gate_word_of_a_clinician_has_a_reason check (not by_clinician or reason is not null),
  constraint gate_word_comes_from_an_answer_or_a_clinician check (by_clinician = (response_id is null))
);
create index gate_word_by_client on gate_word (practice_id, client_id, gate, said_at desc, id desc);
alter table gate_word enable row level security;
alter table gate_word force row level security;
create policy own_practice on gate_word for select using (practice_id = kith_practice());
create policy own_practice_is_added_to on gate_word for insert with check (practice_id = kith_practice());
revoke update, delete, truncate on gate_word from "${app}";

-- Appointments that practice software tells of: work anchored to one moves when it moves.
create table appointment (
  practice_id   uuid not null,
  id            uuid not null,
  client_id     uuid not null,
  external_id   text not null,
  starts_at     timestamptz not null,
  time_zone     text not null,
  cancelled_at  timestamptz,
  told_at       timestamptz not null,
  version       integer not null default 0,
  primary key (practice_id, id),
  constraint appointment_is_of_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint appointment_external_id_is_unique unique (practice_id, client_id, external_id)
);
create index appointment_by_client on appointment (practice_id, client_id, starts_at desc, id desc);
call kith_wall('appointment');
alter table assignment add constraint assignment_is_anchored_to_an_appointment_of_this_practice
  foreign key (practice_id, appointment_id) references appointment;

-- An occasion tells two alerts apart that are about the same; empty where there is only one.
alter table alert
  add column occasion text not null default '',
  drop constraint alert_fires_once_for_what_it_is_about,
  add constraint alert_fires_once_for_what_it_is_about unique (practice_id, about_id, rule, occasion),
  drop constraint alert_is_of_a_known_kind,
  add constraint alert_is_of_a_known_kind check (kind in ('answer', 'access', 'work'));
