-- What a named human must look at. Once per response and rule, whatever is amended or sent again.

create table alert (
  practice_id      uuid not null references practice,
  id               uuid not null,
  client_id        uuid not null,
  kind             text not null,
  severity         text not null,
  rule             text not null,
  about_id         uuid not null,
  questionnaire    text,
  questionnaire_version integer,
  link_id          text,
  state            text not null,
  raised_at        timestamptz not null,
  acknowledged_at  timestamptz,
  acknowledged_by  uuid,
  resolved_at      timestamptz,
  resolved_by      uuid,
  action           text,
  note             text,
  version          integer not null default 0,
  primary key (practice_id, id),
  constraint alert_is_about_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint alert_fires_once_for_what_it_is_about unique (practice_id, about_id, rule),
  constraint alert_is_of_a_known_kind check (kind in ('answer', 'access')),
  constraint alert_has_a_known_severity check (severity in ('critical', 'notice')),
  constraint alert_is_in_a_known_state check (state in ('open', 'acknowledged', 'resolved')),
  constraint alert_names_who_acknowledged_it check ((acknowledged_at is null) = (acknowledged_by is null)),
  constraint alert_names_who_resolved_it_and_how
    check ((state = 'resolved') = (resolved_at is not null and resolved_by is not null and action is not null))
);
create index alert_by_time on alert (practice_id, raised_at desc, id desc);
create index alert_open_by_client on alert (practice_id, client_id) where state <> 'resolved';
call kith_wall('alert');
