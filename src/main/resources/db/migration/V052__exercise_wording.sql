-- Words that a practice lays over a version of an exercise, its own or the library's, in one more language: nobody else sees them, and they change nothing
-- but words. Each revision stays, so that what was shown when a log was written can be told; withdrawing adds one without words.

create table exercise_wording (
  practice_id  uuid not null references practice,
  owner_id     uuid not null,
  key          text not null,
  version      integer not null,
  language     text not null,
  revision     integer not null,
  words        jsonb,
  made_by      uuid not null,
  made_at      timestamptz not null,
  primary key (practice_id, owner_id, key, version, language, revision),
  constraint exercise_wording_is_of_an_existing_version
    foreign key (owner_id, key, version) references exercise_version (practice_id, key, version),
  constraint exercise_wording_is_of_an_own_or_library_exercise
    check (owner_id in (practice_id, '00000000-0000-0000-0000-000000000000')),
  constraint exercise_wording_revisions_count_from_one check (revision >= 1),
  constraint exercise_wording_is_named_as_where_it_lies
    check (words ->> 'exercise' = key and words -> 'version' = to_jsonb(version) and words ->> 'language' = language)
);
call kith_wall('exercise_wording');
revoke update, delete, truncate on exercise_wording from "${app}";
