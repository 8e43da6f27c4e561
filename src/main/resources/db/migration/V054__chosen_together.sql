-- Which scores a client is not shown is chosen by care team and client together: one row for each questionnaire that a side keeps away, with what was said
-- of it. The care team hides what a person tells; the client hides what they would rather not see, says yes to what is kept for a talk, or asks to see it.
create table hidden_score (
  practice_id       uuid not null,
  client_id         uuid not null,
  questionnaire     text not null,
  hidden_at         timestamptz,
  hidden_by         uuid,
  talked_at         timestamptz,
  talked_by         uuid,
  reason            text,
  asked_at          timestamptz,
  answered_at       timestamptz,
  agreed_at         timestamptz,
  own_since         timestamptz,
  primary key (practice_id, client_id, questionnaire),
  constraint hidden_score_is_of_a_choice_of_this_practice foreign key (practice_id, client_id) references progress_visibility,
  constraint hidden_score_is_hidden_by_somebody check (hidden_at is not null or own_since is not null),
  constraint hidden_score_says_who_hid_it check ((hidden_at is null) = (hidden_by is null)),
  constraint hidden_score_says_who_talked_of_it check ((talked_at is null) = (talked_by is null)),
  constraint hidden_score_is_talked_of_where_the_care_team_hides
    check (hidden_at is not null or coalesce(talked_at, asked_at, answered_at, agreed_at) is null and reason is null),
  constraint hidden_score_is_asked_for_or_agreed_on check (asked_at is null or agreed_at is null),
  constraint hidden_score_has_a_short_reason check (length(reason) between 1 and 500)
);
call kith_wall('hidden_score');

-- Each change of it, in codes, with the care team's reason.
create table visibility_change (
  practice_id    uuid not null,
  id             uuid not null,
  client_id      uuid not null,
  version        integer not null,
  questionnaire  text not null,
  what           text not null,
  by_client      boolean not null,
  said_by        uuid not null,
  said_at        timestamptz not null,
  reason         text,
  primary key (practice_id, id),
  constraint visibility_change_is_of_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint visibility_change_is_of_a_known_kind check (what in
    ('hidden', 'shown', 'talked-about', 'not-talked-about', 'explained', 'kept',
     'asked', 'ask-withdrawn', 'agreed', 'agreement-withdrawn', 'own-hidden', 'own-shown'))
);
call kith_wall('visibility_change');
revoke update, delete, truncate on visibility_change from "${app}";
create index visibility_change_by_client on visibility_change (practice_id, client_id, version, id);

-- Who saved last is all that was known; so the story of changes begins here.
alter table progress_visibility no force row level security;
alter table hidden_score no force row level security;
insert into hidden_score (practice_id, client_id, questionnaire, hidden_at, hidden_by)
  select practice_id, client_id, unnest(hidden), changed_at, changed_by from progress_visibility;
alter table progress_visibility force row level security;
alter table hidden_score force row level security;
alter table progress_visibility drop column hidden;

-- What is told of a response changes with it: who keeps a copy of one hears of it.
create function kith_note_change_of_scores() returns trigger language plpgsql as $$
declare
  it hidden_score;
begin
  if tg_op = 'DELETE' then it := old; else it := new; end if;
  update response set changed = pg_current_xact_id()
  where practice_id = it.practice_id and client_id = it.client_id and questionnaire_key = it.questionnaire;
  return null;
end $$;
create trigger hidden_score_notes_a_change_of_responses after insert or delete on hidden_score
  for each row execute function kith_note_change_of_scores();
