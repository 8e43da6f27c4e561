-- How a whole practice's clients fared: one questionnaire over months, found without reading all other answers.
create index response_by_questionnaire on response (practice_id, questionnaire_key, authored_at) where state in ('completed', 'amended');
