-- Calendar feeds: one secret address a client, which shows when something is to do and not what.

create table calendar_feed (
  practice_id  uuid not null,
  client_id    uuid not null,
  secret_hash  bytea not null,
  made_at      timestamptz not null,
  read_at      timestamptz,
  primary key (practice_id, client_id),
  constraint calendar_feed_is_of_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint calendar_feed_secret_is_unique unique (practice_id, secret_hash),
  constraint calendar_feed_is_known_by_a_hash check (length(secret_hash) = 32)
);
create index calendar_feed_by_secret on calendar_feed (secret_hash);
call kith_wall('calendar_feed');

-- Reading begins with a secret and no practice: the owner's function looks across, the application cannot.
create policy calendar_feed_doors on calendar_feed for select to current_user
  using (current_setting('kith.door', true) = 'calendar');
create function kith_calendar_feed(hash bytea) returns table (practice_id uuid, client_id uuid)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform set_config('kith.door', 'calendar', true);
  return query select f.practice_id, f.client_id from calendar_feed f where f.secret_hash = hash;
  perform set_config('kith.door', '', true);
end $$;
