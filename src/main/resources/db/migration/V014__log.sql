-- What clients noted of exercises that they did: before, during and after, with who may read their own words, and every revision of it.

create table log (
  practice_id            uuid not null references practice,
  id                     uuid not null,
  client_id              uuid not null,
  task_id                uuid,
  exercise_practice_id   uuid not null,
  exercise_key           text not null,
  exercise_version       integer not null,
  rung_id                uuid,
  state                  text not null,
  revision               integer not null default 1,
  author                 text not null,
  entered_by             uuid not null,
  before                 jsonb not null,
  during                 jsonb not null,
  after                  jsonb not null,
  sharing_said           jsonb not null default '{}',
  stop_rule_used         boolean,
  late                   boolean not null default false,
  started_at             timestamptz,
  authored_at            timestamptz not null,
  received_at            timestamptz not null,
  completed_at           timestamptz,
  client_clock_ahead_ms  bigint,
  time_zone              text,
  language               text not null,
  version                integer not null default 0,
  primary key (practice_id, id),
  constraint log_is_about_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint log_is_of_a_task_of_this_practice foreign key (practice_id, task_id) references task,
  constraint log_is_the_only_one_of_its_task unique (practice_id, task_id),
  constraint log_is_of_an_existing_exercise_version
    foreign key (exercise_practice_id, exercise_key, exercise_version) references exercise_version (practice_id, key, version),
  constraint log_is_of_an_own_or_library_exercise
    check (exercise_practice_id in (practice_id, '00000000-0000-0000-0000-000000000000')),
  constraint log_is_in_a_known_state check (state in ('in-progress', 'completed', 'corrected')),
  constraint log_has_a_known_author check (author in ('client', 'clinician')),
  constraint log_is_complete_from_a_moment_on check ((state = 'in-progress') = (completed_at is null)),
  constraint log_is_late_only_to_a_task check (not late or task_id is not null),
  constraint log_revisions_count_from_one check (revision >= 1)
);
create index log_by_client on log (practice_id, client_id, authored_at desc, id desc);
create index log_by_exercise on log (practice_id, client_id, exercise_key, authored_at desc, id desc);
call kith_wall('log');
alter table task add constraint task_is_logged_within_the_practice
  foreign key (practice_id, log_id) references log deferrable initially deferred;

-- What a log said before it was corrected: never changed, never removed.
create table log_revision (
  practice_id     uuid not null,
  log_id          uuid not null,
  revision        integer not null,
  before          jsonb not null,
  during          jsonb not null,
  after           jsonb not null,
  stop_rule_used  boolean,
  replaced_at     timestamptz not null,
  replaced_by     uuid not null,
  reason          text not null,
  primary key (practice_id, log_id, revision),
  constraint log_revision_is_of_a_log_of_this_practice foreign key (practice_id, log_id) references log
);
alter table log_revision enable row level security;
alter table log_revision force row level security;
create policy own_practice on log_revision for select using (practice_id = kith_practice());
create policy own_practice_is_added_to on log_revision for insert with check (practice_id = kith_practice());
revoke update, delete, truncate on log_revision from "${app}";
