package dev.kith.response;

import static dev.kith.house.OwnQuestionnaire.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instrument with items of many kinds, from the YAML that a practice writes to the answers of its client. */
@QuarkusTest
class OwnInstrumentTest {
    private static final String YAML = """
            key: sleep-diary
            languages: [en]
            title: {en: Sleep diary}
            purpose: {en: One night.}
            validated: false
            normed: false
            label: {en: Our own questions; not validated.}
            instruction: {en: Think of last night.}
            optionSets:
              aid:
                - {value: none, label: {en: Nothing}}
                - {value: pills, label: {en: Pills}}
                - {value: tea, label: {en: Tea}}
              places: [{value: bed, label: {en: Bed}}, {value: sofa, label: {en: Sofa}}, {value: floor, label: {en: Floor}}]
            items:
              - {linkId: sleep-diary.night, type: group, text: {en: The night}}
              - {linkId: sleep-diary.quality, group: sleep-diary.night, type: slider, required: true, min: 0, max: 100, step: 5,
                 anchors: {low: {en: Not at all}, high: {en: As well as ever}}, text: {en: "How well did you sleep?"}}
              - {linkId: sleep-diary.up, group: sleep-diary.night, type: time, required: true, text: {en: "When did you get up?"}}
              - {linkId: sleep-diary.aid, type: open-choice, options: aid, required: true, text: {en: "What did you take?"}}
              - linkId: sleep-diary.pills
                type: group
                text: {en: The pills}
                enableWhen: [{item: sleep-diary.aid, operator: "=", value: pills}]
              - {linkId: sleep-diary.count, group: sleep-diary.pills, type: integer, required: true, min: 1, max: 20, text: {en: "How many?"}}
              - {linkId: sleep-diary.where, type: multiple-choice, options: places, required: false, minChosen: 1, maxChosen: 2, text: {en: "Where?"}}
            scales:
              - {code: quality, title: {en: Quality}, method: sum, items: [sleep-diary.quality], missing: {rule: strict}, decimals: 0,
                 direction: higher-is-better, bands: [{from: 0, to: 39, code: bad, label: {en: Bad}, basis: local},
                 {from: 40, to: 100, code: fair, label: {en: Fair}, basis: local}]}
            alertRules:
              - {key: many-pills, when: {item: sleep-diary.count, operator: ">=", value: 10}, severity: critical, onDraft: true,
                 crisisCard: true, title: {en: Many pills}}
            passport:
              licence: {code: CC0-1.0, holder: Willow, attribution: Willow, commercialUse: true, modificationAllowed: true,
                        translationAllowed: true, checkedOn: 2026-11-01}
              wordingIncluded: true
              citations: [{id: own, text: Written by the practice.}]
              vectors:
                - {name: a bad night, kind: typical, answers: {sleep-diary.quality: 15}, expect: {quality: {value: 15, band: bad}}}
            """;
    private static final String NIGHT = "\"sleep-diary.quality\": 35, \"sleep-diary.up\": \"06:30\"";

    @Inject
    People people;

    @Inject
    Rows rows;

    Someone client;
    Someone clinician;
    String task;

    @BeforeEach
    void writtenPublishedAndAssigned() {
        var author = people.practice();
        author.asks()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/yaml", ContentType.TEXT)))
                .contentType("application/yaml")
                .body(YAML)
                .post("/v1/questionnaires")
                .then()
                .statusCode(201);
        author.asks().post(path("sleep-diary", 1) + "/validation").then().body("faults", empty());
        author.asks()
                .body("{\"change\": \"substantive\"}")
                .post(path("sleep-diary", 1) + "/publication")
                .then()
                .statusCode(200);
        clinician = people.clinician(author.practice());
        client = people.clientOf(clinician);
        String assignment = clinician
                .asks()
                .body("{\"questionnaire\": \"sleep-diary\"}")
                .post("/v1/clients/" + client.id() + "/assignments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        task = clinician.asks().get("/v1/assignments/" + assignment + "/tasks").path("items[0].id");
    }

    @Test
    void theClientIsShownEveryKindOfItem() {
        client.asks()
                .get("/v1/questionnaires/sleep-diary")
                .then()
                .statusCode(200)
                .body(
                        "items.type",
                        contains("group", "slider", "time", "open-choice", "group", "integer", "multiple-choice"))
                .body("items[1].group", equalTo("sleep-diary.night"), "items[1].step", equalTo(5))
                .body(
                        "items[1].anchors.low",
                        equalTo("Not at all"),
                        "items[1].anchors.high",
                        equalTo("As well as ever"))
                .body("items[4].enableWhen[0].item", equalTo("sleep-diary.aid"))
                .body("items[6].maxChosen", equalTo(2), "alertRules", empty());
    }

    @Test
    void aNightIsKeptAsADraftAndThenCompleted() {
        answer("{\"sleep-diary.quality\": 35}", false)
                .statusCode(201)
                .body("state", equalTo("in-progress"), "scores", empty());
        var done = answer(
                        "{" + NIGHT
                                + ", \"sleep-diary.aid\": {\"other\": \"Warm milk\"}, \"sleep-diary.where\": [\"sofa\", \"bed\"]}",
                        true)
                .statusCode(200)
                .body("state", equalTo("completed"), "scores[0].value", equalTo(35))
                .body("scores[0].band.label", equalTo("Bad"), "label", equalTo("Our own questions; not validated."))
                .body("answers.'sleep-diary.aid'.other", equalTo("Warm milk"))
                .body("answers.'sleep-diary.up'", equalTo("06:30"), "crisisCard", nullValue());
        var id = done.extract().path("id");
        assertThat(clinician.asks().get("/v1/responses/" + id).asString())
                .isEqualTo(done.extract().asString());
    }

    @Test
    void aQuestionOfAGroupIsAskedWhenItsGroupIs() {
        faults(
                "{" + NIGHT + ", \"sleep-diary.aid\": \"tea\", \"sleep-diary.count\": 2}",
                "sleep-diary.count not-enabled");
        faults("{" + NIGHT + ", \"sleep-diary.aid\": \"pills\"}", "sleep-diary.count missing-required");
        answer("{" + NIGHT + ", \"sleep-diary.aid\": \"pills\", \"sleep-diary.count\": 2}", true)
                .statusCode(201);
    }

    @Test
    void everyAnswerThatDoesNotFitIsPointedAtAndNothingIsKept() {
        faults(
                "{\"sleep-diary.quality\": 37, \"sleep-diary.aid\": \"milk\", \"sleep-diary.where\": [\"bed\", \"sofa\", \"floor\"]}",
                "sleep-diary.quality off-step",
                "sleep-diary.aid option-not-offered",
                "sleep-diary.where wrong-count",
                "sleep-diary.up missing-required");
        faults(
                "{\"sleep-diary.quality\": 105, \"sleep-diary.aid\": {\"other\": \" \"}, \"sleep-diary.night\": 1, \"sleep-diary.up\": \"06:30\"}",
                "sleep-diary.quality out-of-range",
                "sleep-diary.aid too-short",
                "sleep-diary.night not-answerable");
        answer("{\"sleep-diary.up\": \"25:00\"}", false).statusCode(400).body("errors.code", contains("wrong-type"));
    }

    @Test
    void aDraftThatSaysItRaisesTheAlarmOfTheInstrument() {
        answer("{\"sleep-diary.aid\": \"pills\", \"sleep-diary.count\": 12}", false)
                .statusCode(201)
                .body("state", equalTo("in-progress"));
        clinician.asks().get("/v1/alerts").then().body("items.severity", contains("critical"));
    }

    private ValidatableResponse answer(String answers, boolean complete) {
        return client.asks()
                .body("{\"answers\": " + answers + ", \"complete\": " + complete + "}")
                .put("/v1/tasks/" + task + "/response")
                .then();
    }

    private void faults(String answers, String... told) {
        var before = rows.of(client.practice());
        answer(answers, true)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.collect { it.pointer.substring(9) + ' ' + it.code }", containsInAnyOrder(told));
        assertThat(rows.of(client.practice())).isEqualTo(before);
    }
}
