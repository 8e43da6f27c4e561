-- Where each scale of a client began and where it is, is read for a whole caseload at once: the first and the last response of each measure are found by
-- their place in this order, however many lie between.
create index response_by_measure on response
  (practice_id, client_id, questionnaire_practice_id, questionnaire_key, author, questionnaire_version, authored_at, id)
  include (revision) where state in ('completed', 'amended');
