-- Signals: what a plain rule says that somebody should look at, from when on and until when. Computed from facts, never edited by hand.

-- Which transaction wrote an event: whoever follows events asks for what was written from a position on, and misses nothing that commits late.
alter table outbox_event add column written xid8 not null default pg_current_xact_id();
create index outbox_event_by_writing on outbox_event (practice_id, written, client_id);

-- By which thresholds the practice looks, and what becomes an alert.
create table signal_policy (
  practice_id  uuid primary key references practice,
  rules        jsonb not null,
  changed_by   uuid not null,
  changed_at   timestamptz not null,
  version      integer not null,
  constraint signal_policy_is_a_set_of_rules check (jsonb_typeof(rules) = 'object')
);
call kith_wall('signal_policy');

create table signal (
  practice_id    uuid not null references practice,
  id             uuid not null,
  client_id      uuid not null,
  rule           text not null,
  rule_version   smallint not null,
  severity       text not null,
  subject        text not null,
  questionnaire  text,
  scale          text,
  author         text,
  exercise       text,
  assignment_id  uuid,
  evidence_id    uuid,
  figures        jsonb not null,
  sentences      text[] not null,
  since          timestamptz not null,
  noticed_at     timestamptz not null,
  ended_at       timestamptz,
  primary key (practice_id, id),
  constraint signal_is_about_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint signal_is_about_work_of_this_practice foreign key (practice_id, assignment_id) references assignment,
  constraint signal_has_a_known_severity check (severity in ('red', 'amber')),
  constraint signal_has_figures_by_name check (jsonb_typeof(figures) = 'object'),
  constraint signal_ends_after_it_was_noticed check (ended_at >= noticed_at)
);
create unique index signal_stands_once on signal (practice_id, client_id, rule, subject) where ended_at is null;
create index signal_by_client on signal (practice_id, client_id, noticed_at desc, id desc);
call kith_wall('signal');

-- How far the practice's events were looked at: the transactions that could be seen then, and the measures that were late by then. Null: everybody is new.
create table signal_watch (
  practice_id  uuid primary key references practice,
  seen         pg_snapshot,
  late_from    timestamptz not null default '-infinity'
);
call kith_wall('signal_watch');

-- Clients whom the rules are to be asked about.
create table signal_due (
  practice_id  uuid not null,
  client_id    uuid not null,
  primary key (practice_id, client_id),
  constraint signal_due_is_a_client_of_this_practice foreign key (practice_id, client_id) references client
);
call kith_wall('signal_due');

-- What was due and was not done, for whoever watches for measures that stay away.
create index task_late on task (practice_id, due_at) where ended_as is distinct from 'completed';
