-- A skip that comes late keeps when it was said, by our clock, and how far the app's clock was ahead of ours.

alter table task
  add column skipped_at timestamptz,
  add column client_clock_ahead_ms bigint,
  add constraint task_says_when_it_was_skipped_only_while_it_is check
    (ended_as is not distinct from 'skipped' or (skipped_at is null and client_clock_ahead_ms is null)),
  add constraint task_was_skipped_before_that_was_heard check (skipped_at <= ended_at);
