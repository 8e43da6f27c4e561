-- What a client is shown at once when an answer is critical: the practice's own words and contacts, by language, every version kept.

create table crisis_card (
  practice_id  uuid not null references practice,
  language     text not null,
  version      integer not null,
  title        text not null,
  text         text not null,
  contacts     jsonb not null,
  made_by      uuid not null,
  made_at      timestamptz not null,
  primary key (practice_id, language, version)
);
alter table crisis_card enable row level security;
alter table crisis_card force row level security;
create policy own_practice on crisis_card for select using (practice_id = kith_practice());
create policy own_practice_is_added_to on crisis_card for insert with check (practice_id = kith_practice());
revoke update, delete, truncate on crisis_card from "${app}";
