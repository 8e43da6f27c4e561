package dev.kith.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the instruments of the library say of somebody, from the answers to what is read months later. */
@QuarkusTest
class InstrumentStoriesTest {
    private static final String THREE_POINTS = "\"audit-c.1\": 2, \"audit-c.2\": 1, \"audit-c.3\": 0";

    @Inject
    People people;

    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
    }

    @Test
    void threePointsOfTheAuditCArePositiveForAWomanAndNegativeForAMan() {
        known("\"0\"", "female");
        audit(Ids.next().toString())
                .body("scores[0].value", equalTo(3), "scores[0].band.code", equalTo("positive"))
                .body("scores[0].bandReason", nullValue());
        known("\"1\"", "male");
        audit(Ids.next().toString()).body("scores[0].value", equalTo(3), "scores[0].band.code", equalTo("negative"));
    }

    @Test
    void whoseSexIsNotKnownHasAScoreWithoutABandAndTheReason() {
        var id = Ids.next().toString();
        audit(id)
                .body("scores[0].value", equalTo(3), "scores[0].valid", equalTo(true))
                .body("scores[0].band", nullValue(), "scores[0].bandReason", equalTo("SEX_UNKNOWN"));
        known("\"0\"", "other");
        audit(Ids.next().toString()).body("scores[0].bandReason", equalTo("SEX_UNKNOWN"));
        read(id).body("scores[0].band", nullValue(), "scores[0].bandReason", equalTo("SEX_UNKNOWN"));
    }

    @Test
    void whatWasKnownWhenItWasAnsweredIsWhatItIsReadAndAmendedBy() {
        known("\"0\"", "female");
        var id = Ids.next().toString();
        var first = audit(id).extract().asString();
        known("\"1\"", "male");
        assertThat(read(id).extract().asString()).isEqualTo(first);
        assertThat(bring(id, "audit-c", THREE_POINTS).statusCode(200).extract().asString())
                .as("sent again")
                .isEqualTo(first);
        amend(id, THREE_POINTS.replace("\"audit-c.3\": 0", "\"audit-c.3\": 1"))
                .body("scores[0].value", equalTo(4), "scores[0].band.code", equalTo("positive"));
        amend(id, THREE_POINTS)
                .body("revision", equalTo(3), "scores[0].value", equalTo(3))
                .body("scores[0].band.code", equalTo("positive"));
    }

    @Test
    void allPointsFromTheFirstQuestionOfTheAuditCAreSaidBesideTheBand() {
        known("\"0\"", "female");
        bring(Ids.next().toString(), "audit-c", "\"audit-c.1\": 4, \"audit-c.2\": 0, \"audit-c.3\": 0")
                .statusCode(201)
                .body("criteria.code", contains("all-from-item-1"), "criteria.met", contains(true));
    }

    @Test
    void whoDoesNotWorkIsNotAskedAboutWorkByTheWsas() {
        var others = "\"wsas.2\": 8, \"wsas.3\": 8, \"wsas.4\": 8, \"wsas.5\": 8";
        var id = Ids.next().toString();
        bring(id, "wsas", "\"wsas.not-working\": true, \"wsas.1\": 3, " + others)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/answers/wsas.1"), "errors.code", contains("not-enabled"));
        clinician.asks().get("/v1/responses/" + id).then().statusCode(404);
        bring(id, "wsas", "\"wsas.not-working\": true, " + others)
                .statusCode(201)
                .body("scores[0].value", equalTo(32), "scores[0].answered", equalTo(4))
                .body("scores[0].prorated", equalTo(false), "scores[0].band.code", equalTo("severe"));
        bring(Ids.next().toString(), "wsas", "\"wsas.not-working\": false, " + others)
                .statusCode(422)
                .body("errors.pointer", contains("/answers/wsas.1"), "errors.code", contains("missing-required"));
        bring(Ids.next().toString(), "wsas", "\"wsas.not-working\": false, \"wsas.1\": 8, " + others)
                .statusCode(201)
                .body("scores[0].value", equalTo(40), "scores[0].answered", equalTo(5));
    }

    @Test
    void thePcl5SaysWhetherItsClustersAreMetBesideItsTotal() {
        var met = "1, 6, 8, 9, 15, 16";
        var id = Ids.next().toString();
        var reply = bring(id, "pcl-5", pcl5(met)).statusCode(201);
        reply.body("scores.find { it.scale == 'total' }.value", equalTo(12))
                .body("criteria.find { it.code == 'dsm-5' }.met", equalTo(true))
                .body("criteria.find { it.code == 'dsm-5' }.parts.code", contains("b", "c", "d", "e"))
                .body("criteria.find { it.code == 'dsm-5' }.parts.met", contains(true, true, true, true))
                .body("criteria.find { it.code == 'dsm-5' }.title", startsWith("Symptoms as in the DSM-5 rule"))
                .body("criteria.find { it.code == 'cut-point' }.met", equalTo(false));
        assertThat(read(id).extract().asString()).isEqualTo(reply.extract().asString());
        bring(Ids.next().toString(), "pcl-5", pcl5("1, 6, 8, 15, 16"))
                .statusCode(201)
                .body("criteria.find { it.code == 'dsm-5' }.met", equalTo(false))
                .body("criteria.find { it.code == 'dsm-5' }.parts.met", contains(true, true, false, true));
    }

    @Test
    void theReflectionIsAskedAndToldInGermanForGood() {
        client.asks()
                .header("Accept-Language", "de-AT, en;q=0.5")
                .get("/v1/questionnaires/ksr-20")
                .then()
                .statusCode(200)
                .header("Content-Language", "de")
                .body("title", equalTo("Kith-Reflexion zur Eigenständigkeit (KSR-20)"), "fallbacks", empty())
                .body("wording.status", equalTo("official"), "wording.credit", equalTo("Kith contributors"))
                .body("label", startsWith("Reflexionshilfe"), "items[0].options.label[4]", equalTo("Fast immer"));
        var id = Ids.next().toString();
        var answers = new StringBuilder();
        for (var item : "a1 a2 a3 a4 a5 b1 b2 b3 b4 c1 c2 c3 c4 c5 d1 d2 d3 e1 e2 e3".split(" ", -1)) {
            answers.append("\"ksr-20.").append(item).append("\": 2, ");
        }
        client.asks()
                .header("Accept-Language", "de-AT, en;q=0.5")
                .body("""
                    {"questionnaire": "ksr-20", "author": "client", "complete": true, "answers": {%s "ksr-20.q0a": "no"}}
                    """.formatted(answers))
                .put("/v1/responses/" + id)
                .then()
                .statusCode(201)
                .body("scores.find { it.scale == 'total' }.value", equalTo(40));
        clinician
                .asks()
                .header("Accept-Language", "es")
                .get("/v1/responses/" + id)
                .then()
                .statusCode(200)
                .body("language", equalTo("de"), "label", startsWith("Reflexionshilfe"))
                .body("scores.find { it.scale == 'total' }.band.label", equalTo("Mittlerer Bereich"));
    }

    @Test
    void aLanguageThatIsNotThereComesInTheOriginalAndIsKeptAsWhatWasShown() {
        client.asks()
                .header("Accept-Language", "fy")
                .body("""
                    {"questionnaire": "ksr-20", "author": "client", "complete": false, "answers": {"ksr-20.a1": 2}}
                    """)
                .put("/v1/responses/" + Ids.next())
                .then()
                .statusCode(201)
                .body("language", equalTo("en"));
    }

    private ValidatableResponse audit(String id) {
        return bring(id, "audit-c", THREE_POINTS).statusCode(201);
    }

    private static String pcl5(String twos) {
        var list = ", " + twos + ",";
        return IntStream.rangeClosed(1, 20)
                .mapToObj(i -> "\"pcl-5.%d\": %d".formatted(i, list.contains(" " + i + ",") ? 2 : 0))
                .collect(Collectors.joining(", "));
    }

    private ValidatableResponse bring(String id, String questionnaire, String answers) {
        return clinician
                .asks()
                .body("""
                    {"client": "%s", "questionnaire": "%s", "author": "client", "complete": true, "answers": {%s}}
                    """.formatted(client.id(), questionnaire, answers))
                .put("/v1/responses/" + id)
                .then();
    }

    private ValidatableResponse amend(String id, String answers) {
        return clinician
                .asks()
                .body("{\"reason\": \"Misread\", \"answers\": {" + answers + "}}")
                .post("/v1/responses/" + id + "/amendments")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse read(String id) {
        return clinician.asks().get("/v1/responses/" + id).then().statusCode(200);
    }

    private void known(String version, String sex) {
        clinician
                .asks()
                .header("If-Match", version)
                .body("{\"sexForScoring\": \"" + sex + "\"}")
                .patch("/v1/clients/" + client.id())
                .then()
                .statusCode(200);
    }
}
