package dev.kith.outcome;

import static dev.kith.house.Phq9.answers;
import static dev.kith.house.Phq9.givenOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.AtOnce;
import dev.kith.house.OwnQuestionnaire;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Statements;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a practice's clients fared: numbers over people, never a person. */
@QuarkusTest
class OutcomeTest {
    private static final String PHQ = "?questionnaire=phq-9&scale=total&from=2025-01&to=2025-12";
    private static final String PROGRAM = "learning-to-trust-again";

    @Inject
    People people;

    Someone admin;
    Someone clinician;

    @BeforeEach
    void found() {
        admin = people.practice();
        clinician = people.clinician(admin.practice());
    }

    @Test
    void theFirstAndTheLastOfEachAreCompared() {
        measured(5, 18, 4);
        measured(5, 20, 12);
        measured(5, 14, 13);
        measured(5, 12, 20);
        measured(5, 5, 15);
        measured(5, 5, 4);
        var told = one(admin, PHQ);
        assertThat(told)
                .containsEntry("clients", 30)
                .containsEntry("baselineMean", 12.33f)
                .containsEntry("latestMean", 11.33f)
                .containsEntry("versions", List.of(1))
                .containsEntry("reason", null);
        assertThat(told).containsEntry("meanChange", -1f);
        assertThat(told.get("effectSize")).isEqualTo(effect(0.17f, 5.89f));
        assertThat(classes(told))
                .containsExactly(
                        "recovered 5",
                        "improved 5",
                        "unchanged 5",
                        "deteriorated 5",
                        "harmed 5",
                        "not-applicable-baseline-subclinical 5");
        assertThat(String.valueOf(told.get("basis"))).contains("threshold=6", "cutOff=10", "cutOffKind=published");

        givenOn(clinician, people.clientOf(clinician), answers(24), "2025-04-01T09:00:00Z");
        assertThat(one(admin, PHQ)).as("measured once").isEqualTo(told);
        var outside = people.clientOf(clinician);
        givenOn(clinician, outside, answers(24), "2024-12-31T23:59:59Z");
        givenOn(clinician, outside, answers(0), "2025-04-01T09:00:00Z");
        givenOn(clinician, outside, answers(0), "2026-01-01T00:00:00Z");
        assertThat(one(admin, PHQ)).as("once within the period").isEqualTo(told);
    }

    @Test
    void whatLiesBetweenFirstAndLastDoesNotCount() {
        for (var one = 0; one < 5; one++) {
            var client = people.clientOf(clinician);
            givenOn(clinician, client, answers(18), "2025-02-01T09:00:00Z");
            givenOn(clinician, client, answers(24), "2025-03-01T09:00:00Z");
            givenOn(clinician, client, answers(8), "2025-04-01T09:00:00Z");
        }
        assertThat(one(admin, PHQ))
                .containsEntry("clients", 5)
                .containsEntry("meanChange", -10f)
                .containsEntry("latestMean", 8f);
    }

    @Test
    void ofTwoOfOneMomentTheLowerCameFirstWhicheverWasSentFirst() {
        for (var one = 0; one < 6; one++) {
            var client = people.clientOf(clinician);
            givenOn(clinician, client, answers(one % 2 == 0 ? 16 : 10), "2025-02-01T09:00:00Z");
            givenOn(clinician, client, answers(one % 2 == 0 ? 10 : 16), "2025-02-01T09:00:00Z");
            givenOn(clinician, client, answers(9), "2025-04-01T09:00:00Z");
        }
        assertThat(one(admin, PHQ)).containsEntry("clients", 6).containsEntry("meanChange", -1f);
    }

    @Test
    void ofFourPeopleNothingIsToldAndOfFiveSomeIs() {
        measured(4, 18, 4);
        var few = one(admin, PHQ);
        assertThat(few)
                .containsEntry("clients", null)
                .containsEntry("baselineMean", null)
                .containsEntry("latestMean", null)
                .containsEntry("meanChange", null)
                .containsEntry("reason", "fewer-than-five");
        assertThat(classes(few)).allMatch(one -> one.endsWith(" null"));
        measured(1, 16, 4);
        assertThat(one(admin, PHQ)).containsEntry("clients", 5).containsEntry("reason", null);
    }

    @Test
    void whatWouldShowAFewBySubtractingIsHiddenToo() {
        measured(7, 18, 4);
        measured(5, 20, 12);
        measured(1, 5, 15);
        var told = one(admin, PHQ);
        assertThat(classes(told))
                .containsExactly(
                        "recovered 7",
                        "improved null",
                        "unchanged null",
                        "deteriorated null",
                        "harmed null",
                        "not-applicable-baseline-subclinical null");
        assertThat(String.valueOf(told.get("classes"))).contains("class=improved", "reason=fewer-than-five");
    }

    @Test
    void aProgramIsToldOfOnlyWhereEnoughAreLeftBesideIt() {
        enrolled(measured(5, 18, 4), "2025-02-01");
        var outside = measured(4, 12, 20);
        assertThat(one(admin, PHQ)).containsEntry("clients", 9);
        assertThat(one(admin, PHQ + "&program=" + PROGRAM))
                .containsEntry("clients", null)
                .containsEntry("reason", "fewer-than-five");
        enrolled(outside, "2026-01-01");
        measured(1, 12, 20);
        var told = one(admin, PHQ + "&program=" + PROGRAM);
        assertThat(told).containsEntry("clients", 5).containsEntry("baselineMean", 18f);
        assertThat(classes(told)).as("ten all alike in two halves").allMatch(one -> one.endsWith(" null"));
    }

    @Test
    void versionsThatMeanSomethingElseStandApart() {
        OwnQuestionnaire.publish(admin, "evening");
        evening(5, 1, 1);
        admin.asks()
                .body("{}")
                .post("/v1/questionnaires/evening/versions")
                .then()
                .statusCode(201);
        admin.asks()
                .body("{\"change\": \"substantive\"}")
                .post("/v1/questionnaires/evening/versions/2/publication")
                .then()
                .statusCode(200);
        evening(5, 2, 2);
        evening(3, 1, 1, 2);
        List<Map<String, Object>> scales = get(admin, "?questionnaire=evening&from=2025-01&to=2025-12")
                .statusCode(200)
                .body("scales[0].label", equalTo("Own questions; not validated."))
                .body("scales[0].basis", nullValue())
                .body("scales[0].classes.reason", hasItem("no-published-reliability"))
                .extract()
                .path("scales");
        assertThat(scales)
                .extracting(one -> one.get("versions") + " " + one.get("clients"))
                .containsExactly("[2] 5", "[1] 5");
    }

    @ParameterizedTest
    @CsvSource({
        "questionnaire=phq-9&from=2025-01&to=2024-12, 422, #to",
        "questionnaire=phq-9&from=2099-01&to=2099-01, 422, #to",
        "questionnaire=phq-9&from=2015-01&to=2020-01, 422, #to",
        "questionnaire=nobody-has-it&from=2025-01&to=2025-01, 422, #questionnaire",
        "questionnaire=phq-9&scale=none&from=2025-01&to=2025-01, 422, #scale",
        "questionnaire=phq-9&program=none&from=2025-01&to=2025-01, 422, #program",
    })
    void whatCannotBeToldOfIsRefused(String query, int status, String pointer) {
        get(admin, "?" + query).statusCode(status).body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "questionnaire=phq-9&from=2025-01-15&to=2025-02",
        "questionnaire=phq-9&from=2025-01",
        "questionnaire=phq-9&from=2025-13&to=2025-14",
        "from=2025-01&to=2025-02",
        "questionnaire=phq-9&from=2025-01&to=2025-02&author=nobody",
    })
    void anotherShapeIsRefused(String query) {
        assertThat(get(admin, "?" + query).extract().statusCode()).isIn(400, 422);
    }

    @Test
    void itIsForSupervisorsAdminsAndSoftwareThatMay() {
        get(people.supervisor(admin.practice()), PHQ).statusCode(200);
        get(people.integration(admin.practice(), "outcomes:read"), PHQ).statusCode(200);
        get(people.integration(admin.practice(), "progress:read"), PHQ).statusCode(403);
        get(clinician, PHQ).statusCode(403);
        get(people.clientOf(clinician), PHQ).statusCode(403);
        assertThat(people.count(
                        admin.practice(),
                        "select count(*) from audit_entry where action = 'outcomes.read' and client_id is null"))
                .isEqualTo(2);
    }

    @Test
    void anotherPracticeSeesItsOwnAlone() {
        var elsewhere = people.practice();
        measured(6, 18, 4);
        assertThat(one(elsewhere, PHQ)).containsEntry("clients", null);
    }

    @Test
    void nobodyIsNamedInIt() {
        var client = measured(6, 18, 4).get(0);
        var told = get(admin, PHQ).statusCode(200).extract().asString();
        assertThat(told)
                .doesNotContain(client.id().toString(), "Cleo")
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
    }

    @Test
    void asManyStatementsForManyAsForFew() {
        enrolled(measured(5, 18, 4), "2025-02-01");
        var query = PHQ + "&program=" + PROGRAM;
        one(admin, query);
        var few = Statements.during(() -> one(admin, query));
        enrolled(measured(20, 18, 4), "2025-02-01");
        var many = Statements.during(() -> one(admin, query));
        assertThat(many).isEqualTo(few);
        assertThat(few).filteredOn(sql -> sql.contains("from response")).hasSize(1);
    }

    @Test
    void whoeverAsksAtOnceIsToldTheSame() throws Exception {
        measured(6, 18, 4);
        var told = AtOnce.calls(8, () -> admin.asks().get("/v1/practice/outcomes" + PHQ));
        assertThat(told).allMatch(reply -> reply.statusCode() == 200);
        assertThat(new HashSet<>(told.stream().map(reply -> reply.asString()).toList()))
                .hasSize(1);
    }

    private List<Someone> measured(int clients, int first, int last) {
        return java.util.stream.IntStream.range(0, clients)
                .mapToObj(one -> {
                    var client = people.clientOf(clinician);
                    givenOn(clinician, client, answers(first), "2025-03-03T09:00:00Z");
                    givenOn(clinician, client, answers(last), "2025-06-03T09:00:00Z");
                    return client;
                })
                .toList();
    }

    private void evening(int clients, int... versions) {
        for (var one = 0; one < clients; one++) {
            var client = people.clientOf(clinician);
            for (var at = 0; at < versions.length; at++) {
                clinician
                        .asks()
                        .body(
                                "{\"client\": \"%s\", \"questionnaire\": \"evening\", \"version\": %d, \"author\": \"client\", \"authoredAt\": \"2025-0%d-01T09:00:00Z\", \"answers\": {\"evening.1\": 1, \"evening.2\": 1}, \"complete\": true}"
                                        .formatted(client.id(), versions[at], at + 3))
                        .put("/v1/responses/" + Ids.next())
                        .then()
                        .statusCode(201);
            }
        }
    }

    private void enrolled(List<Someone> clients, String began) {
        for (var client : clients) {
            people.run(admin.practice(), """
                    insert into enrollment (practice_id, id, client_id, program_practice_id, program_key, program_version, state,
                      began_on, starts_on, made_by, made_at)
                    values (kith_practice(), ?, ?, '00000000-0000-0000-0000-000000000000', ?, 1, 'active', ?::date, ?::date, ?, now())
                    """, Ids.next(), client.id(), PROGRAM, began, began, clinician.id());
        }
    }

    private static ValidatableResponse get(Someone who, String query) {
        return who.asks().get("/v1/practice/outcomes" + query).then();
    }

    private static Map<String, Object> one(Someone who, String query) {
        List<Map<String, Object>> scales =
                get(who, query).statusCode(200).extract().path("scales");
        assertThat(scales).hasSize(1);
        return scales.get(0);
    }

    private static Map<String, Object> effect(float value, float sd) {
        var effect = new java.util.HashMap<String, Object>();
        effect.put("value", value);
        effect.put("baselineSd", sd);
        effect.put("reason", null);
        return effect;
    }

    @SuppressWarnings("unchecked")
    private static List<String> classes(Map<String, Object> told) {
        return ((List<Map<String, Object>>) java.util.Objects.requireNonNull(told.get("classes")))
                .stream()
                        .map(one -> one.get("class") + " " + one.get("clients"))
                        .toList();
    }
}
