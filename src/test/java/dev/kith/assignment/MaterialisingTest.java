package dev.kith.assignment;

import static dev.kith.house.Work.assigned;
import static dev.kith.house.Work.each;
import static dev.kith.house.Work.tasks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.kith.house.AtOnce;
import dev.kith.house.Noting;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Statements;
import dev.kith.tenancy.Practices;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tasks are rows, made ahead: once, whoever makes them, and whenever. */
@QuarkusTest
class MaterialisingTest {
    private static final int COURSES = 12;
    private static final String ALL = "select count(*) from task";
    private static final String DISTINCT =
            "select count(*) from (select distinct assignment_id, schedule_revision, starts_local, ordinal from task) t";

    @Inject
    People people;

    @Inject
    Practices practices;

    @Inject
    Materialising materialising;

    @Inject
    Closing closing;

    Someone clinician;
    UUID practice;

    @BeforeEach
    void found() {
        practice = people.practice().practice();
        clinician = people.clinician(practice);
    }

    @Test
    void aRunThatFindsNothingToDoAsksOnce() {
        courses();
        var asked = Statements.during(this::step);
        assertThat(asked).filteredOn(sql -> !sql.contains("set_config")).hasSize(1);
        assertThat(asked).noneMatch(sql -> sql.contains("insert into task"));
    }

    @Test
    void madeLateIsMadeTheSame() {
        courses();
        var before = rows();
        people.run(practice, "delete from task where starts_local > localtimestamp + interval '3 days'");
        people.run(practice, "update assignment set materialised_to = localtimestamp + interval '1 day'");
        while (step().assignments() > 0) {}
        assertThat(rows()).isEqualTo(before);
        assertThat(people.count(practice, ALL)).isEqualTo(people.count(practice, DISTINCT));
    }

    @Test
    void atOnceInChunksOrByManyItIsMadeTheSame() throws Exception {
        courses();
        var before = rows();
        unmade();
        assertThat(step()).isEqualTo(new Materialising.Made(COURSES, COURSES, before.size()));
        assertThat(rows()).as("at once").isEqualTo(before).isNotEmpty();
        unmade();
        var steps = 0;
        for (var step = step(5); step.assignments() > 0; step = step(5)) {
            assertThat(step.taken()).isLessThanOrEqualTo(5);
            steps++;
        }
        assertThat(steps).as("twelve by five").isEqualTo(3);
        assertThat(rows()).as("in chunks").isEqualTo(before);
        unmade();
        var made = AtOnce.times(4, () -> {
            var tasks = 0;
            for (var step = step(2); step.assignments() > 0; step = step(2)) {
                tasks += step.tasks();
            }
            return tasks;
        });
        assertThat(rows()).as("by four, two at a time").isEqualTo(before);
        assertThat(made.stream().mapToInt(many -> many).sum())
                .as("none of it twice")
                .isEqualTo(before.size());
    }

    @Test
    @Timeout(120)
    void whatAnotherReplicaHasTakenIsItsOwnAndTheNextIsTakenWithoutWaiting() {
        courses();
        unmade();
        people.run(practice, """
                update assignment set materialised_to = '1999-01-01'
                where id in (select id from assignment order by id limit 2)
                """);
        var taken = "select count(*) from assignment where materialised_to = '1999-01-01'";
        var made = practices.within(practice, () -> {
            try (var connection = people.connection();
                    var other = connection.createStatement()) {
                other.execute("select 1 from assignment where materialised_to = '1999-01-01' for no key update");
                return AtOnce.times(1, () -> List.of(soon(() -> step(2)), soon(() -> step(COURSES))))
                        .get(0);
            }
        });
        assertThat(made).extracting(Materialising.Made::taken).containsExactly(2, COURSES - 4);
        assertThat(people.count(practice, taken)).isEqualTo(2);
        assertThat(step().taken()).as("when it let go").isEqualTo(2);
        assertThat(people.count(practice, taken)).isZero();
    }

    /** Nobody waits for what somebody else has taken. */
    private static <T> T soon(Callable<T> work) throws Exception {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                })
                .get(20, TimeUnit.SECONDS);
    }

    /** As if nothing had been made. */
    private void unmade() {
        people.run(practice, "delete from task");
        people.run(practice, "update assignment set materialised_to = '2000-01-01'");
    }

    @Test
    void whoHasAPaceAndWhoseTurnSomebodyElseHasIsLeftForTheNextRunWithoutWaiting() {
        var client = people.clientOf(clinician);
        client.asks()
                .header("If-Match", "\"0\"")
                .body("{\"weeklyCap\": 3, \"quietHours\": null, \"reminders\": \"on\"}")
                .put("/v1/clients/" + client.id() + "/pace")
                .then()
                .statusCode(200);
        assigned(clinician, client, """
                {"questionnaire": "phq-9", "schedule": {"rrule": "FREQ=DAILY;COUNT=60", "start": "2026-11-01"}}
                """);
        people.run(practice, "delete from task");
        people.run(practice, "update assignment set materialised_to = '2000-01-01'");
        var made = practices.within(practice, () -> {
            try (var connection = people.connection();
                    var turn = connection.prepareStatement("select 1 from client where id = ? for no key update")) {
                turn.setObject(1, client.id());
                turn.execute();
                return AtOnce.times(1, this::step).get(0);
            }
        });
        assertThat(made).isEqualTo(new Materialising.Made(1, 0, 0));
        assertThat(step().tasks()).isPositive();
    }

    @Test
    void oneWhoseTurnSomebodyElseHasKeepsNobodyElseWaitingForTheNextRound() {
        var paced = people.clientOf(clinician);
        paced.asks()
                .header("If-Match", "\"0\"")
                .body("{\"weeklyCap\": 3, \"reminders\": \"on\"}")
                .put("/v1/clients/" + paced.id() + "/pace")
                .then()
                .statusCode(200);
        var rarely = """
                {"questionnaire": "phq-9", "schedule": {"rrule": "FREQ=YEARLY;COUNT=2", "start": "2026-11-01"}}
                """;
        assigned(clinician, paced, rarely);
        var other = UUID.fromString(assigned(clinician, people.clientOf(clinician), rarely));
        people.run(practice, """
                with copies as (
                  insert into assignment
                  select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid()))).*
                  from assignment a, generate_series(1, ?::int - 1) where a.id = ?
                  returning practice_id, id
                )
                insert into schedule_revision
                select (jsonb_populate_record(s, jsonb_build_object('assignment_id', c.id))).*
                from copies c join schedule_revision s on s.practice_id = c.practice_id and s.assignment_id = ?
                """, Materialising.AT_ONCE, other, other);
        people.run(practice, "update assignment set materialised_to = '2000-01-02'");
        people.run(practice, "update assignment set materialised_to = '2000-01-01' where client_id = ?", paced.id());
        var more = practices.within(practice, () -> {
            try (var connection = people.connection();
                    var turn = connection.prepareStatement("select 1 from client where id = ? for no key update")) {
                turn.setObject(1, paced.id());
                turn.execute();
                return AtOnce.times(1, () -> List.of(tick(), tick(), tick())).get(0);
            }
        });
        assertThat(more)
                .as("more is to do; then the one that is left; then that one alone")
                .containsExactly(true, false, false);
        assertThat(people.count(practice, "select count(*) from assignment where materialised_to < '2001-01-01'"))
                .isOne();
    }

    @Test
    void statementsDoNotGrowWithTheNumberOfCourses() {
        courses();
        people.run(practice, "update assignment set materialised_to = '2000-01-01'");
        var many = Statements.during(this::step).size();
        people.run(
                practice,
                "update assignment set materialised_to = '2000-01-01' where id in (select id from assignment where materialised_to is not null limit 1)");
        assertThat(Statements.during(this::step)).hasSize(many);
    }

    @Test
    void pausedAndEndedCoursesMakeNoMore() {
        courses();
        people.run(practice, "update assignment set materialised_to = '2000-01-01', state = 'ended', ended_at = now()");
        assertThat(step().assignments()).isZero();
    }

    @Test
    void whatIsOverIsClosedOnceAndWhatWasPausedIsNotMissed() throws Exception {
        var client = people.clientOf(clinician);
        var missed = assigned(
                clinician, client, "{\"questionnaire\": \"phq-9\", \"schedule\": {\"start\": \"2026-01-01\"}}");
        var paused = assigned(
                clinician, client, "{\"questionnaire\": \"phq-9\", \"schedule\": {\"start\": \"2026-01-01\"}}");
        people.run(practice, """
                update assignment set state = 'paused', paused_at = '2026-01-02', paused_by = made_by, paused_by_client = false
                where id = ?
                """, UUID.fromString(paused));
        var closed = AtOnce.times(3, () -> practices.within(practice, () -> closing.step()));
        assertThat(closed.stream().mapToInt(many -> many).sum()).isEqualTo(2);
        assertThat(people.count(
                        practice,
                        "select count(*) from task where ended_as = 'missed' and assignment_id = ?",
                        UUID.fromString(missed)))
                .isOne();
        assertThat(people.count(
                        practice,
                        "select count(*) from task where ended_why = 'paused' and assignment_id = ?",
                        UUID.fromString(paused)))
                .isOne();
        assertThat(people.count(practice, "select count(*) from outbox_event where kind = 'task.missed'"))
                .isOne();
    }

    @Test
    void aSandboxSeesMonthsOfTasksOpenAndCloseInSeconds() {
        var admin = people.sandbox();
        var theirs = people.clinician(admin.practice());
        var client = people.clientOf(theirs);
        var assignment = assigned(theirs, client, """
                {"questionnaire": "phq-9", "schedule": {"timeZone": "UTC", "rrule": "FREQ=WEEKLY;COUNT=20"}}
                """);
        assertThat(tasks(theirs, assignment)).hasSize(6);
        advance(admin, "P71D");
        var states = each(tasks(theirs, assignment), "state");
        assertThat(states).hasSize(16).filteredOn("missed"::equals).hasSize(10);
        assertThat(states.get(10)).isEqualTo("open");
        assertThat(people.count(admin.practice(), "select count(*) from outbox_event where kind = 'task.missed'"))
                .isEqualTo(10);
    }

    @Test
    void whatWasBegunStaysOpenAfterTheLastActivityAndNotLonger() {
        var admin = people.sandbox();
        var theirs = people.clinician(admin.practice());
        var client = people.clientOf(theirs);
        var assignment = assigned(theirs, client, """
                {"questionnaire": "phq-9", "schedule": {"opensFor": "PT1H", "dueAfter": "PT1H", "idleFor": "P2D"}}
                """);
        var untouched = assigned(theirs, client, """
                {"questionnaire": "phq-9", "schedule": {"opensFor": "PT1H", "dueAfter": "PT1H", "idleFor": "P2D"}}
                """);
        var task = tasks(theirs, assignment).get(0).get("id");
        client.asks()
                .body("{\"answers\": {\"phq-9.1\": 1}, \"complete\": false}")
                .put("/v1/tasks/" + task + "/response")
                .then()
                .statusCode(201);
        advance(admin, "P1D");
        client.asks()
                .get("/v1/tasks/" + task + "/explanation")
                .then()
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("because", equalTo("kept-open-by-activity"));
        assertThat(each(tasks(theirs, untouched), "state")).containsExactly("missed");
        advance(admin, "P2D");
        assertThat(each(tasks(theirs, assignment), "state")).containsExactly("missed");
    }

    @Test
    void aLogThatWasBegunKeepsItsTaskOpenFromItsLastActivityOn() {
        var admin = people.sandbox();
        var theirs = people.clinician(admin.practice());
        var client = people.clientOf(theirs);
        var once = """
                {"exercise": "asking-ladder", "opensGates": ["safe-person"], "reason": "There is somebody safe to ask.",
                 "schedule": {"opensFor": "PT1H", "dueAfter": "PT1H", "idleFor": "P2D"}}
                """;
        var assignment = assigned(theirs, client, once);
        var untouched = assigned(theirs, client, once);
        var task = (String) tasks(theirs, assignment).get(0).get("id");
        Noting.log(client, task, "{\"before\": {\"rung\": 1, \"suds\": 6}, \"complete\": false}");
        advance(admin, "P1D");
        client.asks()
                .get("/v1/tasks/" + task + "/explanation")
                .then()
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("because", equalTo("kept-open-by-activity"));
        assertThat(each(tasks(theirs, untouched), "state")).containsExactly("missed");
        Noting.logs(client, task, "{\"before\": {\"rung\": 1, \"suds\": 5}, \"complete\": false}")
                .statusCode(200);
        advance(admin, "P1DT12H"); // two and a half days after it began
        assertThat(each(tasks(theirs, assignment), "state")).containsExactly("open");
        advance(admin, "P1D");
        assertThat(each(tasks(theirs, assignment), "state")).containsExactly("missed");
    }

    @Test
    void aLongPauseLeavesNothingMissedBehind() {
        var admin = people.sandbox();
        var theirs = people.clinician(admin.practice());
        var client = people.clientOf(theirs);
        var assignment = assigned(theirs, client, """
                {"questionnaire": "phq-9", "schedule": {"timeZone": "UTC", "rrule": "FREQ=DAILY;COUNT=200"}}
                """);
        become(theirs, assignment, "paused");
        advance(admin, "P90D");
        become(theirs, assignment, "active");
        advance(admin, "PT1M");
        var states = each(tasks(theirs, assignment), "state");
        assertThat(states).doesNotContain("missed").contains("open", "scheduled");
        assertThat(people.count(admin.practice(), "select count(*) from outbox_event where kind = 'task.missed'"))
                .isZero();
    }

    private static void become(Someone who, String assignment, String state) {
        who.asks()
                .header(
                        "If-Match",
                        who.asks().get("/v1/assignments/" + assignment).header("ETag"))
                .body("{\"state\": \"%s\"}".formatted(state))
                .patch("/v1/assignments/" + assignment)
                .then()
                .statusCode(200);
    }

    private static void advance(Someone admin, String span) {
        admin.asks()
                .body("{\"advance\": \"%s\"}".formatted(span))
                .put("/v1/sandbox/clock")
                .then()
                .statusCode(200)
                .body("arrived", equalTo(true));
    }

    private boolean tick() {
        return practices.within(practice, () -> materialising.tick());
    }

    private Materialising.Made step(int most) {
        return practices.within(practice, () -> materialising.step(most));
    }

    private Materialising.Made step() {
        return practices.within(practice, () -> materialising.step());
    }

    private void courses() {
        for (var i = 0; i < COURSES; i++) {
            var client = people.clientOf(clinician);
            assigned(clinician, client, """
                    {"questionnaire": "phq-9", "schedule": {"rrule": "FREQ=%s;COUNT=60", "start": "2026-11-%02d"}}
                    """.formatted(i % 2 == 0 ? "DAILY" : "WEEKLY", i + 1));
        }
    }

    /** What makes a task the same: whose, when, and its window. */
    private List<String> rows() {
        return practices.within(practice, () -> {
            var found = new ArrayList<String>();
            try (var connection = people.connection();
                    var row = connection.createStatement().executeQuery("""
                        select assignment_id || ' ' || schedule_revision || ' ' || starts_local || ' ' || ordinal || ' ' || opens_at
                               || ' ' || due_at || ' ' || closes_at
                        from task order by 1
                        """)) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        });
    }
}
