-- Which alert rule of the questionnaire a signal of a critical answer speaks of: two that fire are two signals, whoever answered.
alter table signal add column alert_rule text;
