package dev.kith.program;

import static dev.kith.program.Walked.SOMATIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.tenancy.Practices;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others of the practice have planned, and what lies later, costs a list of reviews nothing: buffers that the database touches. */
@QuarkusTest
class ReviewGrowthTest {
    private static final int CLIENTS = 150;
    private static final int BEFORE = 20;
    private static final int AFTER = 10 * BEFORE;
    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared (?:hit=(\\d+))?(?: ?read=(\\d+))?");

    @Inject
    People people;

    @Inject
    Practices practices;

    UUID practice;
    Someone clinician;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.sandbox().practice());
        practice = clinician.practice();
        var walked = Walked.into(clinician, people.clientOf(clinician), SOMATIC);
        walked.does("steps/w0-ksr-20/omission");
        walked.does("steps/w0-phq-4/omission");
    }

    @Test
    void listsStayFlatHoweverMuchOthersHavePlannedForLater() {
        others();
        later(0, BEFORE);
        var few = List.of(buffers(ofCaseload(true)), buffers(ofCaseload(false)), buffers(ofAll()));
        later(BEFORE, AFTER);
        var many = List.of(buffers(ofCaseload(true)), buffers(ofCaseload(false)), buffers(ofAll()));
        for (var i = 0; i < few.size(); i++) {
            assertThat(many.get(i))
                    .as("buffers of statement %d: %s at %d steps each, %s at %d", i, many, AFTER, few, BEFORE)
                    .isLessThanOrEqualTo(few.get(i) + 15);
        }
    }

    /** On nobody's caseload, each enrolled once. */
    private void others() {
        people.run(practice, """
                insert into client (practice_id, id, display_name, time_zone, language, created_at)
                select kith_practice(), md5(kith_practice() || 'client' || n)::uuid, 'Cleo', 'UTC', 'en', now()
                from generate_series(1, ?::int) n
                """, CLIENTS);
        people.run(practice, """
                insert into enrollment (practice_id, id, client_id, program_practice_id, program_key, program_version, state, began_on,
                                        starts_on, made_by, made_at)
                select kith_practice(), md5(kith_practice() || 'enrollment' || n)::uuid, md5(kith_practice() || 'client' || n)::uuid,
                       e.program_practice_id, e.program_key, e.program_version, 'active', e.began_on, e.starts_on, e.made_by, e.made_at
                from generate_series(1, ?::int) n, (select * from enrollment order by made_at, id limit 1) e
                """, CLIENTS);
    }

    /** Steps of theirs, a month from now and later. */
    private void later(int from, int to) {
        people.run(practice, """
                insert into enrollment_step (practice_id, id, enrollment_id, step, round, place, week, state, planned_on)
                select kith_practice(), gen_random_uuid(), md5(kith_practice() || 'enrollment' || n)::uuid, 'step-' || s, 1, s, s, 'planned',
                       current_date + 30 + s
                from generate_series(1, ?::int) n, generate_series(?::int, ?::int - 1) s
                """, CLIENTS, from, to);
        for (var table : List.of("client", "enrollment", "enrollment_step")) {
            people.asOwner("vacuum analyze " + table);
        }
    }

    private String ofCaseload(boolean due) {
        return filled(
                ReviewList.OF_CASELOAD
                        .replaceFirst("\\?", "'" + clinician.id() + "'")
                        .replaceFirst("\\?", "now()"),
                due);
    }

    private static String ofAll() {
        return filled(ReviewList.OF_ALL, true);
    }

    private static String filled(String sql, boolean due) {
        return sql.replaceFirst("\\?", due ? "current_date + 1" : "date '9999-12-31'")
                .replaceFirst("\\?", "now()")
                .replaceFirst("\\?", String.valueOf(due))
                .replaceFirst("\\?", due ? "date '1970-01-01'" : "current_date - 1")
                .replaceFirst("\\?", "'00000000-0000-0000-0000-000000000000'")
                .replaceFirst("\\?", "51");
    }

    /** Of the uppermost node, which counts those below it. */
    private int buffers(String sql) {
        return practices.within(practice, () -> {
            try (var connection = people.connection();
                    var explain =
                            connection.prepareStatement("explain (analyze, buffers, costs off, timing off) " + sql);
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
