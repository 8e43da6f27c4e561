package dev.kith.sync;

import static dev.kith.sync.Batch.answered;
import static dev.kith.sync.Batch.id;
import static dev.kith.sync.Batch.skipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import dev.kith.house.Statements;
import dev.kith.house.Worlds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was done offline: taken in item by item, in any order, as often as it is sent. */
@QuarkusTest
class SyncTest {
    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Rows rows;

    Someone admin;
    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        admin = people.practice();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
    }

    @Test
    void eachItemIsAnsweredAsACallOfItsOwnWouldBe() {
        var response = id();
        var draft = id();
        var task = worlds.task(clinician, client);
        var other = worlds.task(clinician, client);
        Batch.of(answered(response, task), answered(draft, null, 0, null, false), skipped(other, "no-time"))
                .from(client)
                .statusCode(200)
                .body("items.status", contains("done", "done", "done"))
                .body("items.httpStatus", contains(201, 201, 200))
                .body("items[0].response.scores[0].value", equalTo(8))
                .body("items[0].response.taskId", equalTo(task))
                .body("items[1].response.state", equalTo("in-progress"))
                .body("items.problem", everyItem(nullValue()))
                .body("crisisCards", empty());
        assertThat(state(task)).isEqualTo("completed false");
        assertThat(state(other)).isEqualTo("skipped false");
        client.asks().get("/v1/responses/" + response).then().statusCode(200);
    }

    /** Skipped and done after all, missed, withdrawn, critical, twice to one task: whatever the order. */
    @Test
    void anyOrderEndsInTheSameState() {
        var ends = new ArrayList<Map<String, Object>>();
        for (var seed = 0; seed < 20; seed++) {
            client = people.clientOf(clinician);
            var tasks = tasks();
            var at = Instant.now();
            Batch.of(
                            skipped(tasks.get("done-after-all"), "felt-unsafe"),
                            answered(id(), tasks.get("done-after-all"), 0, at.minusSeconds(50), true),
                            answered(id(), tasks.get("missed"), 0, at.minusSeconds(40), true),
                            answered(id(), tasks.get("withdrawn"), 0, at.minusSeconds(30), true),
                            answered(id(), tasks.get("critical"), 2, at.minusSeconds(20), true),
                            answered(id(), tasks.get("twice"), 0, at.minusSeconds(10), true),
                            answered(id(), tasks.get("twice"), 1, at.minusSeconds(5), true),
                            answered(id(), null, 0, at.minusSeconds(1), false))
                    .shuffled(seed)
                    .from(client, at, null)
                    .statusCode(200)
                    .body("items.status", everyItem(equalTo("done")));
            ends.add(end(tasks));
        }
        assertThat(ends).containsOnly(ends.get(0));
        assertThat(ends.get(0))
                .containsEntry("done-after-all", "completed false")
                .containsEntry("missed", "completed true")
                .containsEntry("withdrawn", "cancelled false")
                .containsEntry("responses", 7L)
                .containsEntry("alerts", 3L); // felt unsafe, and two answers to the ninth question
    }

    @Test
    void theSameBatchAgainChangesNothing() {
        var tasks = tasks();
        var batch = Batch.of(
                skipped(tasks.get("done-after-all"), "too-hard"),
                answered(id(), tasks.get("done-after-all")),
                answered(id(), tasks.get("withdrawn")),
                answered(id(), tasks.get("critical"), 2, Instant.now().minusSeconds(60), true),
                answered(id(), null, 0, null, false),
                skipped(tasks.get("twice"), "forgot"));
        var first = batch.from(client).body("items.status", everyItem(equalTo("done")));
        List<Boolean> without = first.extract().path("items.keptWithoutTask");
        var before = rows.of(client.practice());
        var again = batch.shuffled(1).from(client).statusCode(200);
        again.body("items.status", everyItem(equalTo("unchanged"))).body("crisisCards", hasSize(1));
        assertThat(again.extract().<List<Boolean>>path("items.keptWithoutTask"))
                .containsExactlyInAnyOrderElementsOf(without);
        assertThat(rows.of(client.practice())).isEqualTo(before);
    }

    @Test
    void sixteenOfTheSameAtOnceAreOne() throws Exception {
        var tasks = tasks();
        var batch = Batch.of(
                answered(id(), tasks.get("missed")),
                answered(id(), tasks.get("withdrawn")),
                answered(id(), tasks.get("critical"), 2, null, true),
                answered(id(), null, 0, null, true),
                skipped(tasks.get("twice"), "felt-unsafe"));
        var replies = AtOnce.times(16, () -> {
            var reply = batch.from(client).statusCode(200).extract();
            return reply.<List<String>>path("items.status");
        });
        for (var item = 0; item < 5; item++) {
            var at = item;
            assertThat(replies.stream().map(statuses -> statuses.get(at)).filter("done"::equals))
                    .as("item %d", at)
                    .hasSize(1);
        }
        assertThat(replies).noneMatch(statuses -> statuses.contains("refused"));
        assertThat(count("response")).isEqualTo(4);
        assertThat(count("alert")).isEqualTo(2);
    }

    @Test
    void whatComesTooLateIsKeptAndMarkedLate() {
        var tasks = tasks();
        Batch.of(answered(id(), tasks.get("missed")), answered(id(), null))
                .from(client)
                .body("items.status", contains("done", "done"))
                .body("items.keptWithoutTask", contains(false, false));
        assertThat(state(tasks.get("missed"))).isEqualTo("completed true");
    }

    @Test
    void whatWasSkippedAndThenDoneIsDone() {
        var task = worlds.task(clinician, client);
        Batch.of(skipped(task, "no-time")).from(client).body("items[0].status", equalTo("done"));
        assertThat(state(task)).isEqualTo("skipped false");
        var response = id();
        Batch.of(answered(response, task)).from(client).body("items[0].status", equalTo("done"));
        assertThat(state(task)).isEqualTo("completed false");
        client.asks().get("/v1/tasks/" + task).then().body("responseId", equalTo(response), "barrier", nullValue());
    }

    /** By a phone that is two hours ahead, or behind, or right. */
    @ParameterizedTest
    @ValueSource(ints = {2, 0, -2})
    void whenItWasSkippedIsToldByOurClock(int hours) {
        var skew = Duration.ofHours(hours);
        var now = Instant.now();
        var task = worlds.task(clinician, client);
        openedYesterday(task);
        var then = now.minus(Duration.ofMinutes(30));
        var batch = Batch.of(skipped(task, "no-time", then.plus(skew)));
        batch.from(client, now.plus(skew), null).body("items[0].status", equalTo("done"));
        assertThat(skippedAt(clinician, task)).isBetween(then.minusSeconds(1), then.plusSeconds(30));
        assertThat(skippedAt(client, task)).isEqualTo(skippedAt(clinician, task));
        var heard = Instant.parse(
                clinician.asks().get("/v1/tasks/" + task).then().extract().path("endedAt"));
        assertThat(heard).isBetween(now.minusSeconds(1), now.plusSeconds(60));
        assertThat(Duration.ofMillis(ahead(task))).isBetween(skew.minusSeconds(30), skew.plusSeconds(1));
        var before = rows.of(client.practice());
        batch.from(client, now.plus(skew), null).body("items[0].status", equalTo("unchanged"));
        assertThat(rows.of(client.practice())).isEqualTo(before);
    }

    /** By a phone whose clock had lost its years, and has them again when it sends. */
    @Test
    void nothingIsSkippedBeforeItOpened() {
        var task = worlds.task(clinician, client);
        Batch.of(skipped(task, "no-time", Instant.parse("2015-01-01T00:00:00Z")))
                .from(client)
                .body("items[0].status", equalTo("done"));
        var opened = Instant.parse(
                clinician.asks().get("/v1/tasks/" + task).then().extract().path("opensAt"));
        assertThat(skippedAt(clinician, task)).isEqualTo(opened);
    }

    private void openedYesterday(String task) {
        people.run(
                client.practice(),
                "update task set opens_at = opens_at - interval '1 day' where practice_id = kith_practice() and id = ?::uuid",
                task);
    }

    @Test
    void aSkipThatSaysNoTimeIsOfNowAndSoIsOneFromTheFuture() {
        var skew = Duration.ofHours(2);
        var now = Instant.now();
        var old = worlds.task(clinician, client);
        var future = worlds.task(clinician, client);
        Batch.of(
                        skipped(old, "no-time"),
                        skipped(future, "no-time", now.plus(skew).plusSeconds(900)))
                .from(client, now.plus(skew), null)
                .body("items.status", contains("done", "done"));
        for (var task : List.of(old, future)) {
            assertThat(skippedAt(clinician, task)).isBetween(now.minusSeconds(1), now.plusSeconds(60));
            assertThat(Duration.ofMillis(ahead(task))).isBetween(skew.minusSeconds(30), skew.plusSeconds(1));
        }
    }

    @Test
    void aTimeThatNobodyCanMeanIsRefusedAndWhatIsUnsafeIsToldAllTheSame() {
        var task = worlds.task(clinician, client);
        Batch.of(skipped(task, "felt-unsafe", Instant.parse("1969-07-20T20:17:00Z")))
                .from(client)
                .body("items[0].status", equalTo("refused"))
                .body("items[0].problem.errors[0].pointer", equalTo("/items/0/skippedAt"))
                .body("items[0].problem.errors[0].code", equalTo("out-of-range"));
        assertThat(state(task)).isEqualTo("open false");
        assertThat(count("alert")).isEqualTo(1);
    }

    @Test
    void whatIsDoneAfterAllSaysNotWhenItWasSkipped() {
        var task = worlds.task(clinician, client);
        var now = Instant.now();
        Batch.of(skipped(task, "no-time", now.minusSeconds(600))).from(client);
        Batch.of(answered(id(), task)).from(client).body("items[0].status", equalTo("done"));
        clinician.asks().get("/v1/tasks/" + task).then().body("state", equalTo("completed"), "skippedAt", nullValue());
    }

    private Instant skippedAt(Someone reader, String task) {
        return Instant.parse(reader.asks()
                .get("/v1/tasks/" + task)
                .then()
                .statusCode(200)
                .extract()
                .path("skippedAt"));
    }

    private long ahead(String task) {
        return people.count(client.practice(), "select client_clock_ahead_ms from task where id = ?::uuid", task);
    }

    @Test
    void whatWasMissedBecauseItCouldNotBeSaidIsSkipped() {
        var task = tasks().get("missed");
        Batch.of(skipped(task, "felt-unsafe")).from(client).body("items[0].status", equalTo("done"));
        assertThat(state(task)).isEqualTo("skipped false");
        assertThat(count("alert")).isEqualTo(1);
    }

    @Test
    void whatItsTaskCannotTakeIsKeptWithoutIt() {
        var withdrawn = id();
        Batch.of(answered(withdrawn, tasks().get("withdrawn")))
                .from(client)
                .body("items[0].status", equalTo("done"))
                .body("items[0].keptWithoutTask", equalTo(true))
                .body("items[0].response.taskId", nullValue());
        var assignment = worlds.assignment(clinician, client);
        var paused = worlds.taskOf(clinician, assignment);
        patch(assignment, "paused");
        var response = id();
        Batch.of(answered(id(), paused, 0, null, false), answered(response, paused, 2, null, true))
                .from(client)
                .body("items.status", contains("refused", "done"))
                .body("items[0].problem.errors[0].code", equalTo("assignment-paused"))
                .body("items[1].keptWithoutTask", equalTo(true))
                .body("crisisCards", hasSize(1));
        client.asks().get("/v1/responses/" + response).then().body("state", equalTo("completed"));
    }

    @Test
    void aDraftOfATaskThatIsWithdrawnMeanwhileIsCompletedAllTheSame() {
        var assignment = worlds.assignment(clinician, client);
        var task = worlds.taskOf(clinician, assignment);
        var response = id();
        Batch.of(answered(response, task, 0, null, false)).from(client).body("items[0].status", equalTo("done"));
        patch(assignment, "ended");
        var whole = Batch.of(answered(response, task));
        whole.from(client)
                .body("items[0].status", equalTo("done"))
                .body("items[0].keptWithoutTask", equalTo(true))
                .body("items[0].response.state", equalTo("completed"));
        whole.from(client)
                .body("items[0].status", equalTo("unchanged"))
                .body("items[0].keptWithoutTask", equalTo(true));
        assertThat(state(task)).isEqualTo("cancelled false");
    }

    @Test
    void aCriticalAnswerRaisesItsAlertAndNobodyCanMissTheCard() {
        var batch = Batch.of(answered(id(), null), answered(id(), worlds.task(clinician, client), 3, null, true));
        for (var time = 0; time < 2; time++) {
            batch.from(client)
                    .body("crisisCards", hasSize(1))
                    .body("crisisCards[0].text", notNullValue())
                    .body("items[0].response.crisisCard", nullValue())
                    .body("items[1].response.crisisCard.text", notNullValue());
        }
        clinician
                .asks()
                .get("/v1/alerts")
                .then()
                .body("items", hasSize(1))
                .body("items[0].severity", equalTo("critical"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, 0, 3})
    void anAppsWrongClockIsCorrected(int hours) {
        var skew = Duration.ofHours(hours);
        var now = Instant.now();
        var response = id();
        var future = id();
        Batch.of(
                        answered(
                                response, null, 0, now.minus(Duration.ofDays(2)).plus(skew), true),
                        answered(future, null, 0, now.plus(Duration.ofDays(1)).plus(skew), true))
                .from(client, now.plus(skew), null)
                .body("items.status", contains("done", "done"));
        assertThat(authoredAt(response))
                .isBetween(
                        now.minus(Duration.ofDays(2)),
                        now.minus(Duration.ofDays(2)).plusSeconds(30));
        assertThat(authoredAt(future)).isBetween(now, Instant.now());
        var ahead = people.count(
                client.practice(), "select client_clock_ahead_ms from response where id = ?::uuid", response);
        assertThat(Duration.ofMillis(ahead)).isBetween(skew.minusSeconds(30), skew.plusSeconds(30));
    }

    @Test
    void oneBadItemTouchesNoOther() {
        var good = id();
        Batch.of(
                        answered(id(), null).replace("\"phq-9.3\": 1", "\"phq-9.3\": 9"),
                        answered(good, null),
                        "{\"id\": \"no id\", \"kind\": \"response\"}",
                        "{\"kind\": \"skip\"}",
                        "{}",
                        "{\"id\": \"%s\", \"kind\": \"dance\"}".formatted(id()),
                        answered(id(), null).replace("\"complete\"", "\"score\": 27, \"complete\""),
                        answered(id(), null).replace("\"complete\": true", "\"complete\": \"yes\""),
                        answered(id(), null, 0, Instant.parse("1960-01-01T00:00:00Z"), true),
                        skipped(worlds.task(clinician, client), "no-time").replace("\"task\"", "\"note\": 7, \"task\""),
                        answered(id(), null).replace("\"kind\"", "\"author\": \"clinician\", \"kind\""))
                .from(client)
                .statusCode(200)
                .body(
                        "items.status",
                        contains(
                                "refused", "done", "refused", "refused", "refused", "refused", "refused", "refused",
                                "refused", "refused", "refused"))
                .body("items[0].httpStatus", equalTo(422))
                .body("items[0].problem.errors[0].pointer", equalTo("/items/0/answers/phq-9.3"))
                .body("items[2].httpStatus", equalTo(400))
                .body("items[2].id", nullValue())
                .body("items[2].problem.errors[0].pointer", equalTo("/items/2/id"))
                .body("items[4].httpStatus", equalTo(422))
                .body("items[4].problem.errors.pointer", contains("/items/4/id", "/items/4/kind"))
                .body("items[5].problem.errors[0].pointer", equalTo("/items/5/kind"))
                .body("items[6].problem.errors[0].pointer", equalTo("/items/6/score"))
                .body("items[6].problem.errors[0].code", equalTo("unknown-field"))
                .body("items[7].problem.errors[0].pointer", equalTo("/items/7/complete"))
                .body("items[8].problem.errors[0].pointer", equalTo("/items/8/authoredAt"))
                .body("items[9].problem.errors[0].pointer", equalTo("/items/9/note"))
                .body("items[10].problem.errors[0].pointer", equalTo("/items/10/author"));
        assertThat(count("response")).isEqualTo(1);
        client.asks().get("/v1/responses/" + good).then().statusCode(200);
    }

    @Test
    void anIdThatIsSentTwiceIsRefusedBothTimes() {
        var twice = id();
        var batch = Batch.of(answered(twice, null), answered(id(), null), answered(twice, null, 1, null, true));
        for (var seed = 0; seed < 3; seed++) {
            batch.shuffled(seed)
                    .from(client)
                    .body(
                            "items.findAll { it.status == 'refused' }.problem.errors.code.flatten()",
                            contains("duplicate-id", "duplicate-id"))
                    .body("crisisCards", hasSize(1)); // nobody can say which is meant, but one of them is critical
        }
        assertThat(people.count(
                        client.practice(),
                        "select count(*) from response where client_id = ? and state = 'completed'",
                        client.id()))
                .isOne();
        assertThat(count("response")).as("and the critical one, as a draft").isEqualTo(2);
        assertThat(count("alert")).isOne();
    }

    @Test
    void aBatchThatIsNoBatchIsRefusedWhole() {
        var items = new ArrayList<String>();
        for (var i = 0; i < 101; i++) {
            items.add(answered(id(), null));
        }
        new Batch(items).from(client).statusCode(422).body("errors[0].pointer", equalTo("/items"));
        Batch.of("null").from(client).statusCode(422);
        Batch.of("7").from(client).statusCode(400);
        Batch.of(answered(id(), null).replace("phq-9.10", "phq\\u0000"))
                .from(client)
                .statusCode(400);
        Batch.of().from(client, Instant.parse("2400-01-01T00:00:00Z"), null).statusCode(422);
        Batch.of()
                .from(client, Instant.now(), "no-cursor")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/cursor"));
        client.asks()
                .body("{\"items\": []}")
                .post("/v1/sync")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/clientTime"));
        client.asks()
                .body(Batch.of(answered(id(), null).replace("}", "  ".repeat(600_000) + "}"))
                        .json(Instant.now(), null))
                .post("/v1/sync")
                .then()
                .statusCode(413);
        assertThat(count("response")).isZero();
    }

    @Test
    void whatIsAnothersIsNotThereInAnItemEither() {
        var others = List.of(
                people.clientOf(clinician),
                people.clientOf(people.clinician(people.practice().practice())));
        for (var other : others) {
            var theirClinician = other.equals(others.get(0)) ? clinician : people.clinician(other.practice());
            if (theirClinician != clinician) {
                people.onTeam(
                        other,
                        dev.kith.client.AddToCareTeam.fromToday(
                                theirClinician.id(), dev.kith.client.CareTeamRole.CO_CLINICIAN));
            }
            var theirTask = worlds.task(theirClinician, other);
            var before = rows.of(other.practice());
            Batch.of(
                            answered(id(), theirTask),
                            answered(id(), theirTask, 0, null, false),
                            skipped(theirTask, "no-time"),
                            answered(id(), id()),
                            answered(id(), null).replace("\"kind\"", "\"client\": \"" + other.id() + "\", \"kind\""))
                    .from(client)
                    .statusCode(200)
                    .body("items.httpStatus", everyItem(equalTo(404)))
                    .body("items.problem.detail", everyItem(nullValue()))
                    .body("items.problem.type", everyItem(containsString("not-found")));
            assertThat(rows.of(other.practice())).isEqualTo(before);
        }
        var theirs = worlds.answer(others.get(0), worlds.task(clinician, others.get(0)), Worlds.CALM);
        Batch.of(answered(theirs, null)).from(client).body("items[0].httpStatus", equalTo(404));
        assertThat(people.count(
                        client.practice(),
                        "select count(*) from audit_entry where action = 'sync' and outcome = 'denied' and actor_id = ?",
                        client.account()))
                .isEqualTo(11);
    }

    @Test
    void aDraftGoesOnAndStaysWhatItIsWhenItIsSentAgain() {
        var draft = id();
        var begun = answered(draft, null, 0, null, false);
        Batch.of(begun).from(client).body("items[0].httpStatus", equalTo(201));
        Batch.of(begun).from(client).body("items[0].status", equalTo("unchanged"));
        Batch.of(answered(draft, null, 1, null, false)).from(client).body("items[0].status", equalTo("done"));
        Batch.of(answered(draft, null)).from(client).body("items[0].response.state", equalTo("completed"));
        Batch.of(begun)
                .from(client)
                .body("items[0].status", equalTo("refused"))
                .body("items[0].problem.errors[0].code", equalTo("already-completed"));
    }

    @Test
    void anItemTakesAsManyStatementsAsACall() {
        Batch.of(answered(id(), worlds.task(clinician, client))).from(client);
        var none = Statements.during(() -> Batch.of().from(client).statusCode(200));
        var task = worlds.task(clinician, client);
        var one = Statements.during(
                () -> Batch.of(answered(id(), task)).from(client).statusCode(200));
        assertThat(none).hasSizeLessThanOrEqualTo(9);
        assertThat(one.size() - none.size()).isLessThanOrEqualTo(12);
    }

    /** One open, one missed, one withdrawn, by what the tests do with them. */
    private Map<String, String> tasks() {
        var tasks = new TreeMap<String, String>();
        for (var name : List.of("critical", "done-after-all", "missed", "twice")) {
            tasks.put(name, worlds.task(clinician, client));
        }
        var assignment = worlds.assignment(clinician, client);
        tasks.put("withdrawn", worlds.taskOf(clinician, assignment));
        patch(assignment, "ended");
        people.run(client.practice(), """
                update task set opens_at = opens_at - interval '9 days', due_at = opens_at - interval '8 days',
                  late_after = opens_at - interval '8 days', closes_at = opens_at - interval '8 days'
                where practice_id = kith_practice() and id = ?::uuid
                """, tasks.get("missed"));
        return tasks;
    }

    private void patch(String assignment, String state) {
        var etag = clinician.asks().get("/v1/assignments/" + assignment).header("ETag");
        clinician
                .asks()
                .header("If-Match", etag)
                .body("{\"state\": \"%s\"}".formatted(state))
                .patch("/v1/assignments/" + assignment)
                .then()
                .statusCode(200);
    }

    private Map<String, Object> end(Map<String, String> tasks) {
        var end = new TreeMap<String, Object>();
        tasks.forEach((name, task) -> end.put(name, state(task)));
        end.put("responses", count("response"));
        end.put("alerts", count("alert"));
        end.put(
                "without",
                people.count(
                        client.practice(),
                        "select count(*) from response where client_id = ? and state = 'completed' and task_id is null",
                        client.id()));
        return end;
    }

    private String state(@Nullable String task) {
        var read =
                clinician.asks().get("/v1/tasks/" + task).then().statusCode(200).extract();
        return read.path("state") + " " + read.path("late");
    }

    private long count(String table) {
        return people.count(client.practice(), "select count(*) from " + table + " where client_id = ?", client.id());
    }

    private Instant authoredAt(String response) {
        return Instant.parse(client.asks()
                .get("/v1/responses/" + response)
                .then()
                .statusCode(200)
                .extract()
                .path("authoredAt"));
    }
}
