package dev.kith.program;

import static dev.kith.program.Walked.SOMATIC;
import static dev.kith.program.Walked.TRUST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import dev.kith.house.OwnQuestionnaire;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Work;
import dev.kith.house.Worlds;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a critical answer holds: in a program that gives its questionnaire, in one that looks at all of them, and in one that does not. */
@QuarkusTest
class ConcernTest {
    private static final String WHY = "{\"reason\": \"As we said\"}";
    private static final String NO_GATE = "";
    private static final String GATE = ", \"gates\": [{\"kind\": \"no-critical-alert\"}]";

    @Inject
    People people;

    @Inject
    Worlds worlds;

    Someone admin;
    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        admin = people.sandbox();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
    }

    @Test
    void anAnswerFromBeforeThatNobodyHasSettledIsShownInThePreviewAndHoldsFromTheStart() {
        var answer = critical();
        previews(SOMATIC)
                .body("state", equalTo("held"), "waitsForResponse", equalTo(answer))
                .body("steps.state", everyItem(equalTo("waiting")))
                .body("steps[0].gates.why", hasItem("critical-answer-open"));
        var walked = Walked.into(clinician, client, SOMATIC);
        var begun = walked.read();
        assertThat(begun.getString("state")).isEqualTo("held");
        assertThat(begun.getString("waitsForResponse")).isEqualTo(answer);
        assertThat(walked.inState("assigned")).isEmpty();
        assertThat(happened(walked)).containsExactly("held", "enrolled");
        assertThat(walked.readBy(client).getString("waitsForResponse"))
                .as("for the care team")
                .isNull();
        var released = walked.does("release");
        assertThat(released.getString("state")).isEqualTo("active");
        assertThat(walked.inState("assigned")).contains("w0-ksr-20", "w0-phq-4", "w1-body-alarms");
    }

    @Test
    void whatWasSettledBeforeHoldsNothing() {
        critical();
        String alert = clinician.asks().get("/v1/alerts").path("items.find { it.severity == 'critical' }.id");
        clinician.asks().post("/v1/alerts/" + alert + "/acknowledgement").then().statusCode(200);
        previews(SOMATIC).body("state", equalTo("held"));
        clinician
                .asks()
                .body("{\"action\": \"safety-plan-reviewed\", \"note\": \"Plan made\"}")
                .post("/v1/alerts/" + alert + "/resolution")
                .then()
                .statusCode(200);
        previews(SOMATIC)
                .body("state", equalTo("active"), "waitsForResponse", nullValue())
                .body("steps.state", hasItem("assigned"));
        assertThat(Walked.into(clinician, client, SOMATIC).read().getString("state"))
                .isEqualTo("active");
    }

    @Test
    void aProgramThatNeitherGivesTheQuestionnaireNorLooksAtCriticalAnswersGoesOnAndSaysNothingOfThem() {
        publish(NO_GATE, "phq-4");
        var walked = Walked.into(clinician, client, "ours");
        critical();
        walked.does("pause", WHY);
        var resumed = walked.does("resumption", WHY);
        assertThat(resumed.getString("state")).as("what did not hold it before").isEqualTo("active");
        assertThat(resumed.getString("waitsForResponse")).isNull();
        walked.tries(clinician, "release", WHY).statusCode(409).body("errors[0].code", equalTo("nothing-to-release"));
    }

    /** What has no room any more is heard as one draft, whichever of them was sent. */
    @Test
    void eachCriticalAnswerOfAFullDayHoldsItAnew() {
        publish(NO_GATE, "phq-9");
        var walked = Walked.into(clinician, client, "ours");
        var first = Ids.next();
        sends(first, Worlds.CALM).statusCode(201);
        people.run(client.practice(), """
                insert into response
                select (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid()))).*
                from response one, generate_series(1, 199) where one.practice_id = kith_practice() and one.id = ?
                """, first);
        for (var sending = 0; sending < 2; sending++) {
            sends(Ids.next(), Worlds.CRITICAL).statusCode(429);
            assertThat(walked.read().getString("state")).isEqualTo("held");
            assertThat(walked.does("release").getString("state")).isEqualTo("active");
        }
    }

    private ValidatableResponse sends(UUID id, String answers) {
        return client.asks()
                .body("{\"questionnaire\": \"phq-9\", \"author\": \"client\", " + answers.substring(1))
                .put("/v1/responses/" + id)
                .then();
    }

    @Test
    void aProgramThatGivesTheQuestionnaireIsHeldWhereverItWasAnswered() {
        publish(NO_GATE, "phq-9");
        var walked = Walked.into(clinician, client, "ours");
        critical();
        assertThat(walked.read().getString("state")).isEqualTo("held");
        assertThat(walked.state("ask")).isEqualTo("waiting");
        var other = people.clientOf(clinician);
        worlds.answer(other, worlds.task(clinician, other), Worlds.CRITICAL);
        var late = Walked.into(clinician, other, "ours");
        assertThat(late.read().getString("state")).isEqualTo("held");
        assertThat(late.inState("assigned")).isEmpty();
    }

    @Test
    void whereOnlySomeStepsLookAtCriticalAnswersThoseWaitAndTheRestGoesOn() {
        publish(GATE, "phq-4");
        var walked = Walked.into(clinician, client, "ours");
        assertThat(walked.state("ask")).isEqualTo("assigned");
        var answer = critical();
        assertThat(walked.read().getString("state")).isEqualTo("active");
        assertThat(walked.read().getString("waitsForResponse")).isEqualTo(answer);
        assertThat(walked.inState("waiting")).containsExactly("ask");
        walked.does("pause", WHY);
        walked.forward("P8D");
        assertThat(walked.does("resumption", WHY).getString("state")).isEqualTo("active");
        assertThat(walked.inState("waiting")).containsExactly("ask");
        walked.forward("P8D");
        assertThat(openExercises()).doesNotContain("im-fine-pause");
        walked.does("release", WHY);
        assertThat(walked.state("ask")).isEqualTo("assigned");
        assertThat(openExercises()).contains("im-fine-pause");
        worlds.answer(client, worlds.task(clinician, client), Worlds.CRITICAL);
        previews(TRUST).body("state", equalTo("held"));
        clinician
                .asks()
                .body("{\"program\": \"ours\"}")
                .post("/v1/clients/" + client.id() + "/enrollments/preview")
                .then()
                .statusCode(200)
                .body("state", equalTo("active"), "waitsForResponse", not(nullValue()))
                .body("steps.find { it.step == 'ask' }.state", equalTo("waiting"))
                .body("steps.find { it.step == 'look' }.state", equalTo("assigned"));
    }

    @Test
    void whatAClinicianGaveTheirWordOnHoldsNotAgainWhenTheSameAnswerIsSavedAndCompleted() {
        publishWithTwoRules();
        publish(NO_GATE, "evening");
        var walked = Walked.into(clinician, client, "ours");
        var assignment = Work.assigned(clinician, client, "{\"questionnaire\": \"evening\"}");
        var path = "/v1/tasks/" + worlds.taskOf(clinician, assignment) + "/response";
        saves(path, 1, false);
        assertThat(walked.read().getString("state")).isEqualTo("held");
        walked.does("release");
        saves(path, 1, false);
        assertThat(walked.read().getString("state")).as("saved again").isEqualTo("active");
        assertThat(happened(walked)).containsExactly("released", "held", "enrolled");
        saves(path, 2, false);
        assertThat(walked.read().getString("state")).as("another rule").isEqualTo("held");
        walked.does("release");
        saves(path, 2, true);
        assertThat(walked.read().getString("state")).as("completed").isEqualTo("active");
        assertThat(walked.read().getString("waitsForResponse")).isNull();
        critical();
        assertThat(walked.read().getString("state")).as("not given by it").isEqualTo("active");
        var next = Work.assigned(clinician, client, "{\"questionnaire\": \"evening\"}");
        saves("/v1/tasks/" + worlds.taskOf(clinician, next) + "/response", 1, true);
        assertThat(walked.read().getString("state")).as("another answer").isEqualTo("held");
    }

    @Test
    void whatHeldFromTheStartAndWasReleasedDoesNotHoldWhenItIsCompleted() {
        var path = "/v1/tasks/" + worlds.task(clinician, client) + "/response";
        client.asks()
                .body("{\"answers\": {\"phq-9.9\": 2}, \"complete\": false}")
                .put(path)
                .then()
                .statusCode(201);
        var walked = Walked.into(clinician, client, SOMATIC);
        assertThat(walked.read().getString("state")).isEqualTo("held");
        walked.does("release");
        client.asks().body(Worlds.CRITICAL).put(path).then().statusCode(200);
        assertThat(walked.read().getString("state")).isEqualTo("active");
    }

    private void saves(String path, int onEdge, boolean complete) {
        client.asks()
                .body("{\"answers\": {\"evening.1\": 1, \"evening.2\": %d}, \"complete\": %s}"
                        .formatted(onEdge, complete))
                .put(path)
                .then()
                .statusCode(oneOf(200, 201));
    }

    /** On edge somewhat meets the first, a lot both. */
    private void publishWithTwoRules() {
        var rule = """
            {"key": "%s", "when": {"item": "evening.2", "operator": ">=", "value": %d}, "severity": "critical",
             "onDraft": true, "crisisCard": true, "title": {"en": "On edge"}}
            """;
        var first = ", \"alerts\": [\"first\"]";
        var both = ", \"alerts\": [\"first\", \"second\"]";
        var definition = OwnQuestionnaire.json("evening")
                .replace(
                        "\"alertRules\": []",
                        "\"alertRules\": [" + rule.formatted("first", 1) + ", " + rule.formatted("second", 2) + "]")
                .replace("\"band\": \"high\"}}}", "\"band\": \"high\"}}" + both + "}")
                .replace("{\"value\": 2, \"band\": \"low\"}}}", "{\"value\": 2, \"band\": \"low\"}}" + first + "}")
                .replace("{\"value\": 1, \"band\": \"low\"}}}", "{\"value\": 1, \"band\": \"low\"}}" + first + "}");
        OwnQuestionnaire.publish(admin, definition, "evening");
    }

    /** A week with one screener, and a week with something to do, which may have a gate. */
    private void publish(String gate, String screener) {
        admin.asks()
                .body("""
                {"key": "ours", "version": 1, "languages": ["en"], "title": {"en": "Ours"}, "purpose": {"en": "Try."},
                 "weeks": 1, "steps": [
                   {"code": "look", "week": 0, "type": "screener", "key": "%s", "words": {"en": "A look."}},
                   {"code": "ask", "week": 1, "type": "exercise", "key": "im-fine-pause", "words": {"en": "Ask."}%s}]}
                """.formatted(screener, gate))
                .post("/v1/programs")
                .then()
                .statusCode(201);
        admin.asks()
                .body("{}")
                .post("/v1/programs/ours/versions/1/publication")
                .then()
                .statusCode(200);
    }

    private String critical() {
        return worlds.answer(client, worlds.task(clinician, client), Worlds.CRITICAL);
    }

    private ValidatableResponse previews(String program) {
        return clinician
                .asks()
                .body("{\"program\": \"" + program + "\"}")
                .post("/v1/clients/" + client.id() + "/enrollments/preview")
                .then()
                .statusCode(200);
    }

    private List<String> openExercises() {
        return client.asks().get("/v1/me/tasks?state=open&limit=200").jsonPath().getList("items.exercise");
    }

    private List<String> happened(Walked walked) {
        return JsonPath.from(clinician
                        .asks()
                        .get("/v1/enrollments/" + walked.id() + "/history")
                        .asString())
                .getList("items.what");
    }
}
