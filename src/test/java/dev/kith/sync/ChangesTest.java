package dev.kith.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Work;
import dev.kith.house.Worlds;
import dev.kith.tenancy.Practices;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changed since an app last looked: all of it, whoever writes at the same time. */
@QuarkusTest
class ChangesTest {
    private static final String DAILY =
            "{\"questionnaire\": \"phq-2\", \"schedule\": {\"rrule\": \"FREQ=DAILY;COUNT=100\"}}";
    private static final String SNOOZE =
            "update task set snoozed_until = ? where practice_id = kith_practice() and id = ?::uuid";

    private static final String SAY = """
            insert into feedback (practice_id, id, client_id, response_id, member_id, signed, text, given_at)
            values (kith_practice(), ?::uuid, ?, ?::uuid, ?, 'Kim', 'Hello', now())
            """;
    private static final int WRITERS = 6;

    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Practices practices;

    @Inject
    AgroalDataSource database;

    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
    }

    @Test
    void theFirstTimeTellsWhatIsOpenAndWhatIsRecent() {
        var open = worlds.task(clinician, client);
        var response = worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        var said = worlds.feedback(clinician, response);
        sync(null)
                .body("changes.tasks.id", hasItem(open))
                .body("changes.tasks", hasSize(2))
                .body("changes.answered.id", contains(response))
                .body("changes.feedback.id", contains(said))
                .body("definitions", hasSize(1))
                .body("definitions[0].key", equalTo("phq-9"))
                .body("more", equalTo(false));
    }

    @Test
    void whatIsLongOverIsNotToldTheFirstTime() {
        var response = worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        people.run(client.practice(), """
                update task set ended_at = ended_at - interval '40 days' where practice_id = kith_practice() and ended_at is not null
                """);
        people.run(
                client.practice(),
                "update response set received_at = received_at - interval '40 days' where practice_id = kith_practice() and id = ?::uuid",
                response);
        sync(null).body("changes.tasks", empty()).body("changes.answered", empty());
    }

    @Test
    void afterThatOnlyWhatChangedIsTold() {
        var task = worlds.task(clinician, client);
        var cursor = cursor(sync(null));
        cursor = cursor(sync(cursor).body("changes.tasks", empty()).body("changes.feedback", empty()));
        var response = worlds.answer(client, task, Worlds.CALM);
        var told = sync(cursor);
        told.body("changes.tasks.state", contains("completed")).body("changes.answered.id", contains(response));
        var said = worlds.feedback(clinician, response);
        told = sync(cursor(told));
        told.body("changes.feedback.id", contains(said)).body("changes.tasks", empty());
        client.asks().post("/v1/feedback/" + said + "/read").then().statusCode(200);
        told = sync(cursor(told));
        told.body("changes.feedback.readBy", contains(client.id().toString()));
        clinician
                .asks()
                .body(Worlds.answers(1).replace("\"complete\": true", "\"reason\": \"misread\""))
                .post("/v1/responses/" + response + "/amendments")
                .then()
                .statusCode(201);
        told = sync(cursor(told));
        told.body("changes.answered.state", contains("amended")).body("changes.answered.revision", contains(2));
        sync(cursor(told)).body("changes.answered", empty());
    }

    @Test
    void pausingTellsOfTheTasksThatCannotBeDone() {
        var assignment = worlds.assignment(clinician, client);
        var cursor = cursor(sync(null).body("changes.tasks.paused", contains(false)));
        for (var state : List.of("paused", "active")) {
            var etag = clinician.asks().get("/v1/assignments/" + assignment).header("ETag");
            clinician
                    .asks()
                    .header("If-Match", etag)
                    .body("{\"state\": \"%s\"}".formatted(state))
                    .patch("/v1/assignments/" + assignment)
                    .then()
                    .statusCode(200);
            cursor = cursor(sync(cursor).body("changes.tasks.paused", contains(state.equals("paused"))));
        }
    }

    @Test
    void anEnrolmentIsToldWithTheStepsThatTheClientHas() {
        var enrollment = worlds.enrollment(clinician, client);
        var told = sync(null);
        told.body("changes.enrollments", hasSize(1))
                .body("changes.enrollments[0].id", equalTo(enrollment))
                .body("changes.enrollments[0].program", equalTo("somatic-first-steps"))
                .body("changes.enrollments[0].state", equalTo("active"));
        List<String> given = client.asks()
                .get("/v1/enrollments/" + enrollment)
                .path("steps.findAll { it.state == 'assigned' }.step");
        assertThat(given).isNotEmpty();
        told.body("changes.enrollments[0].current.step", equalTo(given));
        told = sync(cursor(told)).body("changes.enrollments", empty());
        changes("/v1/enrollments/" + enrollment + "/pause", "{\"reason\": \"canaryreason\"}", enrollment);
        told = sync(cursor(told));
        told.body("changes.enrollments.state", contains("paused"));
        assertThat(told.extract().asString()).doesNotContain("canaryreason");
        sync(cursor(told)).body("changes.enrollments", empty());
    }

    @Test
    void aStepThatChangesAloneTellsOfItsEnrolment() {
        var enrollment = worlds.enrollment(clinician, client);
        var cursor = cursor(sync(cursor(sync(null))));
        people.run(client.practice(), """
                update enrollment_step set state = 'done', over_at = now()
                where practice_id = kith_practice() and enrollment_id = ?::uuid and state = 'assigned'
                """, enrollment);
        sync(cursor)
                .body("changes.enrollments.id", contains(enrollment))
                .body("changes.enrollments[0].current", empty());
    }

    @Test
    void anEnrolmentThatEndedLongAgoIsNotToldTheFirstTime() {
        var enrollment = worlds.enrollment(clinician, client);
        changes("/v1/enrollments/" + enrollment + "/departure", "{\"reason\": \"Enough\"}", enrollment);
        sync(null).body("changes.enrollments.state", contains("left"));
        people.run(
                client.practice(),
                "update enrollment set ended_at = ended_at - interval '40 days' where practice_id = kith_practice()");
        sync(null).body("changes.enrollments", empty());
    }

    @Test
    void aGoalIsToldAsItStandsWheneverAnythingOfItChanges() {
        var goal = worlds.goal(clinician, client);
        var told = sync(null);
        told.body("changes.goals", hasSize(1))
                .rootPath("changes.goals[0]")
                .body("id", equalTo(goal), "state", equalTo("active"), "revision", equalTo(1), "baseline", equalTo(-1))
                .body("levels.expected", equalTo("Once a week"), "clientLevel", nullValue());
        told = sync(cursor(told)).body("changes.goals", empty());
        clinician
                .asks()
                .body("{\"level\": 0, \"note\": \"canarynote\"}")
                .post("/v1/goals/" + goal + "/ratings")
                .then()
                .statusCode(201);
        told = sync(cursor(told));
        told.body("changes.goals.clinicianLevel", contains(0)).body("changes.goals[0].clientLevel", nullValue());
        assertThat(told.extract().asString()).doesNotContain("canarynote");
        told = sync(cursor(told)).body("changes.goals", empty());
        goes(goal, "{\"title\": \"Tell her\"}");
        told = sync(cursor(told));
        told.body("changes.goals.title", contains("Tell her"), "changes.goals.revision", contains(2));
    }

    @Test
    void aGoalThatEndedLongAgoIsNotToldTheFirstTime() {
        var goal = worlds.goal(clinician, client);
        var cursor = cursor(sync(null));
        goes(goal, "{\"state\": \"achieved\"}");
        sync(null).body("changes.goals.state", contains("achieved"));
        people.run(
                client.practice(),
                "update goal set ended_at = ended_at - interval '40 days' where practice_id = kith_practice()");
        sync(null).body("changes.goals", empty());
        sync(cursor).body("changes.goals.state", contains("achieved"));
    }

    private void goes(String goal, String body) {
        clinician
                .asks()
                .header("If-Match", "*")
                .body(body)
                .patch("/v1/goals/" + goal)
                .then()
                .statusCode(200);
    }

    private void changes(String path, String body, String enrollment) {
        clinician
                .asks()
                .header(
                        "If-Match",
                        clinician.asks().get("/v1/enrollments/" + enrollment).header("ETag"))
                .body(body)
                .post(path)
                .then()
                .statusCode(200);
    }

    @Test
    void longListsComeInPages() {
        for (var i = 0; i < 7; i++) {
            Work.assigned(clinician, client, DAILY);
        }
        var all = people.count(client.practice(), "select count(*) from task where client_id = ?", client.id());
        assertThat(all).isGreaterThan(Gathering.PAGE);
        var seen = new HashSet<String>();
        var first = sync(null).body("more", equalTo(true)).body("changes.tasks", hasSize(Gathering.PAGE));
        seen.addAll(ids(first));
        var second = sync(cursor(first)).body("more", equalTo(false));
        seen.addAll(ids(second));
        assertThat(seen).hasSize((int) all);
        sync(cursor(second)).body("changes.tasks", empty());
    }

    @Test
    void whatCommitsLateIsNotMissed() throws Exception {
        var slow = worlds.task(clinician, client);
        var quick = worlds.task(clinician, client);
        var cursor = cursor(sync(null));
        var written = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var one = Executors.newSingleThreadExecutor();
        try {
            Future<?> late = one.submit(() -> practices.within(client.practice(), () -> {
                snooze(slow, 1);
                written.countDown();
                go.await();
                return null;
            }));
            written.await();
            people.run(
                    client.practice(),
                    SNOOZE,
                    Instant.parse("2026-01-01T00:00:00Z").atOffset(ZoneOffset.UTC),
                    quick);
            var meanwhile = sync(cursor);
            meanwhile.body("changes.tasks.id", contains(quick)); // the newer one is there, the older one is not yet
            go.countDown();
            late.get();
            sync(cursor(meanwhile)).body("changes.tasks.id", hasItem(slow));
        } finally {
            one.shutdownNow();
        }
    }

    /** Each row is written once, so that one which was passed over would never be told again. */
    @Test
    void whateverIsWrittenAtTheSameTimeEachRowIsToldOfInTheEnd() throws Exception {
        var response = worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        var heard = new HashSet<String>();
        var cursor = hear(null, heard);
        var gate = new Semaphore(0);
        var writers = Executors.newFixedThreadPool(WRITERS);
        var written = new ArrayList<String>();
        try {
            var running = new ArrayList<Future<List<String>>>();
            for (var writer = 0; writer < WRITERS; writer++) {
                running.add(writers.submit(() -> {
                    var mine = new ArrayList<String>();
                    for (var round = 0; round < 15; round++) {
                        mine.addAll(say(response, round % 3, gate));
                    }
                    return mine;
                }));
            }
            while (running.stream().anyMatch(one -> !one.isDone())) {
                cursor = hear(cursor, heard);
                gate.release(gate.getQueueLength());
            }
            for (var one : running) {
                written.addAll(one.get());
            }
        } finally {
            writers.shutdownNow();
        }
        hear(cursor, heard);
        assertThat(heard).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void anotherClientsCursorAndABrokenOneAreRefused() {
        var other = people.clientOf(clinician);
        var theirs = cursor(Batch.of().from(other));
        for (var wrong : List.of(theirs, theirs.substring(1), "x")) {
            Batch.of().from(client, Instant.now(), wrong).statusCode(400).body("errors[0].pointer", equalTo("/cursor"));
        }
    }

    @Test
    void inADatabaseThatBeganAnewItAllIsToldAgain() {
        var task = worlds.task(clinician, client);
        var ahead = new Position(Long.MAX_VALUE - 1, Long.MAX_VALUE - 1, client.id(), null).write(client.id());
        sync(ahead).body("changes.tasks.id", contains(task));
    }

    @Test
    void nobodyHearsOfAnother() {
        var other = people.clientOf(clinician);
        worlds.feedback(clinician, worlds.answer(other, worlds.task(clinician, other), Worlds.CALM));
        worlds.enrollment(clinician, other);
        worlds.goal(clinician, other);
        sync(null)
                .body("changes.tasks", empty())
                .body("changes.answered", empty())
                .body("changes.logs", empty())
                .body("changes.feedback", empty())
                .body("changes.enrollments", empty())
                .body("changes.goals", empty())
                .body("definitions", empty());
    }

    /** A message, and so many more once the reader has looked, all in one transaction. */
    private List<String> say(String response, int more, Semaphore gate) {
        return practices.within(client.practice(), () -> {
            var said = new ArrayList<String>();
            try (var connection = database.getConnection();
                    var insert = connection.prepareStatement(SAY)) {
                for (var i = 0; i <= more; i++) {
                    if (i > 0) {
                        gate.acquire();
                    }
                    var id = Batch.id();
                    insert.setString(1, id);
                    insert.setObject(2, client.id());
                    insert.setString(3, response);
                    insert.setObject(4, clinician.id());
                    insert.executeUpdate();
                    said.add(id);
                }
            }
            return said;
        });
    }

    private void snooze(String task, int seconds) throws Exception {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(SNOOZE)) {
            update.setObject(
                    1,
                    Instant.parse("2026-01-01T00:00:00Z").plusSeconds(seconds).atOffset(ZoneOffset.UTC));
            update.setString(2, task);
            update.executeUpdate();
        }
    }

    /** All pages that there are now. */
    private String hear(@Nullable String from, Set<String> heard) {
        var cursor = from;
        while (true) {
            var told = sync(cursor);
            heard.addAll(told.extract().<List<String>>path("changes.feedback.id"));
            cursor = cursor(told);
            if (!told.extract().<Boolean>path("more")) {
                return cursor;
            }
        }
    }

    private ValidatableResponse sync(@Nullable String cursor) {
        return Batch.of().from(client, Instant.now(), cursor).statusCode(200);
    }

    private static String cursor(ValidatableResponse told) {
        return told.extract().path("cursor");
    }

    private static List<String> ids(ValidatableResponse told) {
        return told.extract().path("changes.tasks.id");
    }
}
