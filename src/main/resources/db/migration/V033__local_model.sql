-- Local models: how scores went in a practice's own closed episodes, for the signal that somebody does worse than that. Made of sums over at least 200
-- episodes, so that no episode can be read out of one.

-- Added, never changed, never removed: a signal stays explained by the very model that it was judged by. Where there is none, the reason stands.
create table local_model (
  practice_id                uuid not null references practice,
  id                         uuid not null,
  questionnaire_practice_id  uuid not null,
  questionnaire_key          text not null,
  questionnaire_version      integer not null,
  scale                      text not null,
  author                     text not null,
  rule                       text not null,
  rule_version               smallint not null,
  made_at                    timestamptz not null,
  episodes                   integer not null,
  reason                     text,
  scores                     integer,
  mean_initial               double precision,
  mean_late                  double precision,
  mean_value                 double precision,
  lowest_initial             double precision,
  highest_initial            double precision,
  sessions                   integer,
  by_initial                 double precision,
  by_late                    double precision,
  deviation                  double precision,
  sum_ii                     double precision,
  sum_it                     double precision,
  sum_tt                     double precision,
  primary key (practice_id, id),
  constraint local_model_is_of_an_existing_version
    foreign key (questionnaire_practice_id, questionnaire_key, questionnaire_version)
    references questionnaire_version (practice_id, key, version),
  constraint local_model_is_of_an_own_or_library_questionnaire
    check (questionnaire_practice_id in (practice_id, '00000000-0000-0000-0000-000000000000')),
  constraint local_model_has_a_known_author check (author in ('client', 'clinician', 'informant')),
  constraint local_model_was_fitted_or_has_a_reason
    check (num_nulls(scores, mean_initial, mean_late, mean_value, lowest_initial, highest_initial, sessions, by_initial, by_late, deviation,
                     sum_ii, sum_it, sum_tt) = case when reason is null then 0 else 13 end)
);
create index local_model_newest on local_model
  (practice_id, questionnaire_practice_id, questionnaire_key, questionnaire_version, scale, author, made_at desc, id desc);
create index local_model_by_time on local_model (practice_id, made_at desc, id desc);
alter table local_model enable row level security;
alter table local_model force row level security;
create policy own_practice on local_model for select using (practice_id = kith_practice());
create policy own_practice_is_added_to on local_model for insert with check (practice_id = kith_practice());
revoke update, delete, truncate on local_model from "${app}";

-- Whether a practice wants them, and how far the day's round through its closed clients came: what was added up of those before. No row, no round.
create table local_model_round (
  practice_id  uuid primary key references practice,
  is_on        boolean not null,
  day          date,
  through      uuid not null default '00000000-0000-0000-0000-000000000000',
  sums         jsonb not null default '[]',
  done         boolean not null default false
);
call kith_wall('local_model_round');

-- By which model a signal was judged.
alter table signal add column local_model_id uuid;
alter table signal add constraint signal_was_judged_by_a_model_of_this_practice foreign key (practice_id, local_model_id) references local_model;
