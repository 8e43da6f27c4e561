-- When something was said decides what stands, and not when it came: who may read a client's words, which ask a number meant, and which
-- appointments were known before they began.

-- Who may read the words of a log: all that was said of each place, so that what comes late takes its place among it. What stands in
-- a log today counts as said when it came to stand.
alter table log add column sharing_heard jsonb not null default '{}';
alter table log no force row level security;
alter table log disable trigger log_notes_its_change;
update log set sharing_heard = (
  select jsonb_object_agg(said.place, jsonb_build_object('words', said.at, 'said', jsonb_build_array(jsonb_build_object(
      'sharing', found.sharing, 'written', true,
      'when', jsonb_build_object('at', said.at, 'shown', said.at, 'heard', said.at, 'offline', false)))))
  from jsonb_each_text(log.sharing_said) as said (place, at)
  cross join lateral (
    select case split_part(said.place, '.', 1) when 'before' then log.before when 'during' then log.during else log.after end
      -> substr(said.place, strpos(said.place, '.') + 1) as there) words
  cross join lateral (
    select case
        when bool_and(coalesce(one ->> 'sharing', 'private') = 'shared') then 'SHARED'
        when bool_and(coalesce(one ->> 'sharing', 'private') <> 'private') then 'SHARE_AT_SESSION'
        else 'PRIVATE' end as sharing
    from jsonb_array_elements(
      case jsonb_typeof(words.there) when 'array' then words.there else jsonb_build_array(words.there) end) one) found)
where sharing_said <> '{}';
alter table log enable trigger log_notes_its_change;
alter table log force row level security;

-- Of a log that counts its rung on a ladder: whether its number means one ask.
alter table log add column rung_counted boolean;

-- Which numbers from the bottom a rung has had, and since when: never changed, never removed. A log that names its rung by number
-- is counted where one rung alone can be meant.
create table rung_number (
  practice_id  uuid not null,
  rung_id      uuid not null,
  number       integer not null,
  since        timestamptz not null,
  primary key (practice_id, rung_id, number),
  constraint rung_number_is_of_a_rung_of_this_practice foreign key (practice_id, rung_id) references rung,
  constraint rung_number_counts_from_one check (number >= 1)
);
alter table ladder no force row level security;
alter table rung no force row level security;
insert into rung_number (practice_id, rung_id, number, since)
  select r.practice_id, r.id, row_number() over (partition by r.practice_id, r.ladder_id order by r.predicted, r.position, r.id), l.changed_at
  from rung r join ladder l on l.practice_id = r.practice_id and l.id = r.ladder_id
  where r.retired_at is null;
alter table rung force row level security;
alter table ladder force row level security;
alter table rung_number enable row level security;
alter table rung_number force row level security;
create policy own_practice on rung_number for select using (practice_id = kith_practice());
create policy own_practice_is_added_to on rung_number for insert with check (practice_id = kith_practice());
revoke update, delete, truncate on rung_number from "${app}";

-- A correction may leave open which rung was meant: the try that its log told of before counts no longer.
alter table rung_attempt add column counts boolean not null default true;

-- Since when it has been said of an appointment, without a break, that it takes place and starts then.
alter table appointment add column start_told_at timestamptz;
alter table appointment no force row level security;
update appointment set start_told_at = told_at;
alter table appointment alter column start_told_at set not null;
alter table appointment force row level security;
