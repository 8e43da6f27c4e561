-- What every capability leans on: the trail, the outbox, and replies kept for those who ask twice.

create table audit_entry (
  practice_id   uuid not null references practice,
  id            uuid not null,
  at            timestamptz not null,
  actor_kind    text not null,
  actor_id      uuid not null,
  session_id    uuid,
  action        text not null,
  subject_kind  text not null,
  subject_id    uuid,
  client_id     uuid,
  outcome       text not null,
  reason        text,
  request_id    text,
  address       text,
  primary key (practice_id, id),
  constraint audit_entry_was_done_or_denied check (outcome in ('done', 'denied'))
);
create index audit_entry_by_client on audit_entry (practice_id, client_id, at desc) where client_id is not null;
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
-- Added to and read, never changed: by right and, for the owner too, by the lack of any other policy.
create policy own_practice on audit_entry for select using (practice_id = kith_practice());
create policy own_practice_is_added_to on audit_entry for insert with check (practice_id = kith_practice());
revoke update, delete, truncate on audit_entry from "${app}";

create table outbox_event (
  practice_id  uuid not null references practice,
  id           uuid not null,
  kind         text not null,
  about_id     uuid not null,
  client_id    uuid,
  payload      jsonb not null,
  occurred_at  timestamptz not null,
  primary key (practice_id, id)
);
call kith_wall('outbox_event');

create table idempotency_key (
  practice_id   uuid not null references practice,
  principal_id  uuid not null,
  operation     text not null,
  key           text not null,
  request_hash  bytea not null,
  reply         bytea,
  made_at       timestamptz not null,
  primary key (practice_id, principal_id, operation, key)
);
create index idempotency_key_by_age on idempotency_key (practice_id, made_at);
call kith_wall('idempotency_key');
