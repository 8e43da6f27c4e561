-- An alert's life: who owns it, when it is due, whom it went on to, and each step of it, which stays.

alter table alert no force row level security;

-- Alerts on one rule about one client, raised while an earlier one was not resolved, are a thread; the first gives it its name.
-- A thread that begins after others were resolved says which alert it follows. next_step_at is when something has to be done
-- about it that nobody did: go on to the next, or remind its owner. Of tellings, those from the step told_since on count.
alter table alert
  add column thread_id uuid,
  add column follows_id uuid,
  add column revision integer not null default 0,
  add column owner_id uuid,
  add column due_at timestamptz,
  add column next_step_at timestamptz,
  add column rung text not null default 'owner',
  add column repeats smallint not null default 0,
  add column escalations integer not null default 0,
  add column steps integer not null default 0,
  add column told_since integer not null default 1,
  drop constraint alert_is_of_a_known_kind,
  add constraint alert_is_of_a_known_kind check (kind in ('answer', 'access', 'work', 'signal')),
  drop constraint alert_has_a_known_severity,
  add constraint alert_has_a_known_severity check (severity in ('critical', 'warning', 'notice'));
update alert set
  thread_id = id,
  steps = 1 + (acknowledged_at is not null)::int + (resolved_at is not null)::int,
  due_at = case when state <> 'resolved' then now() + interval '1 day' end,
  next_step_at = case when state <> 'resolved' then now() + interval '1 day' end;
alter table alert
  alter column thread_id set not null,
  add constraint alert_is_in_a_thread_of_this_practice foreign key (practice_id, thread_id) references alert,
  add constraint alert_follows_one_of_this_practice foreign key (practice_id, follows_id) references alert,
  add constraint alert_is_owned_by_a_member_of_this_practice foreign key (practice_id, owner_id) references member,
  add constraint alert_is_on_a_known_rung
    check (rung in ('owner', 'team', 'supervisors', 'on-call', 'admins', 'everybody')),
  add constraint alert_is_due_until_it_is_resolved check ((state = 'resolved') = (due_at is null)),
  add constraint alert_goes_on_until_it_is_resolved check ((state = 'resolved') = (next_step_at is null));
create index alert_by_due on alert (practice_id, due_at, id) where state <> 'resolved';
create index alert_resolved_by_time on alert (practice_id, resolved_at desc, id desc) where state = 'resolved';
create index alert_to_take_on on alert (practice_id, next_step_at) where state <> 'resolved';
create index alert_by_rule on alert (practice_id, client_id, rule, raised_at desc, id desc);
create index alert_by_thread on alert (practice_id, thread_id);

-- by_id is the account, or the practice itself. about_id is what came to light: the response, the log, or another alert.
-- escalation counts what was done because nobody else did it: each of them once. changed is the transaction, for who follows.
create table alert_step (
  practice_id  uuid not null,
  alert_id     uuid not null,
  number       integer not null,
  what         text not null,
  at           timestamptz not null,
  by_kind      text not null,
  by_id        uuid not null,
  state        text not null,
  rung         text,
  owner_id     uuid,
  about_id     uuid,
  escalation   integer,
  action       text,
  note         text,
  reason       text,
  changed      xid8 not null default pg_current_xact_id(),
  primary key (practice_id, alert_id, number),
  constraint alert_step_is_of_an_alert_of_this_practice foreign key (practice_id, alert_id) references alert,
  constraint alert_step_names_an_owner_of_this_practice foreign key (practice_id, owner_id) references member,
  constraint alert_step_is_taken_once unique (practice_id, alert_id, escalation),
  constraint alert_step_is_of_a_known_kind check (what in
    ('raised', 'linked', 'acknowledged', 'escalated', 'reminded', 'resolved', 'reopened', 'reassigned')),
  constraint alert_step_is_counted_when_nobody_took_it check ((what in ('escalated', 'reminded')) = (escalation is not null)),
  constraint alert_step_says_where_it_led check (state in ('open', 'acknowledged', 'resolved')),
  constraint alert_step_is_by_a_known_kind check (by_kind in ('member', 'client', 'integration', 'system'))
);
create index alert_step_by_change on alert_step (practice_id, changed, alert_id, number);

insert into alert_step (practice_id, alert_id, number, what, at, by_kind, by_id, state, about_id)
  select practice_id, id, 1, 'raised', raised_at, 'system', practice_id, 'open', about_id from alert;
insert into alert_step (practice_id, alert_id, number, what, at, by_kind, by_id, state)
  select practice_id, id, 2, 'acknowledged', acknowledged_at, 'member', acknowledged_by, 'acknowledged'
  from alert where acknowledged_at is not null;
insert into alert_step (practice_id, alert_id, number, what, at, by_kind, by_id, state, action, note)
  select practice_id, id, 3, 'resolved', resolved_at, 'member', resolved_by, 'resolved', action, note
  from alert where resolved_at is not null;
alter table alert force row level security;

-- Added to and read, never changed: by right and, for the owner too, by the lack of any other policy.
alter table alert_step enable row level security;
alter table alert_step force row level security;
create policy own_practice on alert_step for select using (practice_id = kith_practice());
create policy own_practice_is_added_to on alert_step for insert with check (practice_id = kith_practice());
revoke update, delete, truncate on alert_step from "${app}";

-- Who has to be told of a step by e-mail, and what became of it. try_at, claimed_at and ended_at are real time, also in a
-- sandbox. An e-mail that may not have gone out is sent again: twice is better than never.
create table alert_telling (
  practice_id  uuid not null,
  alert_id     uuid not null,
  number       integer not null,
  member_id    uuid not null,
  until_state  text not null,
  state        text not null default 'waiting',
  tries        integer not null default 0,
  try_at       timestamptz not null,
  claimed_at   timestamptz,
  ended_at     timestamptz,
  primary key (practice_id, alert_id, number, member_id),
  constraint alert_telling_is_of_a_step_of_this_practice foreign key (practice_id, alert_id, number) references alert_step,
  constraint alert_telling_is_for_a_member_of_this_practice foreign key (practice_id, member_id) references member,
  constraint alert_telling_is_needed_until_a_known_state check (until_state in ('acknowledged', 'resolved')),
  constraint alert_telling_is_in_a_known_state check (state in ('waiting', 'sending', 'told', 'needless', 'no-address')),
  constraint alert_telling_was_claimed_before_it_is_sent check (state <> 'sending' or claimed_at is not null),
  constraint alert_telling_says_when_it_ended check ((state in ('waiting', 'sending')) = (ended_at is null))
);
create index alert_telling_to_send on alert_telling (practice_id, try_at) where state in ('waiting', 'sending');
create index alert_telling_by_member on alert_telling (practice_id, member_id, alert_id);
call kith_wall('alert_telling');
