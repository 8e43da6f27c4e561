package dev.kith.reminder;

import static dev.kith.house.Work.assigned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.tenancy.Practices;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much a practice has to do and has done costs a tick nothing where nothing is new: buffers that the database touches. */
@QuarkusTest
class PlanningGrowthTest {
    private static final int BEFORE = 3_000;
    private static final int AFTER = 10 * BEFORE;
    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared (?:hit=(\\d+))?(?: ?read=(\\d+))?");

    @Inject
    People people;

    @Inject
    Practices practices;

    UUID practice;
    Someone client;
    UUID assignment;

    @BeforeEach
    void found() {
        var clinician = people.clinician(people.practice().practice());
        practice = clinician.practice();
        client = people.clientOf(clinician);
        assignment = UUID.fromString(assigned(clinician, client, "{\"questionnaire\": \"phq-9\"}"));
    }

    @Test
    void lookingForWhatIsToPlanAndToSendStaysFlat() {
        tasks(0, BEFORE);
        var few = buffers(plan()) + buffers(hold());
        tasks(BEFORE, AFTER);
        var many = buffers(plan()) + buffers(hold());
        assertThat(many)
                .as("buffers at %d open tasks, %d at %d", AFTER, few, BEFORE)
                .isLessThanOrEqualTo(few + 15);
        fresh();
        assertThat(buffers(plan())).as("with one that is new").isLessThanOrEqualTo(many + 150);
        assertThat(people.count(practice, "select count(*) from reminder where task_id = '%s'".formatted(FRESH)))
                .isEqualTo(1);
    }

    @Test
    void otherRulesLookAtWhatOpensSoonHoweverMuchOpensLater() {
        later(0, BEFORE);
        var few = buffers(again());
        later(BEFORE, AFTER);
        assertThat(buffers(again()))
                .as("buffers at %d tasks that open later, %d at %d", AFTER, few, BEFORE)
                .isLessThanOrEqualTo(few + 25);
    }

    /** A minute apart, in ten days. */
    private void later(int from, int to) {
        people.run(practice, """
                insert into task (practice_id, id, assignment_id, client_id, schedule_revision, starts_local, time_zone, shifted,
                                  opens_at, due_at, late_after, closes_at)
                select kith_practice(), gen_random_uuid(), ?, ?, 1, at::timestamp, 'UTC', 'none', at, at, at, at + interval '1 day'
                from generate_series(?::int, ?::int - 1) n, lateral (select now() + interval '10 days' + n * interval '1 minute' as at) a
                """, assignment, client.id(), from, to);
        people.asOwner("vacuum analyze task");
        people.asOwner("vacuum analyze reminder_to_plan");
    }

    private static String again() {
        return Planning.AGAIN_BY_THE_PRACTICES
                .replaceFirst("\\?", "now() + interval '49 hours'")
                .replaceFirst("\\?", "now()");
    }

    private static final UUID FRESH = UUID.fromString("00000000-0000-7000-8000-00000000f4e5");

    /** Open ones whose reminders are planned for tomorrow, and as many that are done. */
    private void tasks(int from, int to) {
        for (var ended : new String[] {"null", "'completed'"}) {
            people.run(practice, """
                    insert into task (practice_id, id, assignment_id, client_id, schedule_revision, starts_local, ordinal, time_zone, shifted,
                                      opens_at, due_at, late_after, closes_at, ended_as, ended_at)
                    select kith_practice(), gen_random_uuid(), ?, ?, 1, timestamp '2001-01-01' + n * interval '1 minute',
                           case when %1$s is null then 1 else 2 end, 'UTC', 'none',
                           now() - interval '1 hour', now() + interval '2 days', now() + interval '2 days', now() + interval '2 days',
                           %1$s, case when %1$s is not null then now() end
                    from generate_series(?::int, ?::int - 1) n
                    """.formatted(ended), assignment, client.id(), from, to);
        }
        people.run(practice, """
                insert into reminder (practice_id, task_id, slot, repeat, client_id, channel, planned_for, due_at)
                select kith_practice(), q.task_id, 'email opens', 0, ?, 'email', now() + interval '1 day', now() + interval '1 day'
                from reminder_to_plan q
                """, client.id());
        people.run(practice, "delete from reminder_to_plan");
        people.asOwner("vacuum analyze task");
        people.asOwner("vacuum analyze reminder");
        people.asOwner("vacuum analyze reminder_to_plan");
    }

    private void fresh() {
        people.run(practice, """
                insert into task (practice_id, id, assignment_id, client_id, schedule_revision, starts_local, time_zone, shifted,
                                  opens_at, due_at, late_after, closes_at)
                values (kith_practice(), ?, ?, ?, 1, now()::timestamp, 'UTC', 'none', now(), now() + interval '1 day',
                        now() + interval '1 day', now() + interval '1 day')
                """, FRESH, assignment, client.id());
    }

    private static String plan() {
        return Planning.PLAN
                .replaceFirst("\\?", "now() + interval '2 days'")
                .replaceFirst("\\?", "1000")
                .replaceFirst("\\?::jsonb", """
                        '[{"slot": "email opens", "channel": "email", "moment": "opens", "leadDays": "P0D", "leadTime": "PT0S",
                           "repeats": 0, "everyDays": "P0D", "everyTime": "PT0S"}]'::jsonb
                        """.strip())
                .replaceFirst("\\?", "now() - interval '2 hours'");
    }

    private static String hold() {
        return Claiming.HOLD
                .replaceFirst("\\?", "now()")
                .replaceFirst("\\?", "true")
                .replaceFirst("\\?", "1000")
                .replaceFirst("\\?", "200");
    }

    /** All that a statement names, parts of it twice. */
    private int buffers(String sql) {
        return practices.within(practice, () -> {
            try (var connection = people.connection();
                    var explain =
                            connection.prepareStatement("explain (analyze, buffers, costs off, timing off) " + sql);
                    var row = explain.executeQuery()) {
                var touched = 0;
                while (row.next() && !row.getString(1).startsWith("Planning")) {
                    var found = BUFFERS.matcher(row.getString(1));
                    if (found.find()) {
                        touched += number(found.group(1)) + number(found.group(2));
                    }
                }
                return touched;
            }
        });
    }

    private static int number(String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }
}
