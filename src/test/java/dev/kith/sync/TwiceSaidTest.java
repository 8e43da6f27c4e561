package dev.kith.sync;

import static dev.kith.sync.Batch.answered;
import static dev.kith.sync.Batch.id;
import static dev.kith.sync.Batch.skipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.AtOnce;
import dev.kith.house.Noting;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import dev.kith.house.Worlds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same thing said on two devices that do not know of each other, and said otherwise: what calls for somebody is told all the same. */
@QuarkusTest
class TwiceSaidTest {
    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Rows rows;

    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
    }

    @Test
    void whatWasCompletedOtherwiseOnAnotherDeviceIsKeptBeside() throws Exception {
        var id = id();
        var task = worlds.task(clinician, client);
        Batch.of(answered(id, task, 0, null, false)).from(client);
        Batch.of(answered(id, task, 0, null, true)).from(client).body("items[0].status", equalTo("done"));
        var other = Batch.of(answered(id, task, 3, null, true));
        String kept = other.from(client)
                .body("items[0].status", equalTo("done"), "items[0].keptWithoutTask", equalTo(true))
                .body("items[0].response.id", not(equalTo(id)), "crisisCards", hasSize(1))
                .extract()
                .path("items[0].response.id");
        var before = rows.of(client.practice());
        AtOnce.times(
                32,
                () -> other.from(client)
                        .body("items[0].status", equalTo("unchanged"), "items[0].response.id", equalTo(kept))
                        .body("crisisCards", hasSize(1)));
        assertThat(rows.of(client.practice())).isEqualTo(before);
        assertThat(alerts()).isOne();
        clinician.asks().get("/v1/alerts").then().body("items.aboutId", contains(kept));
        clinician.asks().get("/v1/responses/" + id).then().body("answers.'phq-9.9'", equalTo(0));
        clinician.asks().get("/v1/responses/" + kept).then().body("answers.'phq-9.9'", equalTo(3));
    }

    @Test
    void soIsWhatIsNotCritical() {
        var id = id();
        Batch.of(answered(id, null)).from(client);
        var other = Batch.of(answered(id, null).replace("\"phq-9.3\": 1", "\"phq-9.3\": 2"));
        other.from(client).body("items[0].status", equalTo("done"), "crisisCards", empty());
        other.from(client).body("items[0].status", equalTo("unchanged"));
        assertThat(count("response")).isEqualTo(2);
    }

    @Test
    void whatIsKeptBesideSaysBesideWhichAndIsNoMeasurementOfItsOwn() {
        var id = id();
        var other = answered(id, null).replace("\"phq-9.3\": 1", "\"phq-9.3\": 2");
        Batch.of(answered(id, null)).from(client).body("items[0].response.besideId", nullValue());
        String kept = Batch.of(other)
                .from(client)
                .body("items[0].response.besideId", equalTo(id), "items[0].response.scores[0].value", equalTo(9))
                .extract()
                .path("items[0].response.id");
        for (var reader : List.of(client, clinician)) {
            reader.asks().get("/v1/responses/" + kept).then().body("besideId", equalTo(id));
            reader.asks().get("/v1/responses/" + id).then().body("besideId", nullValue());
        }
        series(8f);
        client.asks()
                .body(other.substring(other.indexOf("\"answers\""))
                        .replaceFirst("", "{\"reason\": \"Misread\", ")
                        .replace(", \"complete\": true", "")
                        .replace("\"phq-9.3\": 2", "\"phq-9.3\": 3"))
                .post("/v1/responses/" + kept + "/amendments")
                .then()
                .statusCode(201)
                .body("besideId", equalTo(id));
        series(8f);
        // online, too: told where it is kept
        client.asks()
                .body(other.substring(other.indexOf("\"questionnaire\"")).replaceFirst("", "{\"author\": \"client\", "))
                .put("/v1/responses/" + id)
                .then()
                .statusCode(409);
        assertThat(count("response")).isEqualTo(2);
    }

    @Test
    void whatIsKeptBesideOpensNoGateAndClosesOne() {
        var id = id();
        Batch.of(safety(id, "no")).from(client).body("items[0].status", equalTo("done"));
        gate(false);
        Batch.of(safety(id, "yes")).from(client).body("items[0].response.besideId", equalTo(id));
        gate(false);
        var other = id();
        Batch.of(safety(other, "yes")).from(client).body("items[0].status", equalTo("done"));
        gate(true);
        Batch.of(safety(other, "no")).from(client).body("items[0].response.besideId", equalTo(other));
        gate(false);
    }

    private static String safety(String id, String safePerson) {
        return """
                {"id": "%s", "kind": "response", "questionnaire": "ksr-20", "answers": {"ksr-20.q0b": "%s"}, "complete": true}""".formatted(id, safePerson);
    }

    private void gate(boolean open) {
        clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/gates")
                .then()
                .statusCode(200)
                .body("items[0].open", equalTo(open));
    }

    /** The PHQ-9 as progress tells it. */
    private void series(Float... values) {
        List<Number> told = clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/progress")
                .then()
                .statusCode(200)
                .extract()
                .path("scales.find { it.questionnaire == 'phq-9' && it.scale == 'total' }.points.value");
        assertThat(told.stream().map(Number::floatValue)).containsExactly(values);
    }

    @Test
    void whatWasAmendedSinceIsNoOtherWhenItComesAgain() {
        var id = id();
        var batch = Batch.of(answered(id, null, 3, null, true));
        batch.from(client).body("items[0].status", equalTo("done"));
        client.asks()
                .body(Worlds.CALM.replace("\"complete\": true", "\"reason\": \"Misread\""))
                .post("/v1/responses/" + id + "/amendments")
                .then()
                .statusCode(201);
        batch.from(client).body("items[0].status", equalTo("unchanged"), "items[0].response.id", equalTo(id));
        assertThat(count("response")).isOne();
        assertThat(alerts()).isOne();
    }

    @Test
    void aDraftThatComesAfterTheCompletionIsRefusedAndTold() {
        var id = id();
        Batch.of(answered(id, null)).from(client);
        var late = Batch.of(answered(id, null, 3, null, false));
        for (var time = 0; time < 3; time++) {
            late.from(client)
                    .body("items[0].problem.errors[0].code", equalTo("already-completed"))
                    .body("items[0].problem.crisisCard.text", notNullValue(), "crisisCards", hasSize(1));
        }
        clinician.asks().get("/v1/alerts").then().body("items.aboutId", contains(id));
        client.asks().get("/v1/responses/" + id + "/crisis-cards").then().body("items", hasSize(1));
    }

    @Test
    void aDraftToAPausedOrWithdrawnTaskIsRefusedAndTold() {
        for (var state : List.of("paused", "ended")) {
            client = people.clientOf(clinician);
            var assignment = worlds.assignment(clinician, client);
            var task = worlds.taskOf(clinician, assignment);
            become(assignment, state);
            var id = id();
            Batch.of(answered(id, task, 3, Instant.now().minusSeconds(3_600), false))
                    .from(client)
                    .body("items[0].status", equalTo("refused"), "crisisCards", hasSize(1));
            clinician.asks().get("/v1/alerts?client=" + client.id()).then().body("items.aboutId", contains(id));
            Batch.of(answered(id, task, 3, Instant.now().minusSeconds(3_000), true))
                    .from(client)
                    .body("items[0].status", equalTo("done"), "items[0].response.id", equalTo(id));
            assertThat(alerts()).isOne();
        }
    }

    @Test
    void ofAnItemThatIsRefusedAsAWholeWhatCanBeReadIsHeardAndMendedItIsTheSame() {
        var at = Instant.now().minusSeconds(600);
        for (var wrong : List.of(
                "\"phq-9.3\": 9", "\"phq-9.3\": \"much\"", "\"phq-9.33\": 1", "\"phq-9.3\": 1}, \"mood\": {\"x\": 1")) {
            client = people.clientOf(clinician);
            var task = worlds.task(clinician, client);
            var id = id();
            var item = answered(id, task, 3, at, true);
            var broken = Batch.of(item.replace("\"phq-9.3\": 1", wrong));
            if (!wrong.contains("mood")) { // what comes after it is no answer then
                broken.from(client)
                        .body("items[0].status", equalTo("refused"), "crisisCards", hasSize(1))
                        .body("items[0].problem.errors", hasSize(org.hamcrest.Matchers.greaterThan(0)));
                broken.from(client).body("crisisCards", hasSize(1));
                assertThat(alerts()).as(wrong).isOne();
            } else {
                broken.from(client).body("items[0].status", equalTo("refused"));
            }
            Batch.of(item)
                    .from(client)
                    .body("items[0].status", equalTo("done"), "items[0].response.id", equalTo(id))
                    .body("items[0].response.taskId", equalTo(task), "items[0].keptWithoutTask", equalTo(false));
            assertThat(alerts()).as(wrong).isOne();
        }
    }

    @Test
    void aMendedDraftTakesThePlaceOfWhatWasKeptOfIt() {
        var id = id();
        var draft = answered(id, null, 3, Instant.now().minusSeconds(600), false);
        Batch.of(draft.replace("\"phq-9.3\": 1", "\"phq-9.3\": 9")).from(client).body("crisisCards", hasSize(1));
        Batch.of(draft)
                .from(client)
                .body("items[0].status", equalTo("done"), "items[0].response.answers.'phq-9.3'", equalTo(1));
        assertThat(alerts()).isOne();
    }

    @Test
    void thatItFeltUnsafeIsToldWhenItWasSkippedForSomethingElse() {
        var task = worlds.task(clinician, client);
        Batch.of(skipped(task, "no-time")).from(client).body("items[0].status", equalTo("done"));
        for (var time = 0; time < 2; time++) {
            Batch.of(skipped(task, "felt-unsafe"))
                    .from(client)
                    .body("items[0].problem.errors[0].code", equalTo("already-skipped"));
        }
        clinician
                .asks()
                .get("/v1/alerts")
                .then()
                .body("items.rule", contains("felt-unsafe"), "items.aboutId", contains(task));
    }

    @Test
    void thatItFeltUnsafeIsToldWhateverStandsInTheWayOnline() {
        var assignment = worlds.assignment(clinician, client);
        var task = worlds.taskOf(clinician, assignment);
        become(assignment, "paused");
        for (var time = 0; time < 2; time++) {
            client.asks()
                    .header("Idempotency-Key", "unsafe-" + task)
                    .body("{\"barrier\": \"felt-unsafe\"}")
                    .post("/v1/tasks/" + task + "/skip")
                    .then()
                    .statusCode(409);
        }
        assertThat(alerts()).isOne();
        var others = worlds.task(clinician, people.clientOf(clinician));
        Batch.of(skipped(others, "felt-unsafe").replace("\"kind\"", "\"mood\": 1, \"kind\""))
                .from(client)
                .body("items.status", everyItem(equalTo("refused")));
        assertThat(people.count(client.practice(), "select count(*) from alert"))
                .isOne();
    }

    @Test
    void thatAStopRuleWasUsedIsToldWhenTheLogIsCompletedAlready() {
        var task = Noting.task(clinician, client);
        var id = id();
        var log = "{\"id\": \"%s\", \"kind\": \"log\", \"task\": \"%s\", \"stopRuleUsed\": %s, "
                + Noting.DONE.strip().substring(1);
        Batch.of(log.formatted(id, task, false)).from(client).body("items[0].status", equalTo("done"));
        var stopped = log.formatted(id, task, true);
        String kept = Batch.of(stopped)
                .from(client)
                .body("items[0].status", equalTo("done"), "items[0].keptWithoutTask", equalTo(true))
                .body("items[0].log.id", not(equalTo(id)), "items[0].log.besideId", equalTo(id))
                .extract()
                .path("items[0].log.id");
        Batch.of(stopped).from(client).body("items[0].status", equalTo("unchanged"));
        tells("stop-rule-used", kept);
    }

    @Test
    void ofADraftOfALogThatIsCompletedAlreadyItIsToldToo() {
        var task = Noting.task(clinician, client);
        var id = id();
        var log = "{\"id\": \"%s\", \"kind\": \"log\", \"task\": \"%s\", \"stopRuleUsed\": %s, "
                + Noting.DONE.strip().substring(1);
        Batch.of(log.formatted(id, task, false)).from(client).body("items[0].status", equalTo("done"));
        var draft = log.formatted(id, task, true).replace("\"complete\": true", "\"complete\": false");
        for (var time = 0; time < 2; time++) {
            Batch.of(draft).from(client).body("items[0].problem.errors[0].code", equalTo("already-completed"));
        }
        tells("stop-rule-used", id);
    }

    private void tells(String rule, String about) {
        clinician.asks().get("/v1/alerts").then().body("items.rule", contains(rule), "items.aboutId", contains(about));
    }

    private void become(String assignment, String state) {
        var etag = clinician.asks().get("/v1/assignments/" + assignment).header("ETag");
        clinician
                .asks()
                .header("If-Match", etag)
                .body("{\"state\": \"%s\"}".formatted(state))
                .patch("/v1/assignments/" + assignment)
                .then()
                .statusCode(200);
    }

    private long alerts() {
        return count("alert");
    }

    private long count(String table) {
        return people.count(client.practice(), "select count(*) from " + table + " where client_id = ?", client.id());
    }
}
