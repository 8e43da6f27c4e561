-- What was due to a client in the last weeks is counted for a whole caseload at once: found by when it was due, however long the past is.
create index task_due_by_client on task (practice_id, client_id, due_at);
