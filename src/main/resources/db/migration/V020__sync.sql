-- What changed since an app last looked: each row that apps keep a copy of says which transaction wrote it last.
--
-- A position is the lowest transaction that was under way when a page was begun. Whatever was not visible then was written by
-- that transaction or a later one, and is found from that position on, however late it commits. What was visible may come twice.

create function kith_note_change() returns trigger language plpgsql as $$
begin
  new.changed := pg_current_xact_id();
  return new;
end $$;

alter table task add column changed xid8 not null default '0';
alter table response add column changed xid8 not null default '0';
alter table log add column changed xid8 not null default '0';
alter table feedback add column changed xid8 not null default '0';
create index task_by_change on task (practice_id, client_id, changed, id);
create index response_by_change on response (practice_id, client_id, changed, id);
create index log_by_change on log (practice_id, client_id, changed, id);
create index feedback_by_change on feedback (practice_id, client_id, changed, id);
create trigger task_notes_its_change before insert or update on task for each row execute function kith_note_change();
create trigger response_notes_its_change before insert or update on response for each row execute function kith_note_change();
create trigger log_notes_its_change before insert or update on log for each row execute function kith_note_change();
create trigger feedback_notes_its_change before insert or update on feedback for each row execute function kith_note_change();

-- Tasks of paused work cannot be done: who keeps a copy of them hears of it.
create function kith_note_change_of_tasks() returns trigger language plpgsql as $$
begin
  update task set changed = pg_current_xact_id()
  where practice_id = new.practice_id and assignment_id = new.id and ended_as is null;
  return null;
end $$;
create trigger assignment_notes_a_change_of_its_tasks after update of state on assignment
  for each row when (old.state is distinct from new.state) execute function kith_note_change_of_tasks();

-- A gate that opens or closes changes what exercises a client can do.
create function kith_note_change_by_gate() returns trigger language plpgsql as $$
begin
  if new.opens is distinct from (
    select opens from gate_word
    where practice_id = new.practice_id and client_id = new.client_id and gate = new.gate and id <> new.id
    order by said_at desc, id desc limit 1) then
    update task set changed = pg_current_xact_id()
    where practice_id = new.practice_id and client_id = new.client_id and ended_as is null
      and exists (select 1 from assignment a
                  where a.practice_id = task.practice_id and a.id = task.assignment_id and a.exercise_key is not null);
  end if;
  return null;
end $$;
create trigger gate_word_notes_a_change_of_tasks after insert on gate_word
  for each row execute function kith_note_change_by_gate();

-- That a word about sharing was taken in, which has no row of its own: a batch that comes again does not say it again.
create table sync_item (
  practice_id  uuid not null,
  client_id    uuid not null,
  id           uuid not null,
  taken_at     timestamptz not null,
  primary key (practice_id, client_id, id),
  constraint sync_item_is_of_a_client_of_this_practice foreign key (practice_id, client_id) references client
);
call kith_wall('sync_item');
