-- What the rules of signals could not say of a client, and why, as of when they were asked last. Computed from facts with the signals, never edited by hand.
create table signal_not_judged (
  practice_id  uuid not null references practice,
  client_id    uuid not null,
  rules        jsonb not null,
  primary key (practice_id, client_id),
  constraint signal_not_judged_is_of_a_client_of_this_practice foreign key (practice_id, client_id) references client,
  constraint signal_not_judged_is_a_list check (jsonb_typeof(rules) = 'array')
);
call kith_wall('signal_not_judged');
