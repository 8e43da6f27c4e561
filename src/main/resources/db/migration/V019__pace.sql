-- A client's pace: how much may be asked of them in a week, and when they are left in peace. Kept by the server, whatever an app does.

create table client_pace (
  practice_id    uuid not null,
  client_id      uuid not null,
  weekly_cap     smallint,
  quiet_from     time,
  quiet_to       time,
  reminders_off  boolean not null default false,
  changed_by     uuid not null,
  changed_at     timestamptz not null,
  version        integer not null default 0,
  primary key (practice_id, client_id),
  constraint client_pace_is_of_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint client_pace_caps_between_none_and_a_hundred check (weekly_cap between 0 and 100),
  constraint client_pace_is_quiet_from_and_to check ((quiet_from is null) = (quiet_to is null) and quiet_from <> quiet_to)
);
call kith_wall('client_pace');
