-- What a care team and a client say to each other about one response or one log, and when the other side read it.

create table feedback (
  practice_id   uuid not null references practice,
  id            uuid not null,
  client_id     uuid not null,
  response_id   uuid,
  log_id        uuid,
  member_id     uuid,
  signed        text not null,
  text          text not null,
  given_at      timestamptz not null,
  read_at       timestamptz,
  read_by       uuid,
  withdrawn_at  timestamptz,
  version       integer not null default 0,
  primary key (practice_id, id),
  constraint feedback_is_to_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint feedback_is_on_a_response_of_this_practice foreign key (practice_id, response_id) references response,
  constraint feedback_is_on_a_log_of_this_practice foreign key (practice_id, log_id) references log,
  constraint feedback_is_on_one_response_or_one_log check (num_nonnulls(response_id, log_id) = 1),
  constraint feedback_is_by_a_member_of_this_practice foreign key (practice_id, member_id) references member,
  constraint feedback_is_short_and_not_empty check (length(text) between 1 and 4000),
  constraint feedback_names_who_read_it check ((read_at is null) = (read_by is null)),
  constraint feedback_is_taken_back_only_unread check (read_at is null or withdrawn_at is null)
);
create index feedback_by_client on feedback (practice_id, client_id, given_at desc, id desc);
create index feedback_by_response on feedback (practice_id, response_id, given_at, id) where response_id is not null;
create index feedback_by_log on feedback (practice_id, log_id, given_at, id) where log_id is not null;
-- What waits to be read is little, however much was said.
create index feedback_unread on feedback (practice_id, client_id) where read_at is null and withdrawn_at is null;
call kith_wall('feedback');
-- What was said stays as it was said.
revoke update, delete, truncate on feedback from "${app}";
grant update (read_at, read_by, withdrawn_at, version) on feedback to "${app}";
