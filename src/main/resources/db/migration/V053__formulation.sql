-- Formulations, what a care team understands of where the pattern comes from, and what clients say of it themselves; every save a revision that stays.

create table formulation_revision (
  practice_id  uuid not null references practice,
  id           uuid not null,
  client_id    uuid not null,
  revision     integer not null,
  checklist    integer not null,
  content      jsonb not null,
  written_by   uuid not null,
  written_at   timestamptz not null,
  primary key (practice_id, id),
  constraint formulation_is_of_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint formulation_revision_is_counted_once unique (practice_id, client_id, revision),
  constraint formulation_revisions_count_from_one check (revision >= 1),
  constraint formulation_names_a_checklist check (checklist >= 1),
  constraint formulation_has_a_bounded_size check (octet_length(content::text) <= 1000000)
);
-- Never changed, never removed: by right and, for the owner too, by the lack of any other policy.
alter table formulation_revision enable row level security;
alter table formulation_revision force row level security;
create policy own_practice on formulation_revision for select using (practice_id = kith_practice());
create policy own_practice_is_added_to on formulation_revision for insert with check (practice_id = kith_practice());
revoke update, delete, truncate on formulation_revision from "${app}";

create table origins_revision (
  practice_id  uuid not null references practice,
  id           uuid not null,
  client_id    uuid not null,
  revision     integer not null,
  checklist    integer not null,
  content      jsonb not null,
  words_since  timestamptz,
  written_at   timestamptz not null,
  primary key (practice_id, id),
  constraint origins_are_of_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint origins_revision_is_counted_once unique (practice_id, client_id, revision),
  constraint origins_revisions_count_from_one check (revision >= 1),
  constraint origins_name_a_checklist check (checklist >= 1),
  constraint origins_say_since_when_their_words_stand
    check ((words_since is not null) = (jsonb_typeof(content -> 'words') is not distinct from 'object')),
  constraint origins_have_a_bounded_size check (octet_length(content::text) <= 1000000)
);
alter table origins_revision enable row level security;
alter table origins_revision force row level security;
create policy own_practice on origins_revision for select using (practice_id = kith_practice());
create policy own_practice_is_added_to on origins_revision for insert with check (practice_id = kith_practice());
revoke update, delete, truncate on origins_revision from "${app}";
