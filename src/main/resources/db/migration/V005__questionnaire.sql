-- Questionnaires by version: a practice's own, and the library that everyone reads and only the owner of the schema writes.

-- A column "version" is the version that people speak of; "revision" counts changes of the row.
create table questionnaire_version (
  practice_id   uuid not null references practice,
  key           text not null,
  version       integer not null,
  state         text not null,
  title         text not null,
  definition    jsonb not null,
  checksum      text not null,
  created_at    timestamptz not null,
  published_at  timestamptz,
  retired_at    timestamptz,
  revision      integer not null default 0,
  primary key (practice_id, key, version),
  constraint questionnaire_key_is_lower_kebab check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 64),
  constraint questionnaire_versions_count_from_one check (version >= 1),
  constraint questionnaire_version_is_in_a_known_state check (state in ('draft', 'published', 'retired')),
  constraint questionnaire_version_says_when_it_was_published check ((state = 'draft') = (published_at is null)),
  constraint questionnaire_version_says_when_it_was_retired check ((state = 'retired') = (retired_at is not null)),
  constraint questionnaire_version_is_named_as_its_definition
    check (definition ->> 'key' = key and definition -> 'version' = to_jsonb(version)),
  constraint questionnaire_checksum_is_sha_256 check (checksum ~ '^[0-9a-f]{64}$')
);

-- The past is never rewritten: what was published can be retired, and nothing else.
create function questionnaire_version_stays() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (
       tg_op = 'DELETE'
       or new.state = 'draft'
       or (old.state = 'retired' and new.state <> 'retired')
       or (new.practice_id, new.key, new.version, new.title, new.definition, new.checksum, new.created_at, new.published_at)
          is distinct from
          (old.practice_id, old.key, old.version, old.title, old.definition, old.checksum, old.created_at, old.published_at)) then
    raise exception 'a published questionnaire version stays as it is: % version %', old.key, old.version
      using errcode = 'check_violation', constraint = 'published_questionnaire_version_stays', table = 'questionnaire_version';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger questionnaire_version_stays before update or delete on questionnaire_version
  for each row execute function questionnaire_version_stays();

call kith_wall('questionnaire_version');
create policy library_is_read_by_all on questionnaire_version for select
  using (practice_id = '00000000-0000-0000-0000-000000000000');
create policy library_is_written_by_the_owner on questionnaire_version to current_user
  using (practice_id = '00000000-0000-0000-0000-000000000000')
  with check (practice_id = '00000000-0000-0000-0000-000000000000');
