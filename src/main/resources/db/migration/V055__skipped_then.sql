-- A skip that comes late keeps when it was said, by our clock, and how far the app's clock was ahead of ours; and a response that says something else than the one completed under its id is kept beside that one.

alter table task
  add column skipped_at timestamptz,
  add column client_clock_ahead_ms bigint,
  add constraint task_says_when_it_was_skipped_only_while_it_is check
    (ended_as is not distinct from 'skipped' or (skipped_at is null and client_clock_ahead_ms is null)),
  add constraint task_was_skipped_before_that_was_heard check (skipped_at <= ended_at);

alter table response
  add column beside_id uuid,
  add constraint response_is_kept_beside_one_of_this_practice foreign key (practice_id, beside_id) references response,
  add constraint response_beside_another_is_of_no_task check (beside_id is null or (task_id is null and beside_id <> id));
create index response_by_what_it_is_beside on response (practice_id, beside_id) where beside_id is not null;

-- What is kept beside is no measurement of its own: a series goes by what stands. Both ways in which scores are found look past it without touching its row.
drop index response_by_measure;
create index response_by_measure on response
  (practice_id, client_id, questionnaire_practice_id, questionnaire_key, author, questionnaire_version, authored_at, id)
  include (revision) where state in ('completed', 'amended') and beside_id is null;
