-- The people in care, who cares for them from when until when, and glass that was broken.

create table client (
  practice_id      uuid not null references practice,
  id               uuid not null,
  display_name     text not null,
  email            text,
  birth_date       date,
  sex_for_scoring  text,
  time_zone        text not null,
  language         text not null,
  external_id      text,
  created_at       timestamptz not null,
  archived_at      timestamptz,
  version          integer not null default 0,
  primary key (practice_id, id),
  constraint client_name_is_short_and_not_empty check (length(display_name) between 1 and 200),
  constraint client_sex_is_one_that_scoring_knows check (sex_for_scoring in ('female', 'male', 'other', 'unknown')),
  constraint client_external_id_is_unique unique (practice_id, external_id)
);
create index client_by_name on client (practice_id, lower(display_name), id);
call kith_wall('client');

-- History stays: an entry ends, it is not removed. until_on is the first day that they are no longer on the team.
create table care_team_member (
  practice_id  uuid not null,
  id           uuid not null,
  client_id    uuid not null,
  member_id    uuid not null,
  role         text not null,
  from_on      date not null,
  until_on     date,
  created_at   timestamptz not null,
  version      integer not null default 0,
  primary key (practice_id, id),
  constraint care_team_member_cares_for_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint care_team_member_is_a_member_of_this_practice foreign key (practice_id, member_id) references member,
  constraint care_team_member_holds_a_known_role check (role in ('primary', 'co-clinician', 'supervisor', 'cover')),
  constraint care_team_member_leaves_after_they_join check (until_on >= from_on)
);
create unique index care_team_member_holds_a_role_once_at_a_time
  on care_team_member (practice_id, client_id, member_id, role) where until_on is null;
create index care_team_member_by_client on care_team_member (practice_id, client_id, from_on desc, id desc);
create index care_team_member_by_member on care_team_member (practice_id, member_id, client_id);
call kith_wall('care_team_member');

create table broken_glass (
  practice_id  uuid not null,
  id           uuid not null,
  client_id    uuid not null,
  member_id    uuid not null,
  reason       text not null,
  opened_at    timestamptz not null,
  closes_at    timestamptz not null,
  primary key (practice_id, id),
  constraint broken_glass_is_about_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint broken_glass_is_by_a_member_of_this_practice foreign key (practice_id, member_id) references member,
  constraint broken_glass_closes_within_an_hour check (closes_at > opened_at and closes_at <= opened_at + interval '1 hour')
);
create index broken_glass_by_member on broken_glass (practice_id, member_id, closes_at);
call kith_wall('broken_glass');

-- Whose clinical content a member may see at an instant: the one rule, for a single client and for lists alike.
-- On the care team on that day of the practice's wall calendar; or supervising somebody who is; or by glass they broke.
-- Names a client more than once when there is more than one reason: ask with "in" or "exists".
-- Plain SQL, so that the planner sees through it: "and client_id in (select client_id from kith_caseload(:member, :at))".
create function kith_caseload(whose uuid, at timestamptz) returns table (client_id uuid)
  language sql stable parallel safe as $$
    select t.client_id
    from practice p
    join member m on m.practice_id = p.id and m.id = whose
    join care_team_member t on t.practice_id = p.id and t.member_id = m.id
    where p.id = kith_practice() and m.roles && array['clinician', 'supervisor']
      and t.from_on <= (at at time zone p.time_zone)::date
      and (t.until_on is null or t.until_on > (at at time zone p.time_zone)::date)
    union all
    select t.client_id
    from practice p
    join member m on m.practice_id = p.id and m.id = whose
    join member s on s.practice_id = p.id and s.supervisor_id = m.id
    join care_team_member t on t.practice_id = p.id and t.member_id = s.id
    where p.id = kith_practice() and m.roles && array['supervisor']
      and t.from_on <= (at at time zone p.time_zone)::date
      and (t.until_on is null or t.until_on > (at at time zone p.time_zone)::date)
    union all
    select g.client_id
    from broken_glass g
    join member m on m.practice_id = g.practice_id and m.id = g.member_id
    where g.practice_id = kith_practice() and g.member_id = whose and m.roles && array['clinician', 'supervisor']
      and g.opened_at <= at and g.closes_at > at
  $$;
