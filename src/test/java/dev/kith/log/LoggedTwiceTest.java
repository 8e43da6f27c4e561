package dev.kith.log;

import static dev.kith.house.Noting.DONE;
import static dev.kith.house.Noting.logs;
import static dev.kith.house.Noting.puts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.AtOnce;
import dev.kith.house.Noting;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log that says something else than the one completed under its id: both are kept, each is read by whom its words were shared with. */
@QuarkusTest
class LoggedTwiceTest {
    private static final String OTHER = DONE.replace("\"suds\": 4", "\"suds\": 3");

    @Inject
    People people;

    @Inject
    Rows rows;

    Someone clinician;
    Someone client;
    String task;
    String first;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
        task = Noting.task(clinician, client);
        first = Noting.log(client, task, DONE);
    }

    @Test
    void aTaskThatWasLoggedOtherwiseIsRefusedAndWhatWasSaidIsKeptOnceHoweverOftenItComes() throws Exception {
        var kept = keptAs(logs(client, task, OTHER));
        var before = rows.of(client.practice());
        for (var reply : AtOnce.calls(32, () -> client.asks().body(OTHER).put("/v1/tasks/" + task + "/log"))) {
            assertThat(keptAs(reply.then())).isEqualTo(kept);
        }
        assertThat(rows.of(client.practice())).isEqualTo(before);
        clinician
                .asks()
                .get("/v1/logs/" + kept)
                .then()
                .statusCode(200)
                .body("state", equalTo("completed"), "author", equalTo("client"), "after.suds", equalTo(3))
                .body("taskId", nullValue(), "besideId", equalTo(first));
        clinician
                .asks()
                .get("/v1/logs/" + first)
                .then()
                .body("after.suds", equalTo(4), "taskId", equalTo(task), "besideId", nullValue());
        clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/logs")
                .then()
                .body("items.id", containsInAnyOrder(first, kept));
        clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/exercises/asking-ladder/summary")
                .then()
                .statusCode(200)
                .body("sessions", equalTo(2));
        assertThat(count("outbox_event where kind = 'log.completed' and about_id = '" + kept + "'"))
                .isOne();
    }

    @Test
    void manyAtOnceThatSayTheSameMakeOneAndThoseThatSayOthersOneEach() throws Exception {
        var said =
                List.of(OTHER, DONE.replace("\"suds\": 4", "\"suds\": 2"), DONE.replace("\"suds\": 4", "\"suds\": 1"));
        var turn = new AtomicInteger();
        AtOnce.calls(
                        24,
                        () -> client.asks()
                                .body(said.get(turn.getAndIncrement() % said.size()))
                                .put("/v1/tasks/" + task + "/log"))
                .forEach(reply -> assertThat(keptAs(reply.then())).isNotEqualTo(first));
        assertThat(count("log")).isEqualTo(1 + said.size());
    }

    @Test
    void underAnIdOfItsOwnToo() {
        var id = Noting.unplanned(client, unplanned(DONE));
        var kept = keptAs(puts(client, id, unplanned(OTHER)));
        assertThat(keptAs(puts(client, id, unplanned(OTHER)))).isEqualTo(kept);
        clinician.asks().get("/v1/logs/" + kept).then().body("after.suds", equalTo(3), "besideId", equalTo(id));
        // what is kept beside is a log like others: corrected under its id
        client.asks()
                .body("{\"reason\": \"A slip\", " + DONE.strip().substring(1).replace(",\n \"complete\": true", ""))
                .post("/v1/logs/" + kept + "/corrections")
                .then()
                .statusCode(201)
                .body("revision", equalTo(2), "after.suds", equalTo(4), "besideId", equalTo(id));
        assertThat(count("log")).isEqualTo(3);
    }

    @Test
    void whatAnAppSendsThatWasOfflineIsTakenAndKeptBeside() {
        var kept = synced(task, first, OTHER)
                .body("items[0].status", equalTo("done"), "items[0].httpStatus", equalTo(201))
                .body("items[0].keptWithoutTask", equalTo(true), "items[0].log.besideId", equalTo(first))
                .body("changes.logs.id", hasSize(2))
                .extract()
                .<String>path("items[0].log.id");
        var before = rows.of(client.practice());
        synced(task, first, OTHER).body("items[0].status", equalTo("unchanged"), "items[0].log.id", equalTo(kept));
        assertThat(rows.of(client.practice())).isEqualTo(before);
        // both ways find the same one
        assertThat(keptAs(logs(client, task, OTHER))).isEqualTo(kept);
        assertThat(rows.of(client.practice())).isEqualTo(before);
    }

    @Test
    void theSameAgainIsNothingNewWhateverWasSaidOfWhoMayReadItOrCorrectedSince() {
        var words = worded("A word", "shared");
        var id = Noting.unplanned(client, unplanned(words));
        client.asks()
                .body("{\"sharing\": {\"before.context\": \"private\"}}")
                .put("/v1/logs/" + id + "/sharing")
                .then()
                .statusCode(200);
        var before = rows.of(client.practice());
        synced(null, id, words).body("items[0].status", equalTo("unchanged"), "items[0].log.id", equalTo(id));
        puts(client, id, unplanned(words)).statusCode(409).body("keptAs", nullValue());
        assertThat(rows.of(client.practice())).isEqualTo(before);
        client.asks()
                .body("{\"reason\": \"A slip\", "
                        + worded("Another", "private").strip().substring(1).replace(",\n \"complete\": true", ""))
                .post("/v1/logs/" + id + "/corrections")
                .then()
                .statusCode(201);
        synced(null, id, words)
                .body("items[0].status", equalTo("unchanged"), "items[0].log.id", equalTo(id))
                .body("items[0].log.before.context.text", equalTo("Another"));
        assertThat(count("log")).isEqualTo(2);
    }

    @Test
    void aDraftIsRefusedAndNotKept() {
        var before = rows.of(client.practice());
        logs(client, task, OTHER.replace("\"complete\": true", "\"complete\": false"))
                .statusCode(409)
                .body("keptAs", nullValue());
        synced(task, first, OTHER.replace("\"complete\": true", "\"complete\": false"))
                .body("items[0].status", equalTo("refused"), "items[0].problem.keptAs", nullValue());
        assertThat(rows.of(client.practice())).isEqualTo(before);
    }

    @Test
    void thatAStopRuleWasUsedIsToldOfWhatIsKept() {
        var stopped = DONE.replace("\"complete\"", "\"stopRuleUsed\": true, \"complete\"");
        var kept = keptAs(logs(client, task, stopped));
        keptAs(logs(client, task, stopped));
        clinician
                .asks()
                .get("/v1/alerts")
                .then()
                .body("items.rule", contains("stop-rule-used"), "items.aboutId", contains(kept));
    }

    @Test
    void nobodyElseKeepsAnythingBesideIt() {
        var other = people.clientOf(clinician);
        var stranger = people.clientOf(people.clinician(people.practice().practice()));
        var colleague = people.clinician(client.practice());
        var before = rows.of(client.practice());
        logs(other, task, OTHER).statusCode(404).body("keptAs", nullValue());
        puts(other, first, unplanned(OTHER)).statusCode(404).body("keptAs", nullValue());
        var body = "{\"clientTime\": \"%s\", \"items\": [{\"id\": \"%s\", \"kind\": \"log\", %s]}"
                .formatted(Instant.now(), first, unplanned(OTHER).substring(1));
        other.asks().body(body).post("/v1/sync").then().body("items[0].httpStatus", equalTo(404));
        logs(stranger, task, OTHER).statusCode(404);
        // in another practice it is nobody's id
        puts(stranger, first, unplanned(OTHER))
                .statusCode(409)
                .body("errors[0].code", equalTo("gate-closed"), "keptAs", nullValue());
        var typed = "{\"client\": \"" + client.id() + "\", \"author\": \"client\", "
                + unplanned(OTHER).substring(1);
        puts(clinician, first, typed).statusCode(409).body("keptAs", nullValue());
        puts(colleague, first, typed).statusCode(404);
        assertThat(rows.of(client.practice())).isEqualTo(before);
        var kept = keptAs(logs(client, task, OTHER));
        for (var one : List.of(other, stranger, colleague)) {
            one.asks().get("/v1/logs/" + kept).then().statusCode(404);
        }
    }

    @Test
    void whatBelongsToSomethingElseIsRefusedAndNotKept() {
        var elsewhere = Noting.task(clinician, client);
        var before = rows.of(client.practice());
        puts(client, first, unplanned(OTHER).replace("{\"exercise\"", "{\"task\": \"" + elsewhere + "\", \"exercise\""))
                .statusCode(409)
                .body("errors[0].code", equalTo("id-taken"), "keptAs", nullValue());
        assertThat(rows.of(client.practice())).isEqualTo(before);
    }

    @Test
    void oneTryThatIsToldInTwoWaysMovesNoLadderTwice() {
        client = people.clientOf(clinician);
        Noting.ladder(client, 2, 5);
        task = Noting.task(clinician, client);
        first = Noting.log(client, task, DONE);
        assertThat(count("rung_attempt")).isOne();
        var kept = keptAs(logs(client, task, OTHER));
        client.asks().get("/v1/logs/" + kept).then().body("before.rung", equalTo(1), "rungCounted", nullValue());
        assertThat(count("rung_attempt")).isOne();
    }

    @Test
    void itsWordsAreReadByWhomTheyWereSharedWith() {
        var shared = keptAs(logs(client, task, worded("Mine to tell", "shared")));
        var secret = keptAs(logs(client, task, worded("Mine alone", "private")));
        var silent = keptAs(logs(client, task, worded("Nothing was said", "x").replace(", \"sharing\": \"x\"", "")));
        seen(shared).body("before.context.text", equalTo("Mine to tell"));
        for (var log : List.of(secret, silent)) {
            seen(log).body("before.context.text", nullValue(), "before.context.sharing", equalTo("private"));
            client.asks().get("/v1/logs/" + log).then().body("before.context.text", not(nullValue()));
        }
    }

    @Test
    void wordsThatAreTakenBackUnderTheIdThatTheyWereSentToAreTakenBackAndNeverSharedWiderByIt() {
        var shared = keptAs(logs(client, task, worded("Mine to tell", "shared")));
        var secret = keptAs(logs(client, task, worded("Mine alone", "private")));
        shares(first, "private").statusCode(200);
        seen(shared).body("before.context.text", nullValue());
        shares(first, "shared").statusCode(200);
        seen(shared).body("before.context.text", nullValue());
        seen(secret).body("before.context.text", nullValue());
        shares(shared, "shared").statusCode(200);
        seen(shared).body("before.context.text", equalTo("Mine to tell"));
        // offline, in the batch that brings them
        var batch =
                "{\"clientTime\": \"%s\", \"items\": [{\"id\": \"%s\", \"kind\": \"log\", \"task\": \"%s\", %s, %s]}"
                        .formatted(
                                Instant.now(),
                                first,
                                task,
                                worded("Told too soon", "shared").strip().substring(1),
                                "{\"id\": \"%s\", \"kind\": \"sharing\", \"log\": \"%s\", \"saidAt\": \"%s\", \"sharing\": {\"before.context\": \"private\"}}"
                                        .formatted(
                                                Ids.next(), first, Instant.now().plusSeconds(1)));
        client.asks()
                .body(batch)
                .post("/v1/sync")
                .then()
                .statusCode(200)
                .body("items.status", contains("done", "unchanged"));
        assertThat(count("log where before::text like '%Told too soon%'")).isOne();
        clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/logs")
                .then()
                .body("items.findAll { it.before.context?.text == 'Told too soon' }", empty())
                .body("items", hasSize(4));
        shares(first, "everybody").statusCode(400);
    }

    @Test
    void whatWasTakenBackSinceIsNotReadAlthoughItComesAsShared() {
        var id = Noting.unplanned(client, unplanned(worded("As first told", "shared")));
        shares(id, "private").statusCode(200);
        var kept = synced(
                        null,
                        id,
                        worded("As told elsewhere before", "shared"),
                        Instant.now().minusSeconds(3_600))
                .body("items[0].status", equalTo("done"))
                .extract()
                .<String>path("items[0].log.id");
        seen(kept).body("before.context.text", nullValue(), "before.context.sharing", equalTo("private"));
        client.asks().get("/v1/logs/" + kept).then().body("before.context.text", equalTo("As told elsewhere before"));
    }

    @Test
    void whatWasSharedSinceIsNotReadWhereItComesAsPrivate() {
        var id = Noting.unplanned(client, unplanned(worded("As first told", "private")));
        shares(id, "shared").statusCode(200);
        var kept = synced(
                        null, id, worded("Mine alone", "private"), Instant.now().minusSeconds(3_600))
                .extract()
                .<String>path("items[0].log.id");
        seen(kept).body("before.context.text", nullValue(), "before.context.sharing", equalTo("private"));
    }

    private static String keptAs(ValidatableResponse refused) {
        return refused.statusCode(409)
                .body("errors[0].code", equalTo("already-completed"), "keptAs", not(nullValue()))
                .extract()
                .path("keptAs");
    }

    private ValidatableResponse seen(String log) {
        return clinician.asks().get("/v1/logs/" + log).then().statusCode(200);
    }

    private ValidatableResponse shares(String log, String sharing) {
        return client.asks()
                .body("{\"sharing\": {\"before.context\": \"" + sharing + "\"}}")
                .put("/v1/logs/" + log + "/sharing")
                .then();
    }

    private ValidatableResponse synced(@Nullable String task, String id, String body) {
        return synced(task, id, body, null);
    }

    private ValidatableResponse synced(@Nullable String task, String id, String body, @Nullable Instant at) {
        var head = (task == null ? "\"exercise\": \"asking-ladder\", " : "\"task\": \"" + task + "\", ")
                + (at == null ? "" : "\"authoredAt\": \"" + at + "\", ");
        return client.asks()
                .body("{\"clientTime\": \"%s\", \"items\": [{\"id\": \"%s\", \"kind\": \"log\", %s%s]}"
                        .formatted(Instant.now(), id, head, body.strip().substring(1)))
                .post("/v1/sync")
                .then()
                .statusCode(200);
    }

    private static String worded(String text, String sharing) {
        return DONE.replace(
                "\"expectation\": 80",
                "\"expectation\": 80, \"context\": {\"text\": \"%s\", \"sharing\": \"%s\"}".formatted(text, sharing));
    }

    private static String unplanned(String body) {
        return "{\"exercise\": \"asking-ladder\", " + body.strip().substring(1);
    }

    private long count(String from) {
        return people.count(client.practice(), "select count(*) from " + from);
    }
}
