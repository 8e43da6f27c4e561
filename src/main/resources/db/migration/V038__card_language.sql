-- What language whoever answered asked for, whatever the questionnaire has words in; and one crisis card a language, however its tag was spelt.

alter table response add column wanted_languages text[];
alter table response add constraint response_wants_a_bounded_number_of_languages check (cardinality(wanted_languages) <= 20);

-- A tag in its usual spelling: language small, script capitalised, region in capitals, the rest small.
create function kith_language_tag(tag text) returns text language sql immutable strict as $$
  select string_agg(case
      when n = 1 then coalesce('{"iw": "he", "in": "id", "ji": "yi"}'::jsonb ->> lower(part), lower(part))
      when part ~ '^[A-Za-z]{4}$' and not later then initcap(part)
      when part ~ '^[A-Za-z]{2}$' and not later then upper(part)
      else lower(part) end, '-' order by n)
  from (select part, n, coalesce(bool_or(length(part) = 1) over (order by n rows between unbounded preceding and 1 preceding), false) as later
        from unnest(string_to_array(tag, '-')) with ordinality as parts (part, n)) of_tag
$$;

-- Cards of one language under several spellings become versions of one card, by when they were written: first out of the way, then
-- to their places. What was shown keeps pointing at the words that were shown.
alter table crisis_card no force row level security;
alter table crisis_card_shown no force row level security;
-- Where one role owns and serves, it took its own right to change them away.
grant update on crisis_card, crisis_card_shown to current_user;
update crisis_card_shown s set version = s.version + 1000000
where s.version between 1 and 999999 and exists (
  select 1 from crisis_card o where o.practice_id = s.practice_id and o.severity = s.severity
    and kith_language_tag(o.language) = kith_language_tag(s.language) and o.language <> kith_language_tag(o.language));
update crisis_card c set version = c.version + 1000000
where exists (
  select 1 from crisis_card o where o.practice_id = c.practice_id and o.severity = c.severity
    and kith_language_tag(o.language) = kith_language_tag(c.language) and o.language <> kith_language_tag(o.language));
update crisis_card_shown s set language = kith_language_tag(s.language), version = placed.place
from (select practice_id, language, severity, version, row_number() over (
        partition by practice_id, kith_language_tag(language), severity order by made_at, version, language) as place
      from crisis_card where version > 1000000) placed
where s.version > 1000000 and s.practice_id = placed.practice_id and s.language = placed.language and s.severity = placed.severity
  and s.version = placed.version;
update crisis_card c set language = kith_language_tag(c.language), version = placed.place
from (select practice_id, language, severity, version, row_number() over (
        partition by practice_id, kith_language_tag(language), severity order by made_at, version, language) as place
      from crisis_card where version > 1000000) placed
where c.practice_id = placed.practice_id and c.language = placed.language and c.severity = placed.severity
  and c.version = placed.version;
revoke update on crisis_card, crisis_card_shown from "${app}";
alter table crisis_card force row level security;
alter table crisis_card_shown force row level security;
drop function kith_language_tag(text);
