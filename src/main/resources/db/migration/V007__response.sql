-- What was answered, on which version, by whom and when; every revision of it, and what each scale made of it.

create table response (
  practice_id                uuid not null references practice,
  id                         uuid not null,
  client_id                  uuid not null,
  questionnaire_practice_id  uuid not null,
  questionnaire_key          text not null,
  questionnaire_version      integer not null,
  task_id                    uuid,
  state                      text not null,
  revision                   integer not null default 1,
  author                     text not null,
  entered_by                 uuid not null,
  started_at                 timestamptz,
  authored_at                timestamptz not null,
  received_at                timestamptz not null,
  completed_at               timestamptz,
  client_clock_ahead_ms      bigint,
  time_zone                  text,
  language                   text not null,
  answers                    jsonb not null,
  flags                      text[] not null default '{}',
  version                    integer not null default 0,
  primary key (practice_id, id),
  constraint response_is_about_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint response_answers_a_task_of_this_practice foreign key (practice_id, task_id) references task,
  constraint response_is_the_only_one_to_its_task unique (practice_id, task_id),
  constraint response_is_on_an_existing_version
    foreign key (questionnaire_practice_id, questionnaire_key, questionnaire_version)
    references questionnaire_version (practice_id, key, version),
  constraint response_is_on_an_own_or_library_questionnaire
    check (questionnaire_practice_id in (practice_id, '00000000-0000-0000-0000-000000000000')),
  constraint response_is_in_a_known_state check (state in ('in-progress', 'completed', 'amended', 'entered-in-error')),
  constraint response_has_a_known_author check (author in ('client', 'clinician', 'informant')),
  constraint response_is_complete_from_a_moment_on check ((state = 'in-progress') = (completed_at is null))
);
create index response_by_client on response (practice_id, client_id, authored_at desc, id desc);
call kith_wall('response');
alter table task add constraint task_is_answered_within_the_practice
  foreign key (practice_id, response_id) references response deferrable initially deferred;

-- What a response said before it was amended: never changed, never removed.
create table response_revision (
  practice_id  uuid not null,
  response_id  uuid not null,
  revision     integer not null,
  answers      jsonb not null,
  replaced_at  timestamptz not null,
  replaced_by  uuid not null,
  reason       text not null,
  primary key (practice_id, response_id, revision),
  constraint response_revision_is_of_a_response_of_this_practice foreign key (practice_id, response_id) references response
);
alter table response_revision enable row level security;
alter table response_revision force row level security;
create policy own_practice on response_revision for select using (practice_id = kith_practice());
create policy own_practice_is_added_to on response_revision for insert with check (practice_id = kith_practice());
revoke update, delete, truncate on response_revision from "${app}";

create table score (
  practice_id  uuid not null,
  response_id  uuid not null,
  revision     integer not null,
  scale        text not null,
  value        numeric,
  reason       text,
  answered     smallint not null,
  items        smallint not null,
  prorated     boolean not null,
  band         text,
  engine       text not null,
  primary key (practice_id, response_id, revision, scale),
  constraint score_is_of_a_response_of_this_practice foreign key (practice_id, response_id) references response,
  constraint score_has_a_value_or_a_reason check ((value is null) <> (reason is null))
);
alter table score enable row level security;
alter table score force row level security;
create policy own_practice on score for select using (practice_id = kith_practice());
create policy own_practice_is_added_to on score for insert with check (practice_id = kith_practice());
revoke update, delete, truncate on score from "${app}";
