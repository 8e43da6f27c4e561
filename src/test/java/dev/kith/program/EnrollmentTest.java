package dev.kith.program;

import static dev.kith.program.Walked.SOMATIC;
import static dev.kith.program.Walked.TRUST;
import static dev.kith.program.Walked.enrols;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may enrol whom, what is refused, and what happens twice. */
@QuarkusTest
class EnrollmentTest {
    private static final String INTO_SOMATIC = "{\"program\": \"somatic-first-steps\"}";

    @Inject
    People people;

    Someone admin;
    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        admin = people.practice();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'program': 'nothing'} | /program | unknown-program",
                "{'program': 'somatic-first-steps', 'startsOn': '2031-01-01'} | /startsOn | out-of-range",
                "{'program': 'somatic-first-steps', 'adds': ['nowhere']} | /adds/0 | unknown-step",
                "{'program': 'somatic-first-steps', 'adds': ['w0-phq-4']} | /adds/0 | not-optional",
                "{'program': 'somatic-first-steps', 'leaves': ['nowhere']} | /leaves/0 | unknown-step",
                "{'program': 'somatic-first-steps', 'instead': [{'step': 'w0-phq-4', 'key': 'phq-9'}]} | /instead/0 | no-alternative",
            })
    void whatCannotBeIsRefusedWithItsPlace(String body, String pointer, String code) {
        enrols(clinician, client, body.replace('\'', '"'))
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer), "errors[0].code", equalTo(code));
        assertThat(people.count(admin.practice(), "select count(*) from enrollment"))
                .isZero();
    }

    @Test
    void nobodyIsInAProgramTwiceAtATime() throws Exception {
        var replies = AtOnce.calls(
                16, () -> clinician.asks().body(INTO_SOMATIC).post("/v1/clients/" + client.id() + "/enrollments"));
        assertThat(replies.stream().map(Response::statusCode)).containsOnlyOnce(201);
        assertThat(replies.stream().map(Response::statusCode)).containsOnly(201, 409);
        assertThat(people.count(admin.practice(), "select count(*) from enrollment"))
                .isEqualTo(1);
        assertThat(people.count(admin.practice(), "select count(*) from assignment"))
                .isEqualTo(5);
        enrols(clinician, client, INTO_SOMATIC).statusCode(409).body("errors[0].code", equalTo("already-enrolled"));
        enrols(clinician, client, "{\"program\": \"learning-to-trust-again\"}").statusCode(201);
    }

    @Test
    void oneKeyEnrolsOnce() throws Exception {
        var replies = AtOnce.calls(
                8,
                () -> clinician
                        .asks()
                        .header("Idempotency-Key", "enrol-" + client.id())
                        .body(INTO_SOMATIC)
                        .post("/v1/clients/" + client.id() + "/enrollments"));
        assertThat(replies.stream().map(Response::statusCode)).containsOnly(201);
        var ids = replies.stream().map(reply -> reply.<String>path("id")).toList();
        assertThat(ids).containsOnly(ids.get(0));
    }

    @Test
    void anArchivedClientIsEnrolledInNothing() {
        var tag = clinician.asks().get("/v1/clients/" + client.id()).header("ETag");
        clinician
                .asks()
                .header("If-Match", tag)
                .body("{\"reason\": \"Care ended\"}")
                .post("/v1/clients/" + client.id() + "/archive");
        people.run(admin.practice(), "update client set archived_at = now() where id = ?", client.id());
        enrols(clinician, client, INTO_SOMATIC).statusCode(409);
        assertThat(people.count(admin.practice(), "select count(*) from enrollment"))
                .isZero();
    }

    @Test
    void whoReadItIsToldAnewWhenTheLanguageOrTheDayIsAnotherThoughNothingHappenedToIt() {
        var sandbox = people.clinician(people.sandbox().practice());
        var theirs = people.clientOf(sandbox);
        var walked = Walked.into(sandbox, theirs, SOMATIC);
        var path = "/v1/enrollments/" + walked.id();
        var tag = sandbox.asks().get(path).header("ETag");
        sandbox.asks().header("If-None-Match", tag).get(path).then().statusCode(304);
        sandbox.asks()
                .header("If-None-Match", tag)
                .header("Accept-Language", "de")
                .get(path)
                .then()
                .statusCode(200)
                .body("language", equalTo("de"));
        int revision = walked.read().getInt("revision");
        walked.forward("P8D");
        var later = sandbox.asks().header("If-None-Match", tag).get(path).then().statusCode(200);
        later.body("currentWeek", equalTo(1), "revision", equalTo(revision));
        walked.tries(sandbox, "pause", "{\"reason\": \"Rest\"}")
                .statusCode(200)
                .header("ETag", matchesPattern("\"\\d+\""));
        sandbox.asks()
                .header("If-Match", tag)
                .body("{\"reason\": \"Rest\"}")
                .post(path + "/resumption")
                .then()
                .statusCode(412);
    }

    @Test
    void aChangeSaysOnWhichVersionItIsMadeAndWhy() {
        var walked = Walked.into(clinician, client, SOMATIC);
        var path = "/v1/enrollments/" + walked.id() + "/pause";
        clinician.asks().body("{\"reason\": \"Rest\"}").post(path).then().statusCode(428);
        clinician
                .asks()
                .header("If-Match", "\"99\"")
                .body("{\"reason\": \"Rest\"}")
                .post(path)
                .then()
                .statusCode(412);
        walked.tries(clinician, "pause", "{}").statusCode(422);
        walked.tries(clinician, "pause", "{\"reason\": \"Rest\"}").statusCode(200);
        walked.tries(clinician, "pause", "{\"reason\": \"Rest\"}")
                .statusCode(409)
                .body("errors[0].code", equalTo("paused-already"));
        walked.tries(clinician, "move", "{\"startsOn\": \"2026-12-01\", \"reason\": \"Rest\"}")
                .statusCode(409)
                .body("errors[0].code", equalTo("paused"));
        walked.does("resumption");
        walked.tries(clinician, "resumption", "{\"reason\": \"Rest\"}")
                .statusCode(409)
                .body("errors[0].code", equalTo("not-paused"));
    }

    @ParameterizedTest
    @CsvSource({
        "steps/w0-ksr-20/done, clients-step",
        "steps/w0-review/done, gate-closed",
        "steps/w0-ksr-20/opening, given-already",
        "steps/w0-ksr-20/addition, step-there",
        "steps/w1-five-senses/repetition, not-begun",
    })
    void whatAStepIsNotReadyForIsSaid(String what, String code) {
        var walked = Walked.into(clinician, client, SOMATIC);
        walked.tries(clinician, what, what.endsWith("done") ? "{}" : "{\"reason\": \"Now\"}")
                .statusCode(409)
                .body("errors[0].code", equalTo(code));
        walked.tries(clinician, "steps/nowhere/omission", "{\"reason\": \"Now\"}")
                .statusCode(404);
    }

    /** What opens after a review is somebody's judgement. */
    @Test
    void softwareLeavesOutAndFinishesNoReview() {
        var software = people.integration(
                admin.practice(), "enrollments:write", "enrollments:read", "clients:read", "clients:write");
        enrols(
                        software,
                        client,
                        "{\"program\": \"somatic-first-steps\", \"leaves\": [\"w0-review\"], \"reason\": \"Faster\"}")
                .statusCode(409)
                .body("errors[0].code", equalTo("clinicians-word"));
        var walked = Walked.into(clinician, client, SOMATIC);
        for (var what : List.of("steps/w0-review/omission", "steps/w2-look/done", "steps/w2-look/omission")) {
            walked.tries(software, what, what.endsWith("done") ? "{}" : "{\"reason\": \"Faster\"}")
                    .statusCode(409)
                    .body("errors[0].code", equalTo("clinicians-word"));
        }
        assertThat(walked.state("w0-review")).isEqualTo("waiting");
        assertThat(walked.state("w2-look")).isEqualTo("planned");
        walked.tries(software, "steps/w0-ksr-20/omission", "{\"reason\": \"Answered on paper\"}")
                .statusCode(200);
        walked.finishes("w2-look");
        walked.does("steps/w0-review/omission");
        var other = people.clientOf(clinician);
        var left = Walked.into(
                clinician,
                other,
                "{\"program\": \"%s\", \"leaves\": [\"w0-review\"], \"reason\": \"We met\"}",
                SOMATIC);
        assertThat(left.state("w0-review")).isEqualTo("skipped");
    }

    @Test
    void aClientReadsTheirOwnInWordsForThem() {
        var walked = Walked.into(clinician, client, "{\"program\": \"%s\", \"reason\": \"Avoids asking\"}", TRUST);
        client.asks()
                .header("Accept-Language", "de")
                .get("/v1/enrollments/" + walked.id())
                .then()
                .statusCode(200)
                .body("title", equalTo("Wieder vertrauen lernen"), "reason", nullValue(), "offers", empty())
                .body("steps.note", everyItem(nullValue()), "steps.gates.flatten().why", everyItem(nullValue()));
        clinician.asks().get("/v1/enrollments/" + walked.id()).then().body("reason", equalTo("Avoids asking"));
        client.asks()
                .get("/v1/clients/" + client.id() + "/enrollments")
                .then()
                .statusCode(200)
                .body("items.program", contains(TRUST));
        client.asks().get("/v1/enrollments/" + walked.id() + "/history").then().statusCode(403);
        for (var what : List.of("departure", "release", "weeks/0/repetition", "steps/w0-phq-9/omission")) {
            walked.tries(client, what, "{\"reason\": \"Mine\"}").statusCode(403);
        }
        var other = people.clientOf(clinician);
        other.asks().get("/v1/enrollments/" + walked.id()).then().statusCode(404);
    }

    @Test
    void stepsAreAddedLeftOutAndGivenInAnotherWay() {
        var walked = Walked.into(clinician, client, """
                {"program": "%s", "adds": ["w0-pcl-5"], "leaves": ["w0-phq-9"],
                 "instead": [{"step": "w0-k10", "key": "core-10"}]}
                """, TRUST);
        assertThat(walked.state("w0-pcl-5")).as("adding it is the word").isEqualTo("assigned");
        assertThat(walked.state("w0-phq-9")).isEqualTo("skipped");
        assertThat(walked.step("w0-k10")).containsEntry("key", "core-10");
        walked.answers("w0-ksr-20");
        assertThat(walked.step("w0-review"))
                .as("nobody waits for what was left out")
                .containsEntry("due", true);
    }

    @Test
    void whatMayNotBeGivenWaitsAndSaysWhy() {
        var tag = admin.asks().get("/v1/practice").header("ETag");
        admin.asks()
                .header("If-Match", tag)
                .body("{\"switchedOff\": [\"phq-4\"]}")
                .patch("/v1/practice")
                .then()
                .statusCode(200);
        var walked = Walked.into(clinician, client, SOMATIC);
        assertThat(walked.waitsFor("w0-phq-4")).containsExactly("switched-off");
        assertThat(walked.state("w0-ksr-20")).isEqualTo("assigned");
    }

    @Test
    void weeksThatAreOverWhenOneIsEnteredAfterwardsAreLeftOut() {
        var threeWeeksAgo = LocalDate.now(ZoneId.of("Europe/Berlin")).minusWeeks(3);
        var walked =
                Walked.into(clinician, client, "{\"program\": \"%s\", \"startsOn\": \"" + threeWeeksAgo + "\"}", TRUST);
        assertThat(walked.state("w0-five-senses")).isEqualTo("skipped");
        assertThat(walked.state("w3-thought-record")).isEqualTo("assigned");
        assertThat(walked.read().getInt("currentWeek")).isEqualTo(3);
        client.asks().get("/v1/me/tasks?state=missed").then().body("items", empty());
    }

    @Test
    void aRunningOneKeepsTheVersionItBeganWith() {
        admin.asks()
                .body("{\"key\": \"our-steps\"}")
                .post("/v1/programs/somatic-first-steps/versions/1/copies")
                .then()
                .statusCode(201);
        publish("our-steps", 1, "{}");
        var walked = Walked.into(clinician, client, "our-steps");
        var before = walked.read().getList("steps.step");
        admin.asks().body("{}").post("/v1/programs/our-steps/versions").then().statusCode(201);
        var draft = "/v1/programs/our-steps/versions/2/definition";
        admin.asks()
                .header("If-Match", admin.asks().get(draft).header("ETag"))
                .body("""
                        {"weeks": 1, "steps": [{"code": "only", "week": 0, "type": "screener", "key": "phq-4", "words": {"en": "One.", "de": "Eins."}}]}
                        """)
                .patch(draft)
                .then()
                .statusCode(200);
        publish("our-steps", 2, "{\"change\": \"substantive\"}");
        assertThat(walked.read().getList("steps.step")).isEqualTo(before);
        assertThat(walked.read().getInt("version")).isEqualTo(1);
        walked.answers("w0-ksr-20");
        walked.answers("w0-phq-4");
        walked.finishes("w0-review");
        assertThat(walked.state("w1-five-senses")).as("goes on as it began").isEqualTo("assigned");
        var other = people.clientOf(clinician);
        assertThat(Walked.into(clinician, other, "our-steps").read().getList("steps.step"))
                .containsExactly("only");
        admin.asks()
                .get("/v1/programs/our-steps/versions/1/diff/2")
                .then()
                .body("steps.added", contains("only"), "head", contains("weeks"));
    }

    private void publish(String key, int version, String body) {
        admin.asks()
                .body(body)
                .post("/v1/programs/" + key + "/versions/" + version + "/publication")
                .then()
                .statusCode(200);
    }

    @Test
    void aProgramThatNamesWhatIsNotThereIsNotPublished() {
        admin.asks().body("""
                        {"key": "ours", "version": 1, "languages": ["en"], "title": {"en": "Ours"}, "purpose": {"en": "Try."},
                         "weeks": 1, "steps": [
                           {"code": "a", "week": 0, "type": "screener", "key": "no-such", "words": {"en": "A."}},
                           {"code": "b", "week": 0, "type": "reading", "key": "slow-breath", "words": {"en": "B."},
                            "gates": [{"kind": "answer", "questionnaire": "ksr-20", "item": "ksr-20.zz", "is": ["yes"]},
                                      {"kind": "score", "questionnaire": "ksr-20", "scale": "zz", "atLeast": 1}]}]}
                        """).post("/v1/programs").then().statusCode(201);
        admin.asks()
                .body("{}")
                .post("/v1/programs/ours/versions/1/publication")
                .then()
                .statusCode(422)
                .body(
                        "errors.code",
                        contains("unknown-questionnaire", "other-kind", "unknown-item", "unknown-scale"),
                        "errors.pointer",
                        contains("/steps/0/key", "/steps/1/key", "/steps/1/gates/0/item", "/steps/1/gates/1/scale"));
        clinician.asks().get("/v1/programs/ours").then().statusCode(404);
        clinician.asks().get("/v1/programs/ours/versions/1").then().statusCode(404);
        clinician.asks().get("/v1/programs").then().body("items.key", contains(TRUST, SOMATIC));
    }

    /** Rows go in powers of two, so that their number shows a little; statements of a kind do not grow with the steps. */
    @Test
    void enrollingTakesAFixedNumberOfStatements() {
        Walked.into(clinician, people.clientOf(clinician), TRUST);
        var short_ = Statements.during(() -> Walked.into(clinician, client, SOMATIC));
        var long_ = Statements.during(() -> Walked.into(clinician, client, TRUST));
        var looks = kinds(long_);
        assertThat(looks.removeIf(sql -> sql.contains("s.value, s.reason, s.band")))
                .as("one gate looks at signals")
                .isTrue();
        assertThat(looks).as("else the same statements").isEqualTo(kinds(short_));
        assertThat(long_).hasSizeLessThanOrEqualTo(36);
        assertThat(long_.stream().filter(sql -> sql.startsWith("insert into task")))
                .hasSize(1);
        assertThat(long_.stream().filter(sql -> sql.startsWith("insert into schedule_revision")))
                .hasSize(1);
    }

    private static List<String> kinds(List<String> statements) {
        return statements.stream()
                .map(sql -> sql.strip().split("\\(", 2)[0])
                .distinct()
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
