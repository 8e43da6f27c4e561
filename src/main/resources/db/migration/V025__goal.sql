-- Goals with five levels written beforehand: what they say by revision, where they stand, and every rating on them.

create table goal (
  practice_id    uuid not null references practice,
  id             uuid not null,
  client_id      uuid not null,
  state          text not null,
  place          smallint,
  revision       integer not null default 1,
  review_on      date not null,
  author         text not null,
  made_by        uuid not null,
  made_at        timestamptz not null,
  agreed_by      uuid,
  agreed_at      timestamptz,
  ended_by       uuid,
  ended_at       timestamptz,
  reason         text,
  changed_at     timestamptz not null,
  version        integer not null default 0,
  changed        xid8 not null default '0',
  primary key (practice_id, id),
  constraint goal_is_of_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint goal_is_in_a_known_state check (state in ('proposed', 'active', 'achieved', 'closed')),
  constraint goal_has_a_known_author check (author in ('client', 'clinician')),
  constraint goal_has_a_place_while_it_is_active check ((state = 'active') = (place is not null)),
  constraint goal_has_one_of_three_places check (place between 1 and 3),
  constraint goal_shares_its_place_with_no_other unique (practice_id, client_id, place),
  constraint goal_names_who_agreed_to_it check ((agreed_at is null) = (agreed_by is null)),
  constraint goal_was_agreed_to_before_it_counts check (state not in ('active', 'achieved') or agreed_at is not null),
  constraint goal_names_who_ended_it
    check ((state in ('achieved', 'closed')) = (ended_at is not null and ended_by is not null)),
  constraint goal_is_closed_with_a_reason check (state <> 'closed' or reason is not null),
  constraint goal_reason_is_short check (length(reason) between 1 and 500)
);
create index goal_by_client on goal (practice_id, client_id, id desc);
create index goal_by_change on goal (practice_id, client_id, changed, id);
create trigger goal_notes_its_change before insert or update on goal for each row execute function kith_note_change();
call kith_wall('goal');

-- What a goal says: never changed, never removed.
create table goal_revision (
  practice_id  uuid not null,
  id           uuid not null,
  goal_id      uuid not null,
  revision     integer not null,
  levels_since integer not null,
  title        text not null,
  much_less    text not null,
  less         text not null,
  expected     text not null,
  more         text not null,
  much_more    text not null,
  weight       smallint not null,
  baseline     smallint not null,
  written_by   uuid not null,
  written_at   timestamptz not null,
  primary key (practice_id, id),
  constraint goal_revision_is_of_a_goal_of_this_practice foreign key (practice_id, goal_id) references goal,
  constraint goal_revision_is_counted_once unique (practice_id, goal_id, revision),
  constraint goal_revisions_count_from_one check (revision >= 1),
  constraint goal_levels_are_there_since_a_revision check (levels_since between 1 and revision),
  constraint goal_title_is_short check (length(title) between 1 and 200),
  constraint goal_levels_are_all_written check (
    length(much_less) between 1 and 500 and length(less) between 1 and 500 and length(expected) between 1 and 500
    and length(more) between 1 and 500 and length(much_more) between 1 and 500),
  constraint goal_weight_is_from_1_to_3 check (weight between 1 and 3),
  constraint goal_baseline_is_one_of_five_levels check (baseline between -2 and 2)
);
alter table goal_revision enable row level security;
alter table goal_revision force row level security;
create policy own_practice on goal_revision for select using (practice_id = kith_practice());
create policy own_practice_is_added_to on goal_revision for insert with check (practice_id = kith_practice());
revoke update, delete, truncate on goal_revision from "${app}";
alter table goal add constraint goal_says_what_its_revision_says
  foreign key (practice_id, id, revision) references goal_revision (practice_id, goal_id, revision)
  deferrable initially deferred;

-- Where somebody saw the client on a goal, on the revision that they saw: never changed, never removed.
create table goal_rating (
  practice_id  uuid not null,
  id           uuid not null,
  goal_id      uuid not null,
  revision     integer not null,
  level        smallint not null,
  author       text not null,
  note         text,
  rated_at     timestamptz not null,
  told_by      uuid not null,
  told_at      timestamptz not null,
  primary key (practice_id, id),
  constraint goal_rating_is_on_a_revision_of_its_goal
    foreign key (practice_id, goal_id, revision) references goal_revision (practice_id, goal_id, revision),
  constraint goal_rating_is_one_of_five_levels check (level between -2 and 2),
  constraint goal_rating_has_a_known_author check (author in ('client', 'clinician')),
  constraint goal_rating_note_is_short check (length(note) between 1 and 1000)
);
create index goal_rating_by_goal on goal_rating (practice_id, goal_id, rated_at desc, id desc);
alter table goal_rating enable row level security;
alter table goal_rating force row level security;
create policy own_practice on goal_rating for select using (practice_id = kith_practice());
create policy own_practice_is_added_to on goal_rating for insert with check (practice_id = kith_practice());
revoke update, delete, truncate on goal_rating from "${app}";
