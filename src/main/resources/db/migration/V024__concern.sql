-- A critical answer holds all of an enrolment, or only the steps that say so, and holds once for each rule that it met; and what is due for a clinician is found across clients.

alter table enrollment add column concern_holds boolean not null default false;
alter table enrollment no force row level security;
update enrollment set concern_holds = true where state = 'held';
alter table enrollment force row level security;
alter table enrollment add constraint enrollment_is_held_by_its_concern check (state <> 'held' or concern_holds);
alter table enrollment add constraint enrollment_is_held_for_a_concern check (not concern_holds or concern_at is not null);

-- The answer's id, a blank, the rule: what a clinician has given a word on does not hold again when the answer is saved again.
alter table enrollment add column concerns_heard text[] not null default '{}';

create index enrollment_step_planned on enrollment_step (practice_id, planned_on, id) where state = 'planned';
