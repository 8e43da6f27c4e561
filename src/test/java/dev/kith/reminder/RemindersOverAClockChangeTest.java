package dev.kith.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.AtOnce;
import dev.kith.house.MailServer;
import dev.kith.house.People;
import dev.kith.reminder.Reminded.Cast;
import dev.kith.tenancy.Practices;
import dev.kith.time.Ids;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Forty-eight hours over the end of summer time, for a thousand clients in six zones: two workers at each step, and some that die with
 * what they claimed. Each reminder goes out once, within its window and outside quiet hours; a dead worker's once or never.
 */
@QuarkusTest
class RemindersOverAClockChangeTest {
    private static final int CLIENTS = 1_000;
    private static final Instant FROM = Instant.parse("2026-10-23T20:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(20);
    private static final int STEPS = 48 * 3;
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "Europe/Lisbon",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "America/New_York");

    private static final String ADMITTED = """
        insert into client (practice_id, id, display_name, email, time_zone, language, created_at)
        select kith_practice(), c.id, 'Cleo', c.id || '@mail.example', c.zone, 'de', timestamptz '2026-01-01Z'
        from unnest(?::uuid[], ?::text[]) as c (id, zone)
        """;
    private static final String ASSIGNED = """
        with model as (select * from assignment where practice_id = kith_practice() limit 1), made as (
          insert into assignment (practice_id, id, client_id, questionnaire_practice_id, questionnaire_key, questionnaire_version,
            version_policy, time_zone, schedule_revision, state, made_by, made_at)
          select m.practice_id, c.id, c.id, m.questionnaire_practice_id, m.questionnaire_key, m.questionnaire_version,
            m.version_policy, c.time_zone, 1, 'active', m.made_by, m.made_at
          from client c, model m where c.practice_id = kith_practice() and c.id = any (?) returning practice_id, id)
        insert into schedule_revision (practice_id, assignment_id, revision, schedule, why, made_by, made_at)
        select n.practice_id, n.id, 1, '{}', 'assigned', m.made_by, m.made_at from made n, model m
        """;
    private static final String MADE = """
        insert into task (practice_id, id, assignment_id, client_id, schedule_revision, starts_local, time_zone, shifted, opens_at,
          due_at, late_after, closes_at)
        select kith_practice(), t.id, t.client, t.client, 1, t.local::timestamp, t.zone, 'none', t.opens::timestamptz,
          t.opens::timestamptz + interval '6 hours', t.opens::timestamptz + interval '6 hours', t.opens::timestamptz + interval '12 hours'
        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[]) as t (id, client, local, zone, opens)
        """;

    @Inject
    Reminded reminded;

    @Inject
    Planning planning;

    @Inject
    People people;

    @Inject
    Practices practices;

    @Inject
    AgroalDataSource database;

    private record Due(UUID client, LocalDateTime local, ZoneId zone) {
        Instant opensAt() {
            return local.atZone(zone).toInstant(); // in an overlap the first of the two, as schedules are
        }
    }

    @Test
    void eachGoesOutOnceWithinItsWindowAndNeverAtNight() throws Exception {
        var cast = reminded.cast();
        reminded.task(cast, "10:00"); // what the thousand are modelled on
        Reminded.rules(
                cast,
                "{\"channel\": \"email\", \"moment\": \"opens\"}, {\"channel\": \"event\", \"moment\": \"due\", \"lead\": \"PT3H\"}",
                20,
                ", \"quietHours\": {\"from\": \"22:00\", \"to\": \"06:30\"}");
        made(cast.practice());
        var killed = 0;
        try (var mail = MailServer.open()) {
            for (var step = 0; step <= STEPS; step++) {
                var now = FROM.plus(STEP.multipliedBy(step));
                if (step % 29 == 7) {
                    // planned by somebody, claimed by a worker that is killed before it sends
                    practices.<Boolean>within(cast.practice(), () -> planning.plan(now));
                    killed += reminded.claimOnly(cast.practice(), now);
                }
                AtOnce.times(2, () -> {
                    reminded.work(cast, now);
                    return now;
                });
            }
            var got = mail.counts();
            assertThat(got.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(count(cast, "channel = 'email' and state = 'sent'"));
            assertThat(people.count(cast.practice(), """
                    select count(*) from (
                      select client_id, count(*) from reminder where channel = 'email' and state = 'sent' group by client_id) sent
                    """)).isEqualTo(got.size());
            assertThat(got.values()).allMatch(many -> many <= 2); // as many as a client has tasks
        }
        assertThat(killed).isPositive();
        assertThat(count(cast, "state in ('sending', 'unsure')")).isEqualTo(killed);
        assertThat(count(cast, "state in ('failed', 'dropped') and why not in ('quiet', 'overtaken')"))
                .isZero();
        assertThat(count(cast, "state = 'planned' and due_at <= '" + FROM.plus(STEP.multipliedBy(STEPS)) + "'"))
                .isZero();
        assertThat(count(cast, "state = 'sent'")).isGreaterThan(2 * CLIENTS);
        assertThat(people.count(cast.practice(), "select count(*) from outbox_event where kind = 'reminder.due'"))
                .isEqualTo(count(cast, "channel = 'event' and state = 'sent'"));
        assertThat(people.count(cast.practice(), """
                select count(*) from reminder r join task t using (practice_id) join client c using (practice_id)
                where t.id = r.task_id and c.id = r.client_id and r.claimed_at is not null and (
                  r.claimed_at < t.opens_at or r.claimed_at >= t.closes_at or r.claimed_at < r.planned_for
                  or (r.claimed_at at time zone c.time_zone)::time >= '22:00' or (r.claimed_at at time zone c.time_zone)::time < '06:30')
                """)).isZero();
        assertThat(count(cast, "claimed_at - due_at > interval '20 minutes'")).isZero();
    }

    private long count(Cast cast, String which) {
        return people.count(cast.practice(), "select count(*) from reminder where " + which);
    }

    /** Two tasks a client within the two days, one of them at two or three at night, when the clocks go back. */
    private void made(UUID practice) {
        var due = new ArrayList<Due>();
        var day = LocalDate.parse("2026-10-24");
        for (var i = 0; i < CLIENTS; i++) {
            var client = Ids.next();
            var zone = ZoneId.of(ZONES.get(i % ZONES.size()));
            due.add(new Due(client, day.plusDays(1).atTime(LocalTime.of(1 + i % 3, 30)), zone));
            due.add(new Due(client, day.plusDays(i % 2).atTime(LocalTime.of(8 + i % 14, i % 60)), zone));
        }
        practices.within(practice, () -> {
            insert(ADMITTED, each(due, 0, "uuid"), each(due, 1, "text"));
            insert(ASSIGNED, each(due, 0, "uuid"));
            insert(MADE, each(due, 4, "uuid"), all(due, 0), all(due, 2), all(due, 1), all(due, 3));
            return practice;
        });
    }

    private record Column(String type, Object[] values) {}

    private static Column each(List<Due> due, int what, String type) {
        if (what == 4) {
            return new Column(type, due.stream().map(one -> Ids.next()).toArray());
        }
        var one = due.stream().filter(d -> d.local().getHour() < 4).toList(); // once a client
        return new Column(type, one.stream().map(d -> value(d, what)).toArray());
    }

    private static Column all(List<Due> due, int what) {
        return new Column(
                what == 0 ? "uuid" : "text",
                due.stream().map(d -> value(d, what)).toArray());
    }

    private static Object value(Due due, int what) {
        return switch (what) {
            case 0 -> due.client();
            case 1 -> due.zone().getId();
            case 2 -> due.local().toString();
            default -> due.opensAt().atOffset(ZoneOffset.UTC).toString();
        };
    }

    private void insert(String sql, Column... columns) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < columns.length; i++) {
                statement.setArray(i + 1, connection.createArrayOf(columns[i].type(), columns[i].values()));
            }
            statement.executeUpdate();
        }
    }
}
