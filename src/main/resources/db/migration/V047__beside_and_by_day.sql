-- A log that says something else than the one completed under its id is kept beside that one; and what a client's app sends that nobody planned is counted by the day.

alter table log
  add column beside_id uuid,
  add constraint log_is_kept_beside_one_of_this_practice foreign key (practice_id, beside_id) references log,
  add constraint log_beside_another_is_of_no_task check (beside_id is null or (task_id is null and beside_id <> id));
create index log_by_what_it_is_beside on log (practice_id, beside_id) where beside_id is not null;

create index response_by_sender on response (practice_id, entered_by, received_at) where task_id is null;
create index log_by_sender on log (practice_id, entered_by, received_at) where task_id is null;
create index goal_rating_by_teller on goal_rating (practice_id, told_by, told_at);
