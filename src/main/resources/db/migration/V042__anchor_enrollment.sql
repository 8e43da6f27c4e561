-- Work of no program may hang on the start of an enrolment: it lies so far from there, wherever that is.

alter table assignment
  add column anchor_enrollment_id uuid,
  add constraint assignment_is_anchored_to_an_enrollment_of_this_practice
    foreign key (practice_id, anchor_enrollment_id) references enrollment,
  add constraint assignment_is_anchored_to_one_thing_at_most check (appointment_id is null or anchor_enrollment_id is null),
  add constraint assignment_of_a_program_is_anchored_to_no_enrollment check (enrollment_id is null or anchor_enrollment_id is null);
create index assignment_by_anchor_enrollment on assignment (practice_id, anchor_enrollment_id) where anchor_enrollment_id is not null;

alter table schedule_revision
  drop constraint schedule_was_revised_for_a_known_reason,
  add constraint schedule_was_revised_for_a_known_reason check (why in
    ('assigned', 'changed', 'zone-changed', 'appointment-moved', 'enrollment-moved', 'too-much', 'program-moved', 'gate-opened'));
