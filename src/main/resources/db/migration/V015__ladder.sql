-- Ladders of graded asks: a client's rungs, every try on them, and where a clinician's word took the place of the rule's.

create table ladder (
  practice_id           uuid not null references practice,
  id                    uuid not null,
  client_id             uuid not null,
  exercise_practice_id  uuid not null,
  exercise_key          text not null,
  exercise_version      integer not null,
  title                 text,
  made_by               uuid not null,
  made_at               timestamptz not null,
  changed_at            timestamptz not null,
  version               integer not null default 0,
  primary key (practice_id, id),
  constraint ladder_is_of_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint ladder_is_of_an_existing_exercise_version
    foreign key (exercise_practice_id, exercise_key, exercise_version) references exercise_version (practice_id, key, version),
  constraint ladder_is_of_an_own_or_library_exercise
    check (exercise_practice_id in (practice_id, '00000000-0000-0000-0000-000000000000')),
  constraint ladder_title_is_short check (length(title) <= 200)
);
create index ladder_by_client on ladder (practice_id, client_id, id desc);
call kith_wall('ladder');

-- Never removed: what is no longer on the ladder is retired.
create table rung (
  practice_id  uuid not null,
  id           uuid not null,
  ladder_id    uuid not null,
  text         text not null,
  predicted    integer not null,
  position     integer not null,
  retired_at   timestamptz,
  primary key (practice_id, id),
  constraint rung_is_of_a_ladder_of_this_practice foreign key (practice_id, ladder_id) references ladder,
  constraint rung_is_known_with_its_ladder unique (practice_id, ladder_id, id),
  constraint rung_text_is_short check (length(text) <= 300),
  constraint rung_is_predicted_from_0_to_10 check (predicted between 0 and 10)
);
call kith_wall('rung');
alter table log add constraint log_names_a_rung_of_this_practice foreign key (practice_id, rung_id) references rung;

-- One try: never changed, never removed. Of the tries that one log tells of, the newest revision counts.
create table rung_attempt (
  practice_id     uuid not null,
  id              uuid not null,
  ladder_id       uuid not null,
  rung_id         uuid not null,
  log_id          uuid,
  log_revision    integer,
  rung_number     integer,
  predicted       integer not null,
  met             integer,
  expectation     integer,
  outcome         text not null,
  stop_rule_used  boolean not null,
  tried_at        timestamptz not null,
  told_at         timestamptz not null,
  told_by         uuid not null,
  primary key (practice_id, id),
  constraint rung_attempt_is_on_a_rung_of_its_ladder
    foreign key (practice_id, ladder_id, rung_id) references rung (practice_id, ladder_id, id),
  constraint rung_attempt_is_told_of_by_a_log_of_this_practice foreign key (practice_id, log_id) references log,
  constraint rung_attempt_counts_once_for_a_revision_of_its_log unique (practice_id, log_id, log_revision),
  constraint rung_attempt_names_the_revision_of_its_log check ((log_id is null) = (log_revision is null)),
  constraint rung_attempt_is_predicted_from_0_to_10 check (predicted between 0 and 10),
  constraint rung_attempt_is_met_from_0_to_10 check (met between 0 and 10),
  constraint rung_attempt_is_expected_in_percent check (expectation between 0 and 100)
);
create index rung_attempt_by_ladder on rung_attempt (practice_id, ladder_id, tried_at desc, id desc);
alter table rung_attempt enable row level security;
alter table rung_attempt force row level security;
create policy own_practice on rung_attempt for select using (practice_id = kith_practice());
create policy own_practice_is_added_to on rung_attempt for insert with check (practice_id = kith_practice());
revoke update, delete, truncate on rung_attempt from "${app}";

-- A clinician's word against the rule's: never changed, never removed.
create table step_override (
  practice_id  uuid not null,
  id           uuid not null,
  ladder_id    uuid not null,
  rung_id      uuid not null,
  reason       text not null,
  said_by      uuid not null,
  said_at      timestamptz not null,
  primary key (practice_id, id),
  constraint step_override_is_to_a_rung_of_its_ladder
    foreign key (practice_id, ladder_id, rung_id) references rung (practice_id, ladder_id, id),
  constraint step_override_has_a_short_reason check (length(reason) between 1 and 500)
);
create index step_override_by_ladder on step_override (practice_id, ladder_id, said_at desc, id desc);
alter table step_override enable row level security;
alter table step_override force row level security;
create policy own_practice on step_override for select using (practice_id = kith_practice());
create policy own_practice_is_added_to on step_override for insert with check (practice_id = kith_practice());
revoke update, delete, truncate on step_override from "${app}";
