-- Webhooks: where practice software hears of events, how far each was followed, how it fares, and what became of each event.

-- events are patterns of types, such as alert.%; null: all. A secret lies here sealed; the one before signs too until its time is over.
create table webhook (
  practice_id      uuid not null references practice,
  id               uuid not null,
  url              text not null,
  description      text,
  events           text[],
  state            text not null,
  disabled_because text,
  secret           bytea not null,
  previous_secret  bytea,
  previous_until   timestamptz,
  created_at       timestamptz not null,
  changed_at       timestamptz not null,
  version          integer not null,
  primary key (practice_id, id),
  constraint webhook_is_enabled_or_disabled check (state in ('enabled', 'disabled')),
  constraint webhook_says_why_it_is_disabled check ((state = 'disabled') = (disabled_because is not null)),
  constraint webhook_is_disabled_for_a_known_reason check (disabled_because in ('asked', 'gone')),
  constraint webhook_has_a_previous_secret_for_a_time check ((previous_secret is null) = (previous_until is null)),
  constraint webhook_has_a_short_address check (length(url) between 1 and 500)
);
call kith_wall('webhook');

-- seen is the transactions that could be seen when the practice's events were last followed: what commits late is found then, and nothing
-- is found twice. Apart from the webhook, for it changes all the time. Who locks both locks this one first.
create table webhook_standing (
  practice_id      uuid not null,
  webhook_id       uuid not null,
  seen             pg_snapshot not null default pg_current_snapshot(),
  followed_at      timestamptz not null,
  failures         integer not null default 0,
  failing_since    timestamptz,
  paused_until     timestamptz,
  last_success_at  timestamptz,
  last_failure_at  timestamptz,
  last_status      smallint,
  last_fault       text,
  primary key (practice_id, webhook_id),
  constraint webhook_standing_is_of_a_webhook_of_this_practice
    foreign key (practice_id, webhook_id) references webhook on delete cascade,
  constraint webhook_standing_fails_since_it_fails check ((failures = 0) = (failing_since is null))
);
call kith_wall('webhook_standing');

-- One event for one webhook. next_at: when it is tried next, or, while it is being sent, when whoever took it is given up for lost.
-- attempts counts all of them; tries those since it was put into line last, until give_up_at.
create table webhook_delivery (
  practice_id   uuid not null,
  webhook_id    uuid not null,
  event_id      uuid not null,
  type          text not null,
  subject_id    uuid not null,
  client_id     uuid,
  occurred_at   timestamptz not null,
  state         text not null default 'waiting',
  attempts      integer not null default 0,
  tries         integer not null default 0,
  queued_at     timestamptz not null,
  next_at       timestamptz,
  give_up_at    timestamptz not null,
  attempted_at  timestamptz,
  delivered_at  timestamptz,
  last_status   smallint,
  last_fault    text,
  primary key (practice_id, webhook_id, event_id),
  constraint webhook_delivery_is_to_a_webhook_of_this_practice
    foreign key (practice_id, webhook_id) references webhook on delete cascade,
  constraint webhook_delivery_has_a_known_state check (state in ('waiting', 'sending', 'delivered', 'dead')),
  constraint webhook_delivery_goes_on_until_it_ends check ((state in ('waiting', 'sending')) = (next_at is not null)),
  constraint webhook_delivery_says_when_it_arrived check ((state = 'delivered') <= (delivered_at is not null))
);
create index webhook_delivery_to_send on webhook_delivery (practice_id, webhook_id, next_at) where next_at is not null;
create index webhook_delivery_to_give_up on webhook_delivery (practice_id, give_up_at) where next_at is not null;
create index webhook_delivery_dead on webhook_delivery (practice_id, webhook_id, event_id) where state = 'dead';
create index webhook_delivery_by_age on webhook_delivery (practice_id, queued_at);
call kith_wall('webhook_delivery');

-- Whose events are to be looked at: a door through the wall, for this question only, so that practices without webhooks cost nothing.
create policy webhook_doors on webhook for select to current_user using (current_setting('kith.door', true) = 'webhook');
create function kith_practices_with_webhooks() returns setof uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform set_config('kith.door', 'webhook', true);
  return query select distinct practice_id from webhook where state = 'enabled';
  perform set_config('kith.door', '', true);
end $$;
