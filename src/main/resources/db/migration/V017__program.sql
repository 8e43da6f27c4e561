-- Clients enrolled in programs: which version, which steps when, and everything that was decided about them.

create table enrollment (
  practice_id          uuid not null references practice,
  id                   uuid not null,
  client_id            uuid not null,
  program_practice_id  uuid not null,
  program_key          text not null,
  program_version      integer not null,
  state                text not null,
  began_on             date not null,
  starts_on            date not null,
  reason               text,
  made_by              uuid not null,
  made_at              timestamptz not null,
  paused_at            timestamptz,
  paused_on            date,
  paused_by_client     boolean,
  pause_reason         text,
  concern_at           timestamptz,
  concern_response_id  uuid,
  ended_at             timestamptz,
  end_reason           text,
  events               integer not null default 0,
  version              integer not null default 0,
  primary key (practice_id, id),
  constraint enrollment_is_of_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint enrollment_keeps_an_existing_version
    foreign key (program_practice_id, program_key, program_version) references program_version (practice_id, key, version),
  constraint enrollment_is_in_an_own_or_library_program
    check (program_practice_id in (practice_id, '00000000-0000-0000-0000-000000000000')),
  constraint enrollment_concern_is_an_answer_of_this_practice
    foreign key (practice_id, concern_response_id) references response,
  constraint enrollment_is_in_a_known_state check (state in ('active', 'paused', 'held', 'completed', 'left')),
  constraint enrollment_says_when_it_ended check ((state in ('completed', 'left')) = (ended_at is not null)),
  constraint enrollment_says_when_it_was_paused
    check ((state = 'paused') = (paused_at is not null) and num_nonnulls(paused_at, paused_on, paused_by_client) in (0, 3)),
  constraint enrollment_is_held_for_an_answer check (state <> 'held' or concern_at is not null),
  constraint enrollment_concern_names_its_answer check ((concern_at is null) = (concern_response_id is null))
);
create unique index enrollment_is_the_only_running_one_of_its_program
  on enrollment (practice_id, client_id, program_practice_id, program_key) where ended_at is null;
create index enrollment_by_client on enrollment (practice_id, client_id, id desc);
call kith_wall('enrollment');

-- A step of the program, once for every time that it is given; planned_on is the week's place, starts_on when it was given.
create table enrollment_step (
  practice_id    uuid not null,
  id             uuid not null,
  enrollment_id  uuid not null,
  step           text not null,
  round          smallint not null,
  place          smallint not null,
  week           smallint not null,
  work_key       text,
  state          text not null,
  planned_on     date not null,
  starts_on      date,
  assignment_id  uuid,
  opened_by      uuid,
  opened_at      timestamptz,
  over_at        timestamptz,
  over_by        uuid,
  note           text,
  primary key (practice_id, id),
  constraint enrollment_step_is_of_an_enrollment_of_this_practice foreign key (practice_id, enrollment_id) references enrollment,
  constraint enrollment_step_comes_once_a_round unique (practice_id, enrollment_id, step, round),
  constraint enrollment_step_gives_an_assignment_of_this_practice foreign key (practice_id, assignment_id) references assignment,
  constraint enrollment_step_has_its_own_assignment unique (practice_id, assignment_id),
  constraint enrollment_step_counts_rounds_from_one check (round >= 1),
  constraint enrollment_step_is_in_a_known_state
    check (state in ('planned', 'waiting', 'assigned', 'done', 'skipped', 'cancelled')),
  constraint enrollment_step_says_when_it_was_over check ((state in ('done', 'skipped', 'cancelled')) = (over_at is not null)),
  constraint enrollment_step_says_when_it_was_given check (state <> 'assigned' or (starts_on is not null and assignment_id is not null)),
  constraint enrollment_step_is_opened_by_somebody check ((opened_by is null) = (opened_at is null)),
  constraint enrollment_step_note_is_short check (length(note) <= 2000)
);
call kith_wall('enrollment_step');

-- What happened to an enrolment: added, never changed, never removed.
create table enrollment_event (
  practice_id    uuid not null,
  id             uuid not null,
  enrollment_id  uuid not null,
  what           text not null,
  step           text,
  week           smallint,
  days           integer,
  reason         text,
  made_by        uuid not null,
  by_client      boolean not null,
  made_at        timestamptz not null,
  primary key (practice_id, id),
  constraint enrollment_event_is_of_an_enrollment_of_this_practice foreign key (practice_id, enrollment_id) references enrollment,
  constraint enrollment_event_is_of_a_known_kind check (what in ('enrolled', 'paused', 'resumed', 'moved', 'held', 'released',
    'week-repeated', 'step-repeated', 'step-opened', 'step-added', 'step-skipped', 'step-done', 'completed', 'left'))
);
create index enrollment_event_by_enrollment on enrollment_event (practice_id, enrollment_id, id);
alter table enrollment_event enable row level security;
alter table enrollment_event force row level security;
create policy own_practice on enrollment_event for select using (practice_id = kith_practice());
create policy own_practice_is_added_to on enrollment_event for insert with check (practice_id = kith_practice());
revoke update, delete, truncate on enrollment_event from "${app}";

alter table assignment add constraint assignment_belongs_to_an_enrollment_of_this_practice
  foreign key (practice_id, enrollment_id) references enrollment deferrable initially deferred;
