-- Reminders: by which rules, which ones, and what became of each. Each is there once, and is sent at most once.

-- A moment, and so many days and months later by the calendar of a zone; exact where there are none of those.
create function kith_wall_plus(moment timestamptz, days interval, zone text) returns timestamptz
  language sql stable parallel safe
  return case when days = interval '0' then moment else ((moment at time zone zone) + days) at time zone zone end;

-- A whole set of rules, of the practice or of one assignment, which then does without the practice's; null: no longer its own.
create table reminder_rules (
  practice_id    uuid not null references practice,
  of_id          uuid not null,
  assignment_id  uuid,
  rules          jsonb,
  most_per_day   smallint,
  quiet_from     time,
  quiet_to       time,
  app_url        text,
  changed_by     uuid not null,
  changed_at     timestamptz not null,
  version        integer not null default 1,
  primary key (practice_id, of_id),
  constraint reminder_rules_are_of_an_assignment_of_this_practice foreign key (practice_id, assignment_id) references assignment,
  constraint reminder_rules_are_of_the_practice_or_one_assignment check (of_id = coalesce(assignment_id, practice_id)),
  constraint reminder_rules_are_a_list check (jsonb_typeof(rules) = 'array' and (rules is not null or assignment_id is not null)),
  constraint reminder_rules_of_the_practice_say_how_many_a_day
    check ((assignment_id is null) = (most_per_day is not null) and most_per_day between 1 and 20),
  constraint reminder_rules_are_quiet_from_and_to check ((quiet_from is null) = (quiet_to is null) and quiet_from <> quiet_to),
  constraint reminder_rules_name_a_safe_address check (app_url like 'https://%' and length(app_url) <= 500)
);
call kith_wall('reminder_rules');

-- planned_for is when the rule asks for it; due_at moves when it has to wait.
create table reminder (
  practice_id  uuid not null,
  task_id      uuid not null,
  slot         text not null,
  repeat       smallint not null,
  client_id    uuid not null,
  channel      text not null,
  planned_for  timestamptz not null,
  due_at       timestamptz not null,
  state        text not null default 'planned',
  why          text,
  tries        smallint not null default 0,
  claimed_at   timestamptz,
  ended_at     timestamptz,
  primary key (practice_id, task_id, slot, repeat),
  constraint reminder_is_of_a_task_of_this_practice foreign key (practice_id, task_id) references task,
  constraint reminder_is_for_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint reminder_goes_by_a_known_channel check (channel in ('email', 'event')),
  constraint reminder_is_in_a_known_state check (state in ('planned', 'sending', 'sent', 'failed', 'dropped', 'unsure')),
  constraint reminder_says_why_it_was_not_sent check ((state in ('failed', 'dropped')) = (why is not null)),
  constraint reminder_says_when_it_ended check ((state in ('planned', 'sending')) = (ended_at is null)),
  constraint reminder_was_claimed_before_it_was_sent check (state in ('planned', 'dropped') = (claimed_at is null))
);
create index reminder_to_send on reminder (practice_id, due_at, client_id) where state = 'planned';
create index reminder_being_sent on reminder (practice_id, claimed_at) where state = 'sending';
create index reminder_sent_to_client on reminder (practice_id, client_id, claimed_at) where claimed_at is not null;
call kith_wall('reminder');

-- What opens soon or is open, for whoever plans its reminders.
create index task_to_remind on task (practice_id, opens_at) where ended_as is null;
