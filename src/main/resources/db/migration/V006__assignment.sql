-- Work given to clients: one assignment is one course of one questionnaire, its tasks are the occurrences.

create table assignment (
  practice_id                uuid not null references practice,
  id                         uuid not null,
  client_id                  uuid not null,
  questionnaire_practice_id  uuid not null,
  questionnaire_key          text not null,
  questionnaire_version      integer not null,
  version_policy             text not null,
  reason                     text,
  note                       text,
  starts_local               timestamp not null,
  time_zone                  text not null,
  rrule                      text,
  opens_for                  text,
  due_after                  text,
  schedule_revision          integer not null default 1,
  state                      text not null,
  made_by                    uuid not null,
  made_at                    timestamptz not null,
  ended_at                   timestamptz,
  end_reason                 text,
  version                    integer not null default 0,
  primary key (practice_id, id),
  constraint assignment_is_to_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint assignment_is_of_an_existing_version
    foreign key (questionnaire_practice_id, questionnaire_key, questionnaire_version)
    references questionnaire_version (practice_id, key, version),
  constraint assignment_is_of_an_own_or_library_questionnaire
    check (questionnaire_practice_id in (practice_id, '00000000-0000-0000-0000-000000000000')),
  constraint assignment_keeps_a_known_version_policy check (version_policy in ('pinned', 'latest-comparable')),
  constraint assignment_is_in_a_known_state check (state in ('active', 'paused', 'ended')),
  constraint assignment_says_when_it_ended check ((state = 'ended') = (ended_at is not null))
);
create index assignment_by_client on assignment (practice_id, client_id, id desc);
call kith_wall('assignment');

-- A task is a row, not a computation: unique by assignment, revision of the schedule, and local start.
create table task (
  practice_id        uuid not null,
  id                 uuid not null,
  assignment_id      uuid not null,
  client_id          uuid not null,
  schedule_revision  integer not null,
  starts_local       timestamp not null,
  time_zone          text not null,
  shifted            text not null,
  opens_at           timestamptz not null,
  due_at             timestamptz not null,
  closes_at          timestamptz not null,
  response_id        uuid,
  ended_as           text,
  ended_at           timestamptz,
  primary key (practice_id, id),
  constraint task_is_of_an_assignment_of_this_practice foreign key (practice_id, assignment_id) references assignment,
  constraint task_is_for_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint task_occurs_once unique (practice_id, assignment_id, schedule_revision, starts_local),
  constraint task_window_runs_forward check (opens_at <= due_at and due_at <= closes_at),
  constraint task_was_shifted_in_a_known_way check (shifted in ('none', 'gap', 'overlap')),
  constraint task_ends_in_a_known_way check (ended_as in ('completed', 'missed', 'skipped', 'cancelled')),
  constraint task_says_when_it_ended check ((ended_as is null) = (ended_at is null))
);
create index task_to_do_by_client on task (practice_id, client_id, opens_at) where ended_as is null;
create index task_by_client on task (practice_id, client_id, opens_at desc, id desc);
call kith_wall('task');
