package dev.kith.ladder;

import static dev.kith.house.Noting.DONE;
import static dev.kith.house.Statements.during;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.kith.house.AtOnce;
import dev.kith.house.Noting;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ladders: rungs, tries from people and from logs, what the rule says, and a clinician's word. */
@QuarkusTest
class LadderTest {
    @Inject
    People people;

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
    void rungsStandByPredictedDistressAndTiesAsTheyWereGiven() {
        makes(client, """
                {"exercise": "asking-ladder", "title": "At work", "rungs": [{"text": "c", "predicted": 7},
                 {"text": "b", "predicted": 3}, {"text": "a", "predicted": 3}]}
                """)
                .statusCode(201)
                .body("rungs.text", contains("b", "a", "c"))
                .body("step.decision", equalTo("not-enough"))
                .body("step.rule", equalTo("asking-ladder-step"))
                .body("step.version", equalTo(1))
                .body("calibration.reason", equalTo("no-tries"))
                .body("label", not(nullValue()));
        clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/ladders")
                .then()
                .statusCode(200)
                .body("items.title", contains("At work"));
    }

    @Test
    void theStepIsSaidInTheReadersLanguageWhoeverAsks() {
        var body = "{\"exercise\": \"asking-ladder\", \"rungs\": [{\"text\": \"a\", \"predicted\": 1}]}";
        var german = "Zwei Versuche auf dieser Sprosse sagen mehr als einer.";
        var made = client.asks()
                .header("Accept-Language", "de-AT")
                .body(body)
                .post("/v1/clients/" + client.id() + "/ladders")
                .then()
                .statusCode(201)
                .header("Content-Language", "de")
                .header("Location", startsWith("/v1/ladders/"))
                .header("ETag", not(nullValue()))
                .body("step.text", equalTo(german));
        var ladder = "/v1/ladders/" + made.extract().path("id");
        var english = client.asks().get(ladder).header("ETag");
        client.asks().header("If-None-Match", english).get(ladder).then().statusCode(304);
        client.asks()
                .header("If-None-Match", english)
                .header("Accept-Language", "de")
                .get(ladder)
                .then()
                .statusCode(200)
                .body("step.text", equalTo(german));
        var attempts = ladder + "/rungs/" + made.extract().path("rungs[0].id") + "/attempts";
        client.asks()
                .header("Accept-Language", "de")
                .body(met(3))
                .post(attempts)
                .then()
                .statusCode(201)
                .header("Content-Language", "de")
                .body("step.text", equalTo(german));
        clinician
                .asks()
                .header("Accept-Language", "fr")
                .get(ladder)
                .then()
                .statusCode(200)
                .header("Content-Language", "en")
                .body("step.text", equalTo("Two tries on this rung tell more than one."));
        clinician
                .asks()
                .header("Accept-Language", "fr, de")
                .get("/v1/clients/" + client.id() + "/ladders")
                .then()
                .header("Content-Language", "de")
                .body("items[0].step.text", equalTo(german));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"exercise\": \"asking-ladder\", \"rungs\": []}|/rungs",
                "{\"exercise\": \"asking-ladder\", \"rungs\": [{\"text\": \"a\", \"predicted\": 11}]}|/rungs/0/predicted",
                "{\"exercise\": \"asking-ladder\", \"rungs\": [{\"text\": \" \", \"predicted\": 1}]}|/rungs/0/text",
                "{\"exercise\": \"ask-and-notice\", \"rungs\": [{\"text\": \"a\", \"predicted\": 1}]}|/exercise",
                "{\"exercise\": \"nothing\", \"rungs\": [{\"text\": \"a\", \"predicted\": 1}]}|/exercise"
            })
    void aWrongLadderIsRefusedWithItsPlace(String body, String pointer) {
        makes(client, body).statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void aLadderIsItsClientsAndTheirCareTeams() {
        var ladder = Noting.ladder(clinician, client, 2, 5);
        for (var stranger : List.of(people.clientOf(clinician), people.clinician(client.practice()))) {
            stranger.asks().get("/v1/ladders/" + ladder).then().statusCode(404);
            stranger.asks()
                    .get("/v1/clients/" + client.id() + "/ladders")
                    .then()
                    .statusCode(404);
        }
        people.clinician(people.practice().practice())
                .asks()
                .get("/v1/ladders/" + ladder)
                .then()
                .statusCode(404);
        var program = people.integration(client.practice(), "logs:read", "logs:write");
        program.asks().get("/v1/ladders/" + ladder).then().statusCode(403);
    }

    @Test
    void rebuildingKeepsWhatWasTried() {
        var ladder = Noting.ladder(client, 2, 5);
        var rungs = Noting.rungs(client, ladder);
        tells(client, ladder, rungs.get(0), met(4)).statusCode(201);
        var without =
                "{\"rungs\": [{\"id\": \"%s\", \"text\": \"Bigger\", \"predicted\": 1}, {\"text\": \"New\", \"predicted\": 0}]}"
                        .formatted(rungs.get(1));
        client.asks().body(without).put("/v1/ladders/" + ladder).then().statusCode(428);
        client.asks()
                .header("If-Match", "\"0\"")
                .body(without)
                .put("/v1/ladders/" + ladder)
                .then()
                .statusCode(412);
        var renamed =
                "{\"rungs\": [{\"id\": \"%s\", \"text\": \"Other words\", \"predicted\": 1}]}".formatted(rungs.get(0));
        rebuilds(ladder, renamed).statusCode(422).body("errors[0].code", equalTo("was-tried"));
        rebuilds(ladder, renamed.replace(rungs.get(0), Ids.next().toString()))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/rungs/0/id"));
        rebuilds(ladder, without)
                .statusCode(200)
                .body("rungs.text", contains("New", "Bigger", "Ask something"))
                .body("rungs.retired", contains(false, false, true))
                .body("rungs[2].id", equalTo(rungs.get(0)))
                .body("rungs[2].calibration.attempts", equalTo(1));
    }

    @Test
    void twoLowPeaksStepUpAndTheTopIsComplete() {
        var ladder = Noting.ladder(client, 2, 5);
        var rungs = Noting.rungs(client, ladder);
        tells(client, ladder, rungs.get(0), met(3)).statusCode(201).body("step.decision", equalTo("not-enough"));
        tells(clinician, ladder, rungs.get(0), met(2))
                .body("step.decision", equalTo("step-up"))
                .body("step.because", equalTo("two-low-peaks"))
                .body("step.evidence.met", contains(3, 2))
                .body("step.currentRung", equalTo(rungs.get(0)))
                .body("step.suggestedRung", equalTo(rungs.get(1)));
        tells(client, ladder, rungs.get(1), met(8));
        tells(client, ladder, rungs.get(1), met(4))
                .body("step.decision", equalTo("complete"))
                .body("step.because", equalTo("peak-halved"))
                .body("step.suggestedRung", nullValue());
    }

    @Test
    void stoppingStepsBackAndAtTheBottomASmallerAskIsWanted() {
        var ladder = Noting.ladder(client, 2, 5);
        var rungs = Noting.rungs(client, ladder);
        tells(client, ladder, rungs.get(1), met(9).replace("{", "{\"stopRuleUsed\": true, "))
                .body("step.decision", equalTo("step-back"))
                .body("step.suggestedRung", equalTo(rungs.get(0)));
        var notDone = "{\"outcome\": \"not-done\"}";
        tells(client, ladder, rungs.get(0), notDone).body("step.decision", equalTo("not-enough"));
        tells(client, ladder, rungs.get(0), notDone)
                .body("step.because", equalTo("two-not-done"))
                .body("step.suggestedRung", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"met\": 3}|/outcome",
                "{\"met\": 3, \"outcome\": \"maybe\"}|/outcome",
                "{\"outcome\": \"asked-yes\"}|/met",
                "{\"met\": 3, \"outcome\": \"not-done\"}|/met",
                "{\"met\": 11, \"outcome\": \"asked-yes\"}|/met",
                "{\"met\": 1, \"outcome\": \"asked-yes\", \"at\": \"2999-01-01T00:00:00Z\"}|/at",
                "{\"logId\": \"0198c000-0000-7000-8000-000000000001\"}|/logId",
                "{\"logId\": \"0198c000-0000-7000-8000-000000000001\", \"met\": 3}|/logId"
            })
    void aWrongTryIsRefusedWithItsPlace(String body, String pointer) {
        var ladder = Noting.ladder(client, 2);
        tells(client, ladder, Noting.rungs(client, ladder).get(0), body)
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void expectationStandsBesideWhatCame() {
        var ladder = Noting.ladder(client, 6);
        var rung = Noting.rungs(client, ladder).get(0);
        tells(client, ladder, rung, "{\"met\": 4, \"expectation\": 80, \"outcome\": \"asked-yes\"}");
        tells(client, ladder, rung, "{\"met\": 3, \"predicted\": 5, \"expectation\": 60, \"outcome\": \"asked-no\"}")
                .body("calibration.predictedMean", equalTo(5.5f))
                .body("calibration.metMean", equalTo(3.5f))
                .body("calibration.difference", equalTo(2.0f))
                .body("calibration.expectedRefusal", equalTo(0.7f))
                .body("calibration.refused", equalTo(0.5f))
                .body("rungs[0].calibration.asks", equalTo(2));
    }

    @Test
    void aCompletedLogThatCountsItsRungIsATryAndACorrectionTakesItsPlace() {
        var ladder = Noting.ladder(client, 2, 5);
        var rungs = Noting.rungs(client, ladder);
        var log = Noting.log(client, Noting.task(clinician, client), DONE);
        reads(client, ladder)
                .body("rungs[0].calibration.attempts", equalTo(1))
                .body("rungs[0].calibration.metMean", equalTo(7.0f));
        tells(client, ladder, rungs.get(0), "{\"logId\": \"%s\"}".formatted(log))
                .statusCode(201);
        tells(client, ladder, rungs.get(1), "{\"logId\": \"%s\"}".formatted(log))
                .statusCode(409)
                .body("errors[0].code", equalTo("log-counted"));
        client.asks().body("""
                        {"reason": "It was the second", "before": {"rung": 2, "suds": 6}, "after": {"suds": 5, "outcome": "asked-no"}}
                        """).post("/v1/logs/" + log + "/corrections").then().statusCode(201);
        reads(client, ladder)
                .body("rungs.calibration.attempts", contains(0, 1))
                .body("rungs[1].calibration.metMean", equalTo(6.0f));
        client.asks()
                .get("/v1/ladders/" + ladder + "/attempts")
                .then()
                .statusCode(200)
                .body("items.logRevision", containsInAnyOrder(1, 2));
    }

    @Test
    void aNumberOfALadderThatWasRebuiltSinceCountsForNoOtherAsk() {
        var ladder = Noting.ladder(client, 2, 5);
        var rungs = Noting.rungs(client, ladder);
        var task = Noting.task(clinician, client);
        var written = Instant.now();
        var below =
                "{\"rungs\": [{\"text\": \"New\", \"predicted\": 4}, {\"id\": \"%s\", \"text\": \"Ask something\", \"predicted\": 2},"
                                .formatted(rungs.get(0))
                        + " {\"id\": \"%s\", \"text\": \"Ask something\", \"predicted\": 5}]}".formatted(rungs.get(1));
        rebuilds(ladder, below).statusCode(200).body("rungs.text", contains("Ask something", "New", "Ask something"));
        // written before that, and sent after it: then there was one rung of this number
        var late = syncs(task, 2, written).body("items[0].log.rungCounted", equalTo(true));
        reads(client, ladder).body("rungs.calibration.attempts", contains(0, 0, 1));
        // written after that: the app may show the new ladder, or an old copy
        syncs(Noting.task(clinician, client), 2, Instant.now()).body("items[0].log.rungCounted", equalTo(false));
        Noting.logs(client, Noting.task(clinician, client), DONE.replace("\"rung\": 1", "\"rung\": 2"))
                .statusCode(201)
                .body("rungCounted", equalTo(false));
        reads(client, ladder).body("rungs.calibration.attempts", contains(0, 0, 1));
        // the first stayed the first, and there was never another third
        Noting.logs(client, Noting.task(clinician, client), DONE).body("rungCounted", equalTo(true));
        Noting.logs(client, Noting.task(clinician, client), DONE.replace("\"rung\": 1", "\"rung\": 3"))
                .body("rungCounted", equalTo(true));
        reads(client, ladder).body("rungs.calibration.attempts", contains(1, 0, 2));
        // by its id there is no doubt
        var middle = Noting.rungs(client, ladder).get(1);
        Noting.logs(
                        client,
                        Noting.task(clinician, client),
                        DONE.replace("\"rung\": 1", "\"rung\": 2")
                                .replaceFirst("\\{", "{\"rung\": \"" + middle + "\", "))
                .body("rungCounted", nullValue());
        reads(client, ladder).body("rungs.calibration.attempts", contains(1, 1, 2));
        var log = late.extract().<String>path("items[0].id");
        client.asks().get("/v1/logs/" + log).then().body("rungCounted", equalTo(true));
    }

    @Test
    void aNumberWrittenBeforeThereWasSuchARungCountsForNone() {
        var before = Instant.now();
        var ladder = Noting.ladder(client, 2, 5);
        syncs(Noting.task(clinician, client), 1, before.minusSeconds(60))
                .body("items[0].log.rungCounted", equalTo(false));
        reads(client, ladder).body("rungs.calibration.attempts", contains(0, 0));
        syncs(Noting.task(clinician, client), 1, Instant.now()).body("items[0].log.rungCounted", equalTo(true));
        // a second ladder has rungs of these numbers, too
        Noting.ladder(client, 1, 2, 3);
        syncs(Noting.task(clinician, client), 1, Instant.now()).body("items[0].log.rungCounted", equalTo(false));
        reads(client, ladder).body("rungs.calibration.attempts", contains(1, 0));
    }

    @Test
    void aLogThatIsCorrectedToANumberThatLeavesItOpenCountsNoLonger() {
        var ladder = Noting.ladder(client, 2, 5);
        var rungs = Noting.rungs(client, ladder);
        var log = Noting.log(client, Noting.task(clinician, client), DONE);
        var swapped =
                "{\"rungs\": [{\"text\": \"New\", \"predicted\": 3}, {\"id\": \"%s\", \"text\": \"Ask something\", \"predicted\": 2},"
                                .formatted(rungs.get(0))
                        + " {\"id\": \"%s\", \"text\": \"Ask something\", \"predicted\": 5}]}".formatted(rungs.get(1));
        rebuilds(ladder, swapped).statusCode(200);
        reads(client, ladder).body("rungs.calibration.attempts", contains(1, 0, 0));
        var later = Noting.log(client, Noting.task(clinician, client), DONE);
        correct(later, 2).body("rungCounted", equalTo(false));
        reads(client, ladder).body("rungs.calibration.attempts", contains(1, 0, 0));
        client.asks()
                .get("/v1/ladders/" + ladder + "/attempts")
                .then()
                .body("items.counts", containsInAnyOrder(true, true, false));
        tells(client, ladder, rungs.get(0), "{\"logId\": \"%s\"}".formatted(later))
                .statusCode(409)
                .body("errors[0].code", equalTo("log-open"));
        correct(later, 1).body("rungCounted", equalTo(true));
        reads(client, ladder).body("rungs.calibration.attempts", contains(2, 0, 0));
        // when this one was written, the second was the one that is the third now
        correct(log, 2).body("rungCounted", equalTo(true));
        reads(client, ladder).body("rungs.calibration.attempts", contains(1, 0, 1));
    }

    @Test
    void aLogMayNameItsRungOfItsOwnClientOnly() {
        var ladder = Noting.ladder(client, 2, 5);
        Noting.ladder(client, 1);
        var rung = Noting.rungs(client, ladder).get(1);
        var naming = DONE.replaceFirst("\\{", "{\"rung\": \"" + rung + "\", ");
        Noting.log(client, Noting.task(clinician, client), naming);
        reads(client, ladder).body("rungs.calibration.attempts", contains(0, 1));
        var other = people.clientOf(clinician);
        Noting.logs(other, Noting.task(clinician, other), naming.replace("\"complete\": true", "\"complete\": false"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/rung"));
        // without a ladder, or with a number beyond it, the log stands by itself
        Noting.log(other, Noting.task(clinician, other), DONE);
        Noting.log(client, Noting.task(clinician, client), DONE.replace("\"rung\": 1", "\"rung\": 30"));
    }

    @Test
    void aCliniciansWordCountsUntilTheNextTryAndItsReasonIsTheCareTeams() {
        var ladder = Noting.ladder(client, 2, 5, 8);
        var rungs = Noting.rungs(client, ladder);
        tells(client, ladder, rungs.get(0), met(2));
        tells(client, ladder, rungs.get(0), met(2)).body("step.decision", equalTo("step-up"));
        var word = "{\"rung\": \"%s\", \"reason\": \"A hard week\"}".formatted(rungs.get(0));
        client.asks()
                .body(word)
                .post("/v1/ladders/" + ladder + "/override")
                .then()
                .statusCode(403);
        clinician
                .asks()
                .body(word.replace(rungs.get(0), Ids.next().toString()))
                .post("/v1/ladders/" + ladder + "/override")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/rung"));
        clinician
                .asks()
                .body(word)
                .post("/v1/ladders/" + ladder + "/override")
                .then()
                .statusCode(201)
                .body("step.decision", equalTo("not-enough"))
                .body("step.overridden", equalTo(true))
                .body("step.suggestedRung", equalTo(rungs.get(0)))
                .body("overrides.reason", contains("A hard week"));
        reads(client, ladder)
                .body("overrides.rungId", contains(rungs.get(0)))
                .body("overrides.reason", everyItem(nullValue()));
        tells(client, ladder, rungs.get(1), met(4))
                .body("step.overridden", equalTo(false))
                .body("step.currentRung", equalTo(rungs.get(1)));
    }

    @Test
    void oneKeyOrOneLogThirtyTwoTimesIsOneTry() throws Exception {
        var ladder = Noting.ladder(client, 2);
        var path = "/v1/ladders/" + ladder + "/rungs/"
                + Noting.rungs(client, ladder).get(0) + "/attempts";
        var key = Ids.next().toString();
        var keyed = AtOnce.calls(
                32,
                () -> client.asks().header("Idempotency-Key", key).body(met(3)).post(path));
        assertThat(keyed).extracting(Response::statusCode).containsOnly(201);
        assertThat(tries()).isOne();
        var log = Noting.log(client, Noting.task(clinician, client), DONE.replace("\"rung\": 1", "\"rung\": 9"));
        var body = "{\"logId\": \"%s\"}".formatted(log);
        var logged = AtOnce.calls(32, () -> client.asks().body(body).post(path));
        assertThat(logged).extracting(Response::statusCode).containsOnly(201);
        assertThat(tries()).isEqualTo(2);
    }

    @Test
    void aListAsksNoMoreForMoreLaddersAndTries() {
        var first = Noting.ladder(client, 2, 5);
        var list = "/v1/clients/" + client.id() + "/ladders";
        clinician.asks().get(list);
        var one = during(() -> clinician.asks().get(list).then().body("items", hasSize(1)));
        Noting.ladder(client, 1, 2, 3);
        tells(client, first, Noting.rungs(client, first).get(0), met(3));
        var two = during(() -> clinician.asks().get(list).then().body("items", hasSize(2)));
        assertThat(two).hasSameSizeAs(one);
    }

    @Test
    void whatARungSaysIsInNoEventAndOnNoTrail() {
        var ladder = makes(client, """
                        {"exercise": "asking-ladder", "title": "canarytitle", "rungs": [{"text": "canarywords", "predicted": 1}]}
                        """).statusCode(201).extract().<String>path("id");
        tells(client, ladder, Noting.rungs(client, ladder).get(0), met(3)).statusCode(201);
        assertThat(rows.holding(client.practice(), "canarywords")).containsOnly("rung");
        assertThat(rows.holding(client.practice(), "canarytitle")).containsOnly("ladder");
    }

    private ValidatableResponse syncs(String task, int number, Instant at) {
        return client.asks()
                .body("""
                {"clientTime": "%s", "items": [{"id": "%s", "kind": "log", "task": "%s", "authoredAt": "%s",
                 "before": {"rung": %d, "suds": 6}, "after": {"suds": 4, "outcome": "asked-yes"}, "complete": true}]}
                """.formatted(Instant.now(), Ids.next(), task, at, number))
                .post("/v1/sync")
                .then()
                .statusCode(200)
                .body("items[0].status", equalTo("done"));
    }

    private ValidatableResponse correct(String log, int number) {
        return client.asks()
                .body("""
                {"reason": "Another one", "before": {"rung": %d, "suds": 6}, "after": {"suds": 5, "outcome": "asked-no"}}
                """.formatted(number))
                .post("/v1/logs/" + log + "/corrections")
                .then()
                .statusCode(201);
    }

    private long tries() {
        return people.count(client.practice(), "select count(*) from rung_attempt");
    }

    private ValidatableResponse makes(Someone who, String body) {
        return who.asks()
                .body(body)
                .post("/v1/clients/" + client.id() + "/ladders")
                .then();
    }

    private static String met(int peak) {
        return "{\"met\": %d, \"outcome\": \"asked-yes\"}".formatted(peak);
    }

    private static ValidatableResponse tells(Someone who, String ladder, String rung, String body) {
        return who.asks()
                .body(body)
                .post("/v1/ladders/" + ladder + "/rungs/" + rung + "/attempts")
                .then();
    }

    private static ValidatableResponse reads(Someone who, String ladder) {
        return who.asks().get("/v1/ladders/" + ladder).then().statusCode(200);
    }

    private ValidatableResponse rebuilds(String ladder, String body) {
        var tag = client.asks().get("/v1/ladders/" + ladder).header("ETag");
        return client.asks()
                .header("If-Match", tag)
                .body(body)
                .put("/v1/ladders/" + ladder)
                .then();
    }
}
