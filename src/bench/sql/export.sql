-- What the service's export of a practice reads, in one statement through the same walls, written where nobody looks.
-- Variables: practice.
\set ON_ERROR_STOP on
select set_config('kith.practice', :'practice', false) \g /dev/null
\o /dev/null
\set FETCH_COUNT 500
select r.client_id, r.changed::text, r.id, r.authored_at, r.questionnaire_practice_id, r.questionnaire_key, r.questionnaire_version,
       r.author, r.state, r.revision, r.answers::text,
       (select json_agg(json_build_object('scale', s.scale, 'value', s.value, 'reason', s.reason, 'band', s.band) order by s.scale)
        from score s where s.practice_id = r.practice_id and s.response_id = r.id and s.revision = r.revision)::text
from response r
where r.practice_id = kith_practice() and r.state in ('completed', 'amended')
order by r.client_id, r.changed, r.id;
