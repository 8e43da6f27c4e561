-- Where one alert stands for many sendings, its steps tell which of them it knows: what was told once is no news when it is sent again.

alter table alert_step add column evidence text;
alter table alert_step add constraint alert_step_marks_its_evidence_shortly check (length(evidence) <= 64);
