package dev.kith.authoring;

import static dev.kith.house.OwnQuestionnaire.json;
import static dev.kith.house.OwnQuestionnaire.path;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.OwnQuestionnaire;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a licence says is kept: who may copy, and what may be given to clients in which use. */
@QuarkusTest
class LicenceTest {
    private static final String CLINICAL = "{\"setting\": \"clinical\", \"commercial\": false}";

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

    @Test
    void aLibraryInstrumentIsCopiedWhereItsLicenceAllows() {
        copy("phq-9", "our-phq-9")
                .statusCode(201)
                .header("Location", path("our-phq-9", 1))
                .body("state", equalTo("draft"), "key", equalTo("our-phq-9"));
        admin.asks()
                .get(path("our-phq-9", 1) + "/definition")
                .then()
                .body("items[0].linkId", equalTo("our-phq-9.1"), "scales[0].items[0]", equalTo("our-phq-9.1"));
        admin.asks()
                .post(path("our-phq-9", 1) + "/validation")
                .then()
                .body("faults", org.hamcrest.Matchers.empty(), "valid", equalTo(true));
        copy("phq-9", "our-phq-9").statusCode(409).body("errors[0].code", equalTo("key-taken"));
        copy("phq-9", "gad-7").statusCode(409).body("errors[0].code", equalTo("key-taken"));
        copy("phq-9", "Not A Key").statusCode(422).body("errors[0].pointer", equalTo("/key"));
        copy("nothing", "something").statusCode(404);
    }

    @Test
    void whatMayNotBeModifiedIsNotCopied() {
        OwnQuestionnaire.publish(
                admin,
                json("evening").replace("\"modificationAllowed\": true", "\"modificationAllowed\": false"),
                "evening");
        copy("evening", "morning")
                .statusCode(409)
                .body("errors[0].code", equalTo("licence-forbids"), "detail", containsString("CC-BY-4.0"));
        admin.asks().get(path("morning", 1) + "/definition").then().statusCode(404);
    }

    @Test
    void whatRestrictsNothingIsGivenWithoutADeclaredUse() {
        admin.asks().get("/v1/practice").then().body("use", nullValue(), "fourEyes", equalTo(false));
        assign("phq-9").statusCode(201);
    }

    @Test
    void aRestrictedInstrumentNeedsAUseThatItsLicenceAllows() {
        OwnQuestionnaire.publish(
                admin, json("evening").replace("\"commercialUse\": true", "\"commercialUse\": false"), "evening");
        assign("evening").statusCode(409).body("errors[0].code", equalTo("licence-forbids"));
        declare("\"0\"", CLINICAL)
                .statusCode(200)
                .body("use.setting", equalTo("clinical"), "use.commercial", equalTo(false), "use.country", nullValue());
        assign("evening").statusCode(201);
        declare("\"1\"", "{\"commercial\": true, \"country\": \"NL\"}")
                .statusCode(200)
                .body("use.setting", equalTo("clinical"), "use.country", equalTo("NL"));
        assign("evening")
                .statusCode(409)
                .body("errors[0].code", equalTo("licence-forbids"), "detail", containsString("commercial"));
        assign("phq-9").statusCode(201);
        declare("\"2\"", "null").statusCode(200).body("use", nullValue());
        assign("evening").statusCode(409);
    }

    @Test
    void whatThePracticeSwitchedOffIsGivenToNobodyThere() {
        switchOff("\"0\"", "[\"phq-9\", \"core-10\"]")
                .statusCode(200)
                .body("switchedOff", contains("core-10", "phq-9"));
        assign("phq-9").statusCode(409).body("errors[0].code", equalTo("switched-off"));
        assign("gad-7").statusCode(201);
        switchOff("\"1\"", "[\"PHQ 9\"]").statusCode(422);
        switchOff("\"1\"", "[null]").statusCode(422);
        switchOff("\"1\"", "[]").statusCode(200).body("switchedOff", empty());
        assign("phq-9").statusCode(201);
    }

    private ValidatableResponse switchOff(String tag, String keys) {
        return admin.asks()
                .header("If-Match", tag)
                .body("{\"switchedOff\": " + keys + "}")
                .patch("/v1/practice")
                .then();
    }

    @Test
    void aUseIsDeclaredWhole() {
        declare("\"0\"", "{\"setting\": \"clinical\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/use/commercial"));
        declare("\"0\"", "{\"setting\": \"war\", \"commercial\": false}").statusCode(400);
        declare("\"0\"", "{\"setting\": \"clinical\", \"commercial\": false, \"country\": \"Nederland\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/use/country"));
        declare("\"0\"", "{\"setting\": null, \"commercial\": false}").statusCode(422);
        clinician
                .asks()
                .header("If-Match", "\"0\"")
                .body("{\"use\": " + CLINICAL + "}")
                .patch("/v1/practice")
                .then()
                .statusCode(403);
    }

    @Test
    void whatHasNoWordsIsNotGivenToClients() {
        var silent = json("evening")
                .replace("\"wordingIncluded\": true", "\"wordingIncluded\": false")
                .replaceAll(", \"text\": \\{\"en\": \"[^\"]*\"}", "");
        OwnQuestionnaire.publish(admin, silent, "evening");
        assign("evening").statusCode(409).body("errors[0].code", equalTo("wording-missing"));
        clinician
                .asks()
                .body("""
                    {"client": "%s", "questionnaire": "evening", "author": "client", "complete": true,
                     "answers": {"evening.1": 1, "evening.2": 1}}
                    """.formatted(client.id()))
                .put("/v1/responses/" + dev.kith.time.Ids.next())
                .then()
                .statusCode(201)
                .body("scores[0].value", equalTo(2));
    }

    private ValidatableResponse copy(String key, String newKey) {
        return admin.asks()
                .body("{\"key\": \"" + newKey + "\"}")
                .post(path(key, 1) + "/copies")
                .then();
    }

    private ValidatableResponse declare(String version, String use) {
        return admin.asks()
                .header("If-Match", version)
                .body("{\"use\": " + use + "}")
                .patch("/v1/practice")
                .then();
    }

    private ValidatableResponse assign(String key) {
        return clinician
                .asks()
                .body("{\"questionnaire\": \"" + key + "\"}")
                .post("/v1/clients/" + client.id() + "/assignments")
                .then();
    }
}
