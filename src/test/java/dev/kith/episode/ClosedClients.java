package dev.kith.episode;

import dev.kith.house.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** A practice's past, in a few statements: clients who left, each with a PHQ-9 now and then. */
@ApplicationScoped
class ClosedClients {
    @Inject
    People people;

    /**
     * Clients by number, archived at the end of 2025. As in ExpectedResponseTest: number n began with 5 + n % 20 and came 1 + n % 6 times more, a week
     * apart, so that the figures which numpy gave for 200 of them hold here too.
     */
    void archived(UUID practice, int from, int to) {
        admitted(practice, from, to);
        people.run(practice, """
            update client set archived_at = timestamptz '2025-12-31Z'
            where practice_id = kith_practice() and external_id ~ '^closed-' and substr(external_id, 8)::int >= ? and substr(external_id, 8)::int < ?
            """, from, to);
    }

    /** The same, in care still. */
    void admitted(UUID practice, int from, int to) {
        people.run(practice, """
            insert into client (practice_id, id, display_name, time_zone, language, external_id, created_at)
            select kith_practice(), gen_random_uuid(), 'Robin ' || n, 'UTC', 'en', 'closed-' || n, timestamptz '2025-01-01Z'
            from generate_series(?::int, ?::int - 1) n
            """, from, to);
        people.run(practice, """
            with given as (
              insert into response (practice_id, id, client_id, questionnaire_practice_id, questionnaire_key, questionnaire_version, state, author,
                                    entered_by, authored_at, received_at, completed_at, language, answers)
              select kith_practice(), gen_random_uuid(), c.id, '00000000-0000-0000-0000-000000000000', 'phq-9', 1, 'completed', 'client',
                     c.id, at, at, at, 'en', jsonb_build_object('n', n, 'session', session)
              from client c, lateral (select substr(c.external_id, 8)::int as n) of, lateral generate_series(0, 1 + n % 6) session,
                   lateral (select timestamptz '2025-02-01T09:00:00Z' + session * interval '7 days' as at) a
              where c.practice_id = kith_practice() and c.external_id ~ '^closed-' and n >= ? and n < ?
              returning practice_id, id, (answers ->> 'n')::int as n, (answers ->> 'session')::int as session)
            insert into score (practice_id, response_id, revision, scale, value, answered, items, prorated, engine)
            select practice_id, id, 1, 'total',
                   case session when 0 then 5 + n % 20
                     else round((3 + 0.8 * (5 + n % 20) - 2 * ln(1 + session) + ((n * 7 + session * 3) % 5 - 2))::numeric, 4) end,
                   9, 9, false, 'a test'
            from given
            """, from, to);
    }

    /** They are in a program. */
    void enrolled(UUID practice, int from, int to) {
        people.run(practice, """
            insert into enrollment (practice_id, id, client_id, program_practice_id, program_key, program_version, state, began_on, starts_on,
                                    made_by, made_at)
            select kith_practice(), gen_random_uuid(), id, '00000000-0000-0000-0000-000000000000', p.key, p.version, 'active', date '2025-01-01',
                   date '2025-01-01', id, timestamptz '2025-01-01Z'
            from client, (select key, version from program_version where key = 'somatic-first-steps' order by version limit 1) p
            where practice_id = kith_practice() and external_id ~ '^closed-' and substr(external_id, 8)::int >= ? and substr(external_id, 8)::int < ?
            """, from, to);
    }

    /** What they were enrolled in is over since then. */
    void completed(UUID practice, int from, int to, String at) {
        people.run(practice, """
            update enrollment set state = 'completed', ended_at = ?::timestamptz
            where practice_id = kith_practice() and ended_at is null and client_id in (
              select id from client
              where practice_id = kith_practice() and external_id ~ '^closed-' and substr(external_id, 8)::int >= ? and substr(external_id, 8)::int < ?)
            """, at, from, to);
    }
}
