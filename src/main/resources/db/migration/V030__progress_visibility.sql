-- Which questionnaires' scores a client is not shown by their app, because somebody of the care team tells them in person.
create table progress_visibility (
  practice_id  uuid not null references practice,
  client_id    uuid not null,
  hidden       text[] not null,
  changed_by   uuid not null,
  changed_at   timestamptz not null,
  version      integer not null,
  primary key (practice_id, client_id),
  constraint progress_visibility_is_of_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint progress_visibility_hides_a_hundred_at_most check (cardinality(hidden) <= 100),
  constraint progress_visibility_counts_its_versions check (version >= 1)
);
call kith_wall('progress_visibility');
