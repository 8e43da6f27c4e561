package dev.kith.assignment;

import static dev.kith.house.Work.assigned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Statements;
import dev.kith.tenancy.Practices;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a practice has done long ago costs today's lists nothing: buffers that the database touches, tasks growing tenfold. With
 * {@code -Dgrowth.tasks=100000} they grow to a million.
 */
@QuarkusTest
class TaskGrowthTest {
    private static final int BEFORE = Integer.getInteger("growth.tasks", 15_000);
    private static final int AFTER = 10 * BEFORE;
    private static final int AT_ONCE = 10_000;
    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared (?:hit=(\\d+))?(?: ?read=(\\d+))?");

    @Inject
    People people;

    @Inject
    Practices practices;

    Someone client;
    UUID practice;
    UUID assignment;
    Someone neighbour;
    UUID neighbours;

    @BeforeEach
    void found() {
        var clinician = people.clinician(people.practice().practice());
        practice = clinician.practice();
        client = people.clientOf(clinician);
        assignment = UUID.fromString(assigned(clinician, client, "{\"questionnaire\": \"phq-9\"}"));
        neighbour = people.clientOf(clinician);
        neighbours = UUID.fromString(assigned(clinician, neighbour, "{\"questionnaire\": \"phq-9\"}"));
    }

    @Test
    void aClientsListIsOneQueryWhoseBuffersStayFlat() {
        past(0, BEFORE);
        var few = buffers();
        past(BEFORE, AFTER);
        var many = buffers();
        assertThat(many).as("buffers at %d tasks, %d at %d", AFTER, few, BEFORE).isLessThanOrEqualTo(few * 13 / 10 + 2);
        var asked = Statements.during(
                () -> client.asks().get("/v1/me/tasks?state=open").then().statusCode(200));
        assertThat(asked).filteredOn(sql -> sql.contains("from task")).hasSize(1);
    }

    /** Done tasks of the same client, a minute apart, and as many that are open of a neighbour. */
    private void past(int from, int to) {
        for (var some = from; some < to; some += atOnce(some)) {
            some(some, Math.min(to, some + atOnce(some)));
            analyse();
        }
    }

    /** Few at first: what checks each of them reads the table from end to end as long as the planner takes it to be small. */
    private static int atOnce(int before) {
        return Math.min(AT_ONCE, Math.max(500, before));
    }

    private void some(int from, int to) {
        done(from, to);
        people.run(practice, """
                insert into task (practice_id, id, assignment_id, client_id, schedule_revision, starts_local, time_zone, shifted,
                                  opens_at, due_at, late_after, closes_at)
                select kith_practice(), gen_random_uuid(), ?, ?, 1, timestamp '2001-01-01' + n * interval '1 minute', 'UTC', 'none',
                       at, timestamptz '2100-01-01Z', timestamptz '2100-01-01Z', timestamptz '2100-01-01Z'
                from generate_series(?::int, ?::int - 1) n, lateral (select timestamptz '2001-01-01Z' + n * interval '1 minute' as at) a
                """, neighbours, neighbour.id(), from, to);
    }

    private void done(int from, int to) {
        people.run(practice, """
                insert into task (practice_id, id, assignment_id, client_id, schedule_revision, starts_local, time_zone, shifted,
                                  opens_at, due_at, late_after, closes_at, ended_as, ended_at)
                select kith_practice(), gen_random_uuid(), ?, ?, 1, timestamp '2001-01-01' + n * interval '1 minute', 'UTC', 'none',
                       at, at, at, at, 'completed', at
                from generate_series(?::int, ?::int - 1) n, lateral (select timestamptz '2001-01-01Z' + n * interval '1 minute' as at) a
                """, assignment, client.id(), from, to);
    }

    private void analyse() {
        people.asOwner("vacuum analyze task");
    }

    private int buffers() {
        return practices.within(practice, () -> {
            try (var connection = people.connection();
                    var explain = connection.prepareStatement("explain (analyze, buffers, costs off, timing off) "
                            + OpenTasks.OPEN
                                    .replaceFirst("\\?", "'" + client.id() + "'")
                                    .replaceFirst("\\?", "now()")
                                    .replaceFirst("\\?", "now()")
                                    .replaceFirst("\\?", "'1900-01-01Z'")
                                    .replaceFirst("\\?", "'00000000-0000-0000-0000-000000000000'")
                                    .replaceFirst("\\?", "51"));
                    var row = explain.executeQuery()) {
                while (row.next()) {
                    var found = BUFFERS.matcher(row.getString(1));
                    if (found.find()) {
                        return number(found.group(1)) + number(found.group(2));
                    }
                }
                throw new AssertionError("the plan tells no buffers");
            }
        });
    }

    private static int number(String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }
}
