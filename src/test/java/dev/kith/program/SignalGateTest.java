package dev.kith.program;

import static dev.kith.house.Phq9.answers;
import static dev.kith.house.Phq9.givenOn;
import static dev.kith.program.Walked.TRUST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.kith.house.Noting;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Statements;
import dev.kith.time.RealTime;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets reliably worse early on is not sent to ask, until they are better or a clinician says so. */
@QuarkusTest
class SignalGateTest {
    private static final String ASKS = "w3-rungs-1-2";
    private static final String WORD = "{\"reason\": \"We talked: it was the flu\"}";

    @Inject
    People people;

    @Inject
    @RealTime
    Clock clock;

    Someone admin;
    Someone clinician;
    Someone client;
    Instant now;

    @BeforeEach
    void found() {
        admin = people.sandbox();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
        now = clock.instant();
    }

    @Test
    void whoIsReliablyWorseByWeekThreeIsNotGivenTheFirstAsksUntilAClinicianSaysSo() {
        given(8, 40);
        var walked = inWeekThree();
        scores(walked, 14);
        walked.finishes("w2-ladder-review");
        assertThat(walked.state(ASKS)).isEqualTo("waiting");
        assertThat(walked.waitsFor(ASKS)).containsExactly("signal-stands");
        assertThat(walked.state("w3-thought-record")).as("asks nobody").isEqualTo("assigned");
        clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/signals")
                .then()
                .body("items.rule", hasItem("reliable-deterioration"));
        isToldWithoutAScore(walked);
        assertThat(walked.does("steps/" + ASKS + "/opening", WORD)
                        .getString("steps.find { it.step == '" + ASKS + "' }.state"))
                .isEqualTo("assigned");
        scores(15);
        assertThat(walked.state(ASKS)).as("the word stands").isEqualTo("assigned");
    }

    /** What the answers come to is for a person to say. */
    private void isToldWithoutAScore(Walked walked) {
        List<Map<String, Object>> gates =
                walked.readBy(client).getList("steps.find { it.step == '" + ASKS + "' }.gates");
        assertThat(gates.get(3))
                .containsEntry("kind", "clinician")
                .containsEntry("open", false)
                .containsEntry("why", null)
                .containsEntry(
                        "text",
                        "The first asks wait until you and your clinician have looked at how things are going.");
        client.asks()
                .get("/v1/programs/" + TRUST)
                .then()
                .body("steps.find { it.code == '" + ASKS + "' }.gates.kind", hasItem("clinician"));
        clinician
                .asks()
                .get("/v1/programs/" + TRUST)
                .then()
                .body("steps.find { it.code == '" + ASKS + "' }.gates.kind", hasItem("no-signal"))
                .body("steps.find { it.code == '" + ASKS + "' }.gates.rule", hasItem("reliable-deterioration"));
    }

    @Test
    void onePointLessIsNotReliableAndBetterAgainOpensIt() {
        given(8, 40);
        var walked = inWeekThree();
        walked.finishes("w2-ladder-review");
        assertThat(walked.state(ASKS)).isEqualTo("assigned");
        scores(walked, 13);
        assertThat(walked.state(ASKS)).isEqualTo("assigned");
        scores(14);
        assertThat(walked.waitsFor(ASKS)).containsExactly("signal-stands");
        scores(13);
        assertThat(walked.state(ASKS)).isEqualTo("assigned");
    }

    /** The questions and the asks are of one week: what has begun rests, too. */
    @Test
    void asksThatHaveBegunRestForSoLongAndAreNotMissed() {
        given(8, 40);
        var walked = inWeekThree();
        walked.finishes("w2-ladder-review");
        String task = client.asks()
                .get("/v1/me/tasks?state=open&limit=200")
                .path("items.find { it.exercise == 'asking-ladder' }.id");
        var closes = closesAt(task);
        scores(walked, 16);
        assertThat(walked.state(ASKS)).isEqualTo("waiting");
        Noting.logs(client, task, Noting.DONE).statusCode(409).body("errors[0].code", equalTo("assignment-paused"));
        clinician
                .asks()
                .get("/v1/enrollments/" + walked.id() + "/history")
                .then()
                .body("items.findAll { it.what == 'step-held' }.step", contains(ASKS));
        for (var day = 0; day < 3; day++) {
            walked.forward("P1D");
        }
        scores(8);
        assertThat(walked.state(ASKS)).isEqualTo("assigned");
        assertThat(closesAt(task)).isEqualTo(closes.plus(3, ChronoUnit.DAYS));
        Noting.logs(client, task, Noting.DONE).statusCode(201);
    }

    @Test
    void whatWasSeenBeforeTheEnrolmentBeganClosesNothingAndThePreviewTellsWhatDoes() {
        given(8, 60);
        given(20, 30);
        safe();
        var begins = "{\"program\": \"%s\", \"startsOn\": \"" + day(-21) + "\"}";
        assertThat(previewed(begins)).doesNotContain("signal-stands");
        given(21, 2);
        assertThat(previewed(begins)).contains("signal-stands");
        var walked = Walked.into(clinician, client, begins, TRUST);
        assertThat(walked.waitsFor(ASKS)).contains("signal-stands");
    }

    @Test
    void aPracticeThatDoesWithoutTheRuleHasNoSuchSignal() {
        var policy = admin.asks().get("/v1/practice/signal-policy");
        admin.asks()
                .header("If-Match", policy.header("ETag"))
                .body("""
                        {"measurements": 6, "overdueAfter": "P3D", "missedInARow": 3, "distressRise": 3, "distressAtLeast": 7,
                         "off": ["reliable-deterioration"], "alerts": []}
                        """)
                .put("/v1/practice/signal-policy")
                .then()
                .statusCode(200);
        given(8, 40);
        var walked = inWeekThree();
        scores(walked, 20);
        walked.finishes("w2-ladder-review");
        assertThat(walked.state(ASKS)).isEqualTo("assigned");
    }

    /** And one measure alone counts where the gate names it. */
    @Test
    void whoIsInAVersionWithoutTheGateGoesOnAsTheyAre() {
        own(1, "");
        var before = Walked.into(clinician, client, "ours");
        own(2, gate("phq-9"));
        var other = people.clientOf(clinician);
        var after = Walked.into(clinician, other, "ours");
        for (var who : List.of(client, other)) {
            givenOn(clinician, who, answers(4), ago(9));
            givenOn(clinician, who, answers(16), clock.instant().toString());
        }
        assertThat(before.read().getInt("version")).isEqualTo(1);
        assertThat(before.state("later")).isEqualTo("assigned");
        assertThat(after.read().getInt("version")).isEqualTo(2);
        assertThat(after.waitsFor("later")).containsExactly("signal-stands");
        own(3, gate("gad-7"));
        var third = people.clientOf(clinician);
        givenOn(clinician, third, answers(4), ago(9));
        var elsewhere = Walked.into(clinician, third, "ours");
        givenOn(clinician, third, answers(16), clock.instant().toString());
        assertThat(elsewhere.state("later")).isEqualTo("assigned");
    }

    @Test
    void whereNoGateLooksAtSignalsNobodyAsksAndElseItIsOneQueryMore() {
        own(1, "");
        Walked.into(clinician, client, "ours");
        own(2, gate("phq-9"));
        var other = people.clientOf(clinician);
        Walked.into(clinician, other, "ours");
        asked(people.clientOf(clinician), 8); // what is read once is read
        var without = asked(client, 8);
        var with = asked(other, 8);
        assertThat(with).hasSize(without.size() + 1);
        assertThat(without).noneMatch(SignalGateTest::looksAtScores);
        assertThat(with).filteredOn(SignalGateTest::looksAtScores).hasSize(1);
    }

    private static boolean looksAtScores(String sql) {
        return sql.contains("cross join lateral") && sql.contains("from score");
    }

    private List<String> asked(Someone who, int total) {
        return Statements.during(
                () -> givenOn(clinician, who, answers(total), clock.instant().toString()));
    }

    @Test
    void aGateThatCanNeverCloseIsRefusedWithItsPlace() {
        draft(1, gate("ksr-20"));
        publishes(1)
                .statusCode(422)
                .body("errors.pointer", contains("/steps/0/gates/0/questionnaire"))
                .body("errors.code", contains("never-closes"));
        admin.asks()
                .header("If-Match", "*")
                .body(program(1, gate("nowhere")))
                .put("/v1/programs/ours/versions/1/definition")
                .then()
                .statusCode(200);
        publishes(1)
                .statusCode(422)
                .body("errors.pointer", contains("/steps/0/gates/0/questionnaire"))
                .body("errors.code", contains("unknown-questionnaire"));
    }

    private static String gate(String questionnaire) {
        return "{\"kind\": \"no-signal\", \"rule\": \"reliable-deterioration\", \"questionnaire\": \"%s\"}"
                .formatted(questionnaire);
    }

    private static String program(int version, String gates) {
        return """
                {"key": "ours", "version": %d, "languages": ["en"], "title": {"en": "Ours"}, "purpose": {"en": "Try."}, "weeks": 3, "steps": [
                  {"code": "later", "week": 2, "type": "exercise", "key": "slow-breath", "words": {"en": "Two."}, "gates": [%s]}]}
                """.formatted(version, gates);
    }

    private void own(int version, String gates) {
        if (version == 1) {
            draft(1, gates);
        } else {
            admin.asks().body("{}").post("/v1/programs/ours/versions").then().statusCode(201);
            admin.asks()
                    .header("If-Match", "*")
                    .body(program(version, gates))
                    .put("/v1/programs/ours/versions/" + version + "/definition")
                    .then()
                    .statusCode(200);
        }
        publishes(version).statusCode(200);
    }

    private void draft(int version, String gates) {
        admin.asks().body(program(version, gates)).post("/v1/programs").then().statusCode(201);
    }

    private io.restassured.response.ValidatableResponse publishes(int version) {
        return admin.asks()
                .body(version == 1 ? "{}" : "{\"change\": \"substantive\"}")
                .post("/v1/programs/ours/versions/" + version + "/publication")
                .then();
    }

    private Walked inWeekThree() {
        safe();
        return Walked.into(clinician, client, "{\"program\": \"%s\", \"startsOn\": \"" + day(-21) + "\"}", TRUST);
    }

    private List<String> previewed(String body) {
        return clinician
                .asks()
                .body(body.formatted(TRUST))
                .post("/v1/clients/" + client.id() + "/enrollments/preview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("steps.find { it.step == '" + ASKS + "' }.gates.why");
    }

    private void safe() {
        clinician
                .asks()
                .body("""
                        {"client": "%s", "questionnaire": "ksr-20", "author": "client", "answers": {"ksr-20.q0b": "yes"}, "complete": true}
                        """.formatted(client.id()))
                .put("/v1/responses/" + dev.kith.time.Ids.next())
                .then()
                .statusCode(201);
    }

    private void given(int total, int daysAgo) {
        givenOn(clinician, client, answers(total), ago(daysAgo));
    }

    private String ago(int days) {
        return now.minus(Duration.ofDays(days)).toString();
    }

    /** The client answers what is asked of them in week three. */
    private static void scores(Walked walked, int total) {
        Map<String, Object> all = IntStream.rangeClosed(1, 9)
                .boxed()
                .collect(Collectors.toMap(
                        item -> "phq-9." + item,
                        item -> item == 9 ? 0 : Math.max(0, Math.min(3, total - 3 * (item - 1)))));
        walked.answers("w3-phq-9", all);
    }

    /** And once more, unasked, as of the sandbox's now. */
    private void scores(int total) {
        client.asks()
                .body("{\"questionnaire\": \"phq-9\", \"author\": \"client\", \"answers\": %s, \"complete\": true}"
                        .formatted(answers(total)))
                .put("/v1/responses/" + dev.kith.time.Ids.next())
                .then()
                .statusCode(201);
    }

    private Instant closesAt(String task) {
        return Instant.parse(clinician.asks().get("/v1/tasks/" + task).path("closesAt"));
    }

    private LocalDate day(int later) {
        return LocalDate.ofInstant(now, ZoneId.of("Europe/Berlin")).plusDays(later);
    }
}
