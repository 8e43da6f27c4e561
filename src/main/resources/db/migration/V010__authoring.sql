-- The life of a practice's own questionnaires: drafts, who published what and why, wordings, and what the practice may use.

-- A version is also a thing that events and the trail name by one id.
alter table questionnaire_version
  add column id            uuid not null default gen_random_uuid(),
  add column change        text,
  add column edited_by     uuid,
  add column edited_at     timestamptz,
  add column published_by  uuid,
  add column retired_by    uuid,
  add column retire_reason text,
  add constraint questionnaire_version_has_an_id_of_its_own unique (practice_id, id),
  add constraint questionnaire_change_is_of_a_known_kind check (change in ('editorial', 'substantive')),
  add constraint questionnaire_draft_has_not_changed_anything_yet check (state <> 'draft' or change is null),
  add constraint questionnaire_version_names_who_published_it
    check (practice_id = '00000000-0000-0000-0000-000000000000' or (state = 'draft') = (published_by is null)),
  add constraint questionnaire_version_names_who_retired_it
    check (practice_id = '00000000-0000-0000-0000-000000000000' or (state = 'retired') = (retired_by is not null)),
  add constraint questionnaire_version_is_retired_for_a_reason check (retire_reason is null or state = 'retired');
-- One draft of a questionnaire at a time: two would be published as versions of which neither knows the other.
create unique index questionnaire_has_one_draft on questionnaire_version (practice_id, key) where state = 'draft';

-- The past is never rewritten: what was published can be retired once, and nothing else.
create or replace function questionnaire_version_stays() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (
       tg_op = 'DELETE'
       or new.state = 'draft'
       or (old.state = 'retired' and new.state <> 'retired')
       or (new.practice_id, new.key, new.version, new.id, new.title, new.definition, new.checksum, new.created_at,
           new.change, new.edited_by, new.edited_at, new.published_by, new.published_at)
          is distinct from
          (old.practice_id, old.key, old.version, old.id, old.title, old.definition, old.checksum, old.created_at,
           old.change, old.edited_by, old.edited_at, old.published_by, old.published_at)
       or (old.state = 'retired' and (new.retired_by, new.retired_at, new.retire_reason)
          is distinct from (old.retired_by, old.retired_at, old.retire_reason))) then
    raise exception 'a published questionnaire version stays as it is: % version %', old.key, old.version
      using errcode = 'check_violation', constraint = 'published_questionnaire_version_stays', table = 'questionnaire_version';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;

-- Words that a practice holds a licence for, laid over a version: no number is in them, and nobody else sees them. Each
-- revision stays, so that what was shown when an answer was given can be told; withdrawing adds one without words.
create table wording (
  practice_id                uuid not null references practice,
  questionnaire_practice_id  uuid not null,
  questionnaire_key          text not null,
  questionnaire_version      integer not null,
  language                   text not null,
  revision                   integer not null,
  words                      jsonb,
  made_by                    uuid not null,
  made_at                    timestamptz not null,
  primary key (practice_id, questionnaire_practice_id, questionnaire_key, questionnaire_version, language, revision),
  constraint wording_is_of_an_existing_version
    foreign key (questionnaire_practice_id, questionnaire_key, questionnaire_version)
    references questionnaire_version (practice_id, key, version),
  constraint wording_is_of_an_own_or_library_questionnaire
    check (questionnaire_practice_id in (practice_id, '00000000-0000-0000-0000-000000000000')),
  constraint wording_revisions_count_from_one check (revision >= 1),
  constraint wording_of_a_practice_is_not_official check (words ->> 'status' = 'practice'),
  constraint wording_is_named_as_where_it_lies
    check (words ->> 'questionnaire' = questionnaire_key and words -> 'version' = to_jsonb(questionnaire_version)
           and words ->> 'language' = language)
);
call kith_wall('wording');
revoke update, delete, truncate on wording from "${app}";

-- What the practice says it uses instruments for, held against each licence; null until it has said so.
alter table practice
  add column use_setting    text,
  add column use_commercial boolean,
  add column use_country    text,
  add column four_eyes      boolean not null default false,
  add column switched_off   text[] not null default '{}',
  add constraint practice_switches_off_a_hundred_at_most check (cardinality(switched_off) <= 100),
  add constraint practice_uses_instruments_in_a_known_setting check (use_setting in ('clinical', 'research')),
  add constraint practice_declares_its_use_whole check ((use_setting is null) = (use_commercial is null)),
  add constraint practice_declares_a_country_with_its_use check (use_country is null or use_setting is not null),
  add constraint practice_country_is_iso_3166 check (use_country ~ '^[A-Z]{2}$');

-- Under what circumstances a response was scored, so that scoring it again gives the same.
alter table response
  add column sex           text,
  add column age_years     integer,
  add column took_seconds  integer,
  add constraint response_is_scored_for_a_known_sex check (sex in ('male', 'female')),
  add constraint response_is_scored_for_a_human_age check (age_years between 0 and 150),
  add constraint response_took_no_less_than_no_time check (took_seconds >= 0);
