-- How people and programs sign in: accounts, sessions, refresh tokens, invitations, integrations.

create table account (
  practice_id    uuid not null references practice,
  id             uuid not null,
  kind           text not null,
  member_id      uuid,
  client_id      uuid,
  email          text not null,
  password_hash  text not null,
  disabled_at    timestamptz,
  created_at     timestamptz not null,
  version        integer not null default 0,
  primary key (practice_id, id),
  constraint account_is_of_a_member_or_a_client check (
    (kind = 'member' and member_id is not null and client_id is null) or
    (kind = 'client' and client_id is not null and member_id is null)),
  constraint account_is_of_a_member_of_this_practice foreign key (practice_id, member_id) references member,
  constraint account_is_of_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint account_is_the_only_one_of_its_member unique (practice_id, member_id),
  constraint account_is_the_only_one_of_its_client unique (practice_id, client_id),
  constraint account_email_is_lower_case check (email = lower(email)),
  constraint account_email_is_unique unique (practice_id, email)
);
create index account_by_email on account (email);
call kith_wall('account');

-- Signing in begins with an address and no practice: the owner's function looks across, the application cannot.
create policy account_doors on account for select to current_user using (current_setting('kith.door', true) = 'sign-in');
create function kith_accounts_to_sign_in(address text)
  returns table (practice_id uuid, account_id uuid, password_hash text)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform set_config('kith.door', 'sign-in', true);
  return query select a.practice_id, a.id, a.password_hash from account a
    where a.email = address and a.disabled_at is null order by a.practice_id limit 5;
  perform set_config('kith.door', '', true);
end $$;

create table session (
  practice_id   uuid not null,
  id            uuid not null,
  account_id    uuid not null,
  agent         text,
  address       text,
  started_at    timestamptz not null,
  refreshed_at  timestamptz not null,
  ends_at       timestamptz not null,
  ended_at      timestamptz,
  ended_why     text,
  primary key (practice_id, id),
  constraint session_is_of_an_account_of_this_practice foreign key (practice_id, account_id) references account,
  constraint session_ends_for_a_known_reason check (ended_why in ('signed-out', 'ended-by-owner', 'replayed', 'idle', 'disabled')),
  constraint session_says_why_it_ended check ((ended_at is null) = (ended_why is null))
);
create index session_by_account on session (practice_id, account_id) where ended_at is null;
call kith_wall('session');

create table refresh_token (
  practice_id  uuid not null,
  hash         text not null,
  session_id   uuid not null,
  issued_at    timestamptz not null,
  used_at      timestamptz,
  primary key (practice_id, hash),
  constraint refresh_token_is_of_a_session_of_this_practice foreign key (practice_id, session_id) references session
);
create index refresh_token_by_session on refresh_token (practice_id, session_id);
call kith_wall('refresh_token');

create table invitation (
  practice_id  uuid not null,
  id           uuid not null,
  code_hash    text not null,
  kind         text not null,
  member_id    uuid,
  client_id    uuid,
  email        text not null,
  made_by      uuid not null,
  made_at      timestamptz not null,
  ends_at      timestamptz not null,
  accepted_at  timestamptz,
  withdrawn_at timestamptz,
  primary key (practice_id, id),
  constraint invitation_code_is_unique unique (practice_id, code_hash),
  constraint invitation_is_for_a_member_or_a_client check (
    (kind = 'member' and member_id is not null and client_id is null) or
    (kind = 'client' and client_id is not null and member_id is null)),
  constraint invitation_is_for_a_member_of_this_practice foreign key (practice_id, member_id) references member,
  constraint invitation_is_for_a_client_of_this_practice foreign key (practice_id, client_id) references client
);
call kith_wall('invitation');

create table integration (
  practice_id  uuid not null references practice,
  id           uuid not null,
  client_key   text not null,
  name         text not null,
  scopes       text[] not null,
  secret_hash  text not null,
  created_at   timestamptz not null,
  disabled_at  timestamptz,
  version      integer not null default 0,
  primary key (practice_id, id),
  constraint integration_key_is_unique unique (practice_id, client_key)
);
create index integration_by_key on integration (client_key);
call kith_wall('integration');
create policy integration_doors on integration for select to current_user using (current_setting('kith.door', true) = 'sign-in');
create function kith_integrations_to_sign_in(key text)
  returns table (practice_id uuid, integration_id uuid, secret_hash text, scopes text[])
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform set_config('kith.door', 'sign-in', true);
  return query select i.practice_id, i.id, i.secret_hash, i.scopes from integration i
    where i.client_key = key and i.disabled_at is null order by i.practice_id limit 5;
  perform set_config('kith.door', '', true);
end $$;

-- Failed sign-ins, by a keyed hash of the account or address that they were tried with; of no practice, for none is known yet.
create table sign_in_throttle (
  subject       text primary key,
  failures      integer not null,
  window_ends   timestamptz not null
);
create index sign_in_throttle_by_end on sign_in_throttle (window_ends);

-- What a principal may do now, asked on every request: one statement, in the practice that the verified token names.
create function kith_authority(in_practice uuid, principal uuid, in_session uuid)
  returns table (kind text, member_id uuid, client_id uuid, roles text[], scopes text[], display_name text)
  language plpgsql volatile as $$
begin
  perform set_config('kith.practice', in_practice::text, true);
  if in_session is null then
    return query
      select 'integration'::text, null::uuid, null::uuid, array['integration'], i.scopes, i.name
      from integration i
      where i.practice_id = in_practice and i.id = principal and i.disabled_at is null;
  else
    return query
      select a.kind, a.member_id, a.client_id, coalesce(m.roles, array['client']), '{}'::text[],
             coalesce(m.display_name, c.display_name)
      from session s
      join account a on a.practice_id = s.practice_id and a.id = s.account_id
      left join member m on m.practice_id = a.practice_id and m.id = a.member_id
      left join client c on c.practice_id = a.practice_id and c.id = a.client_id
      where s.practice_id = in_practice and s.id = in_session and s.account_id = principal
        and s.ended_at is null and s.ends_at > now()
        and a.disabled_at is null and m.disabled_at is null and c.archived_at is null;
  end if;
end $$;
