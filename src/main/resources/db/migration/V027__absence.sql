-- Who is away and who stands in, in which language members are written to, and by which rules alerts go on from one to the next.

alter table member add column language text;
alter table member add constraint member_language_is_a_short_tag check (length(language) between 2 and 35);

-- until_on is the first day that they are back. One that ends on the day it begins keeps nobody away: it was taken back.
create table member_absence (
  practice_id  uuid not null,
  id           uuid not null,
  member_id    uuid not null,
  cover_id     uuid,
  from_on      date not null,
  until_on     date not null,
  created_at   timestamptz not null,
  version      integer not null default 0,
  primary key (practice_id, id),
  constraint member_absence_is_of_a_member_of_this_practice foreign key (practice_id, member_id) references member,
  constraint member_absence_is_covered_by_a_member_of_this_practice foreign key (practice_id, cover_id) references member,
  constraint member_absence_is_covered_by_somebody_else check (cover_id <> member_id),
  constraint member_absence_ends_after_it_begins check (until_on >= from_on)
);
create index member_absence_by_member on member_absence (practice_id, member_id, from_on desc, id desc);
call kith_wall('member_absence');

-- What a practice set instead of the rules that Kith comes with.
create table alert_policy (
  practice_id   uuid not null references practice,
  stop_rule     text,
  sign_in_url   text,
  changed_by    uuid not null,
  changed_at    timestamptz not null,
  version       integer not null,
  primary key (practice_id),
  constraint alert_policy_knows_the_severity_of_stop_rules check (stop_rule in ('critical', 'warning', 'notice')),
  constraint alert_policy_names_a_safe_address check (sign_in_url like 'https://%' and length(sign_in_url) <= 500)
);
call kith_wall('alert_policy');

create table alert_pace (
  practice_id         uuid not null,
  severity            text not null,
  acknowledge_within  interval not null,
  escalate_every      interval not null,
  resolve_within      interval not null,
  remind_every        interval not null,
  primary key (practice_id, severity),
  constraint alert_pace_is_of_a_policy foreign key (practice_id) references alert_policy,
  constraint alert_pace_is_of_a_known_severity check (severity in ('critical', 'warning', 'notice')),
  constraint alert_pace_is_neither_rushed_nor_endless check (
    acknowledge_within between interval '5 minutes' and interval '30 days'
    and escalate_every between interval '5 minutes' and interval '7 days'
    and resolve_within between interval '15 minutes' and interval '90 days'
    and remind_every between interval '15 minutes' and interval '30 days')
);
call kith_wall('alert_pace');

create table alert_on_call (
  practice_id  uuid not null,
  place        smallint not null,
  member_id    uuid not null,
  primary key (practice_id, place),
  constraint alert_on_call_is_of_a_policy foreign key (practice_id) references alert_policy,
  constraint alert_on_call_is_a_member_of_this_practice foreign key (practice_id, member_id) references member,
  constraint alert_on_call_names_each_once unique (practice_id, member_id)
);
call kith_wall('alert_on_call');
