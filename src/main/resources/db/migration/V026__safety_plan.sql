-- Safety plans, every save a revision that stays; crisis cards by severity; and which card went out with which answer.

create table safety_plan_revision (
  practice_id  uuid not null references practice,
  id           uuid not null,
  client_id    uuid not null,
  revision     integer not null,
  content      jsonb not null,
  author       text not null,
  written_by   uuid not null,
  written_at   timestamptz not null,
  changed      xid8 not null default '0',
  primary key (practice_id, id),
  constraint safety_plan_is_of_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint safety_plan_revision_is_counted_once unique (practice_id, client_id, revision),
  constraint safety_plan_revisions_count_from_one check (revision >= 1),
  constraint safety_plan_has_a_known_author check (author in ('client', 'care-team')),
  constraint safety_plan_has_a_bounded_size check (octet_length(content::text) <= 1000000)
);
create index safety_plan_revision_by_change on safety_plan_revision (practice_id, client_id, changed, id);
create trigger safety_plan_revision_notes_its_change before insert on safety_plan_revision
  for each row execute function kith_note_change();
-- Never changed, never removed: by right and, for the owner too, by the lack of any other policy.
alter table safety_plan_revision enable row level security;
alter table safety_plan_revision force row level security;
create policy own_practice on safety_plan_revision for select using (practice_id = kith_practice());
create policy own_practice_is_added_to on safety_plan_revision for insert with check (practice_id = kith_practice());
revoke update, delete, truncate on safety_plan_revision from "${app}";

-- The cards that were there are for critical answers.
alter table crisis_card add column severity text not null default 'critical';
alter table crisis_card add constraint crisis_card_is_for_a_known_severity check (severity in ('critical', 'notice'));
alter table crisis_card drop constraint crisis_card_pkey;
alter table crisis_card add primary key (practice_id, language, severity, version);

-- Version 0 is the shipped card.
create table crisis_card_shown (
  practice_id  uuid not null references practice,
  response_id  uuid not null,
  language     text not null,
  severity     text not null,
  version      integer not null,
  shown_at     timestamptz not null,
  primary key (practice_id, response_id, language, severity, version),
  constraint crisis_card_was_shown_with_a_response_of_this_practice
    foreign key (practice_id, response_id) references response,
  constraint crisis_card_shown_is_of_a_known_severity check (severity in ('critical', 'notice'))
);
alter table crisis_card_shown enable row level security;
alter table crisis_card_shown force row level security;
create policy own_practice on crisis_card_shown for select using (practice_id = kith_practice());
create policy own_practice_is_added_to on crisis_card_shown for insert with check (practice_id = kith_practice());
revoke update, delete, truncate on crisis_card_shown from "${app}";
