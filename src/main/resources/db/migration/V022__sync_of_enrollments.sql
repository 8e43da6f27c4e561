-- Enrolments in programs are told to apps as what changed since they last looked, and so are their steps, with their enrolment.

alter table enrollment add column changed xid8 not null default '0';
create index enrollment_by_change on enrollment (practice_id, client_id, changed, id);
create trigger enrollment_notes_its_change before insert or update on enrollment for each row execute function kith_note_change();

-- Once a transaction, however many of its steps change: most change with their enrolment, and then nothing is left to write.
create function kith_note_change_of_enrollment() returns trigger language plpgsql as $$
begin
  update enrollment set changed = pg_current_xact_id()
  where practice_id = new.practice_id and id = new.enrollment_id and changed <> pg_current_xact_id();
  return null;
end $$;
create trigger enrollment_step_notes_a_change_of_its_enrollment after insert or update on enrollment_step
  for each row execute function kith_note_change_of_enrollment();
