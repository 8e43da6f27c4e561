-- Exercises and programs by version, alike in life to questionnaires: a practice's own, and the library that everyone reads.

-- Makes a table of versioned definitions; "what" is one word of the clinic, such as exercise. A column "version" is the
-- version that people speak of; "revision" counts changes of the row.
create procedure kith_versions(what text) language plpgsql as $$
declare
  library constant uuid := '00000000-0000-0000-0000-000000000000';
  versions constant text := what || '_version';
begin
  execute format($ddl$
    create table %1$I (
      practice_id    uuid not null references practice,
      key            text not null,
      version        integer not null,
      id             uuid not null default gen_random_uuid(),
      state          text not null,
      title          text not null,
      definition     jsonb not null,
      checksum       text not null,
      change         text,
      created_at     timestamptz not null,
      edited_by      uuid,
      edited_at      timestamptz,
      published_at   timestamptz,
      published_by   uuid,
      retired_at     timestamptz,
      retired_by     uuid,
      retire_reason  text,
      revision       integer not null default 0,
      primary key (practice_id, key, version),
      constraint %2$s_version_has_an_id_of_its_own unique (practice_id, id),
      constraint %2$s_key_is_lower_kebab check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 64),
      constraint %2$s_versions_count_from_one check (version >= 1),
      constraint %2$s_version_is_in_a_known_state check (state in ('draft', 'published', 'retired')),
      constraint %2$s_version_says_when_it_was_published check ((state = 'draft') = (published_at is null)),
      constraint %2$s_version_says_when_it_was_retired check ((state = 'retired') = (retired_at is not null)),
      constraint %2$s_version_names_who_published_it check (practice_id = %3$L or (state = 'draft') = (published_by is null)),
      constraint %2$s_version_names_who_retired_it check (practice_id = %3$L or (state = 'retired') = (retired_by is not null)),
      constraint %2$s_version_is_retired_for_a_reason check (retire_reason is null or state = 'retired'),
      constraint %2$s_change_is_of_a_known_kind check (change in ('editorial', 'substantive')),
      constraint %2$s_draft_has_not_changed_anything_yet check (state <> 'draft' or change is null),
      constraint %2$s_version_is_named_as_its_definition
        check (definition ->> 'key' = key and definition -> 'version' = to_jsonb(version)),
      constraint %2$s_checksum_is_sha_256 check (checksum ~ '^[0-9a-f]{64}$')
    )$ddl$, versions, what, library);
  execute format('create unique index %2$s_has_one_draft on %1$I (practice_id, key) where state = ''draft''', versions, what);
  execute format('create trigger %1$s_stays before update or delete on %1$I
    for each row execute function kith_version_stays(%2$L)', versions, what);
  execute format('call kith_wall(%L)', versions);
  execute format('create policy library_is_read_by_all on %I for select using (practice_id = %L)', versions, library);
  execute format('create policy library_is_written_by_the_owner on %1$I to current_user
    using (practice_id = %2$L) with check (practice_id = %2$L)', versions, library);
end $$;

-- The past is never rewritten: what was published can be retired once, and nothing else.
create function kith_version_stays() returns trigger language plpgsql as $$
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
    raise exception 'a published % version stays as it is: % version %', tg_argv[0], old.key, old.version
      using errcode = 'check_violation', constraint = 'published_' || tg_argv[0] || '_version_stays', table = tg_table_name;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;

call kith_versions('exercise');
call kith_versions('program');
