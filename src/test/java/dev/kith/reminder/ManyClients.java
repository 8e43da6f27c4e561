package dev.kith.reminder;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Clients in six zones with tasks over two days, written into the database of running services; and what became of their reminders. */
record ManyClients(Connection connection, UUID practice) {
    /** {1} the day of the clock change, {2} a moment at which half of the clients have a task. */
    private static final String[] MADE = {
        "update member set roles = array['admin', 'clinician']",
        """
        create temporary table cast_of as
        select n, md5('client ' || n)::uuid as client, md5('work ' || n)::uuid as work,
          (array['Europe/Berlin', 'Europe/Lisbon', 'America/New_York', 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Lord_Howe'])[n % 6 + 1] as zone
        from generate_series(1, 1000) n
        """,
        """
        insert into client (practice_id, id, display_name, email, time_zone, language, created_at)
        select kith_practice(), client, 'Cleo', 'c' || n || '@mail.example', zone, 'de', timestamptz '2026-01-01Z' from cast_of
        """,
        """
        insert into care_team_member (practice_id, id, client_id, member_id, role, from_on, created_at)
        select kith_practice(), md5('care ' || n)::uuid, client, (select id from member), 'primary', date '2026-01-01', timestamptz '2026-01-01Z'
        from cast_of
        """,
        """
        insert into assignment (practice_id, id, client_id, questionnaire_practice_id, questionnaire_key, questionnaire_version,
          version_policy, time_zone, schedule_revision, state, made_by, made_at)
        select kith_practice(), work, client, '00000000-0000-0000-0000-000000000000', 'phq-9', 1, 'pinned', zone, 1, 'active',
          (select id from member), timestamptz '2026-01-01Z' from cast_of
        """,
        """
        insert into schedule_revision (practice_id, assignment_id, revision, schedule, why, made_by, made_at)
        select kith_practice(), work, 1, '{}', 'assigned', (select id from member), timestamptz '2026-01-01Z' from cast_of
        """,
        // one at night, when clocks go back, one by day, and for half of them one at the same moment; the first of two
        // in an overlap
        """
        insert into task (practice_id, id, assignment_id, client_id, schedule_revision, starts_local, ordinal, time_zone, shifted, opens_at,
          due_at, late_after, closes_at)
        select kith_practice(), md5('task ' || n || ' ' || o)::uuid, work, client, 1, local, o, zone, 'none', at, at + interval '6 hours',
          at + interval '6 hours', at + interval '12 hours'
        from cast_of, lateral (values
          (1, date '{1}' + (1 + n / 6 % 3) * interval '1 hour' + interval '30 minutes'),
          (2, date '{1}' - 1 + n % 2 * interval '1 day' + (8 + n / 12 % 4 * 4) * interval '1 hour'),
          (3, timestamptz '{2}' at time zone zone)) as t (o, local),
          lateral (select least(local at time zone zone, (local - interval '1 hour') at time zone zone + interval '1 hour') as at) w
        where o < 3 or n % 6 < 3
        """
    };

    static ManyClients in(Connection connection, UUID practice, LocalDate change, Instant together)
            throws SQLException {
        var many = new ManyClients(connection, practice);
        connection.setAutoCommit(false); // an assignment and its schedule name each other
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('kith.practice', '" + practice + "', false)");
            for (var sql : MADE) {
                statement.execute(sql.replace("{1}", change.toString()).replace("{2}", together.toString()));
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        return many;
    }

    /** Of the practice's reminders. */
    long count(String which) throws SQLException {
        return number("select count(*) from reminder r where " + which);
    }

    long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
