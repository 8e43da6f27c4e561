-- What an alert fired on when that was last new, so that a draft that says something else is told from the same one again.

alter table alert
  add column evidence text,
  add constraint alert_evidence_is_a_mark_and_no_words check (length(evidence) <= 64);
