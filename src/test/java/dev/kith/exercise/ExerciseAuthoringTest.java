package dev.kith.exercise;

import static dev.kith.house.OwnExercise.json;
import static dev.kith.house.OwnExercise.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.AtOnce;
import dev.kith.house.OwnExercise;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A practice writes exercises of its own, and nobody rewrites what was published. */
@QuarkusTest
class ExerciseAuthoringTest {
    private static final RestAssuredConfig YAML = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .encodeContentTypeAs("application/yaml", ContentType.TEXT)
                    .defaultContentCharset("UTF-8"));
    private static final String SUBSTANTIVE = "{\"change\": \"substantive\"}";
    private static final String EDITORIAL = "{\"change\": \"editorial\"}";
    private static final String DEFINITION = path("walk", 1) + "/definition";

    @Inject
    People people;

    Someone admin;
    Someone author;

    @BeforeEach
    void found() {
        admin = people.practice();
        author = people.supervisor(admin.practice());
    }

    @Test
    void aDraftIsForThoseWhoAuthor() {
        draft("walk").body("state", equalTo("draft"), "version", equalTo(1), "title", equalTo("Evening walk"));
        author.asks().get(path("walk", 1)).then().statusCode(200).body("state", equalTo("draft"));
        author.asks().get("/v1/exercises?state=draft").then().body("items.key", contains("walk"));
        author.asks().get("/v1/exercises").then().body("items.key", not(hasItem("walk")));
        for (var other : List.of(people.clinician(admin.practice()), people.client(admin.practice()))) {
            other.asks().get(path("walk", 1)).then().statusCode(404);
            other.asks().get("/v1/exercises/walk").then().statusCode(404);
            other.asks().get("/v1/exercises?state=draft").then().body("items", empty());
            other.asks().body(json("mine")).post("/v1/exercises").then().statusCode(403);
        }
        people.clinician(admin.practice()).asks().get(DEFINITION).then().statusCode(404);
    }

    @Test
    void whatIsPublishedIsForEverybodyInThePracticeAndForNobodyElse() {
        OwnExercise.publish(author, "walk");
        var clinician = people.clinician(admin.practice());
        for (var reader : List.of(
                clinician, people.client(admin.practice()), people.integration(admin.practice(), "exercises:read"))) {
            reader.asks().get("/v1/exercises/walk").then().statusCode(200).body("title", equalTo("Evening walk"));
            reader.asks().get("/v1/exercises").then().body("items.key", hasItems("walk", "ask-and-notice"));
        }
        clinician.asks().get(DEFINITION).then().statusCode(200);
        var other = people.practice();
        for (var way : List.of("", "/versions", "/versions/1", "/versions/1/definition", "/versions/1/diff/1")) {
            other.asks().get("/v1/exercises/walk" + way).then().statusCode(404);
        }
        other.asks().get("/v1/exercises").then().body("items.key", not(hasItem("walk")));
        other.asks().body("{}").post(path("walk", 1) + "/retirement").then().statusCode(404);
        other.asks()
                .body("{\"key\": \"mine\"}")
                .post(path("walk", 1) + "/copies")
                .then()
                .statusCode(404);
        OwnExercise.publish(other, "walk"); // the same key in another practice is another exercise
    }

    @Test
    void aKeyIsTakenOnce() {
        draft("walk");
        author.asks()
                .body(json("walk"))
                .post("/v1/exercises")
                .then()
                .statusCode(409)
                .body("errors[0].code", equalTo("key-taken"));
        author.asks().body(json("ask-and-notice")).post("/v1/exercises").then().statusCode(409);
        author.asks()
                .body(json("Evening Walk"))
                .post("/v1/exercises")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/key"));
    }

    @Test
    void aDraftIsEditedOnTheVersionThatWasRead() {
        var tag = draft("walk").extract().header("ETag");
        edit("{\"minutes\": 5}", null).statusCode(428);
        edit("{\"minutes\": 5}", "\"0\"").statusCode(412);
        var edited =
                edit("{\"minutes\": 5, \"label\": null}", tag).statusCode(200).body("revision", equalTo(1));
        edit("{\"minutes\": 6}", tag).statusCode(412);
        var now = edited.extract().header("ETag");
        author.asks()
                .get(DEFINITION)
                .then()
                .header("ETag", equalTo(now))
                .body("minutes", equalTo(5), "label", nullValue());
        edit("{\"minutes\": 5}", now).statusCode(200).header("ETag", equalTo(now));
        put(json("walk"), now).statusCode(200).body("revision", equalTo(2));
        put(json("talk"), "*").statusCode(422).body("errors[0].pointer", equalTo("/key"));
        assertThat(trail("exercise.draft-changed")).isEqualTo(2);
    }

    @Test
    void aDraftThatWasBegunAgainIsAnother() {
        var tag = draft("walk").extract().header("ETag");
        author.asks().delete(path("walk", 1)).then().statusCode(428);
        author.asks().header("If-Match", tag).delete(path("walk", 1)).then().statusCode(204);
        author.asks().get(path("walk", 1)).then().statusCode(404);
        draft("walk");
        author.asks().header("If-Match", tag).delete(path("walk", 1)).then().statusCode(412);
        assertThat(news("exercise.draft-deleted")).isEqualTo(1);
    }

    @Test
    void aDefinitionIsWrittenAndReadInYaml() {
        var yaml = """
                key: calm
                kind: reading
                languages: [en]
                title: {en: Calm}
                purpose: {en: On calm.}
                minutes: 2
                body: [{heading: {en: Calm}, paragraphs: [{en: "It comes: it goes."}]}]
                """;
        yaml(yaml).statusCode(201).body("title", equalTo("Calm"));
        var read = author.asks()
                .accept("application/yaml")
                .get(path("calm", 1) + "/definition")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .header("ETag", containsString("-yaml"));
        author.asks()
                .config(YAML)
                .contentType("application/yaml")
                .header("If-Match", read.extract().header("ETag"))
                .body(read.extract().asString())
                .put(path("calm", 1) + "/definition")
                .then()
                .statusCode(200)
                .body("revision", equalTo(0));
        yaml("key: [calm\nsecret: tell nobody").statusCode(400).body("errors[0].code", equalTo("not-yaml"));
        yaml("a: &a [x, x]\nb: *a\nkey: bomb").statusCode(400);
    }

    @Test
    void everyFaultIsToldAtOnceAndNothingIsPublished() {
        author.asks()
                .body(json("walk")
                        .replace("before.suds", "before.sads")
                        .replace("\"atLeast\": 8", "\"atLeast\": 8, \"atMost\": 2"))
                .post("/v1/exercises")
                .then()
                .statusCode(201);
        author.asks()
                .post(path("walk", 1) + "/validation")
                .then()
                .statusCode(200)
                .body(
                        "valid",
                        equalTo(false),
                        "faults.pointer",
                        containsInAnyOrder("/derived/0/from", "/stopRules/0/when"));
        publish(author, 1, "{}")
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("unknown-field", "min-above-max"));
        author.asks().get(path("walk", 1)).then().body("state", equalTo("draft"));
    }

    @Test
    void aGateOfTheLibrarysNameAsksWhatTheLibrarysAsks() {
        var word = "{\"code\": \"word\", \"text\"";
        var others =
                "{\"code\": \"safe-person\", \"questionnaire\": \"ksr-20\", \"item\": \"ksr-20.q0a\", \"opensOn\": [\"no\"], \"text\"";
        author.asks()
                .body(json("walk").replace(word, others))
                .post("/v1/exercises")
                .then()
                .statusCode(201);
        publish(author, 1, "{}")
                .statusCode(422)
                .body("errors.code", contains("gate-of-another"), "errors.pointer", contains("/gates/0/code"));
        put(json("walk").replace(word, others.replace("q0a", "q0b").replace("[\"no\"]", "[\"yes\"]")), "*")
                .statusCode(200);
        publish(author, 1, "{}").statusCode(200);
    }

    @Test
    void aGateOfAnotherOwnExerciseAsksWhatThatOneAsks() {
        OwnExercise.publish(author, asking("talk", "q0b", "yes"), "talk");
        author.asks()
                .body(asking("walk", "q0a", "no"))
                .post("/v1/exercises")
                .then()
                .statusCode(201);
        validation()
                .body("valid", equalTo(false), "faults.code", contains("gate-of-another"))
                .body("faults.pointer", contains("/gates/0/code"), "faults.detail", contains(containsString("talk")));
        publish(author, 1, "{}")
                .statusCode(422)
                .body("errors.code", contains("gate-of-another"), "errors.pointer", contains("/gates/0/code"));
        put(asking("walk", "q0b", "no"), "*").statusCode(200);
        publish(author, 1, "{}").statusCode(422);
        put(json("walk").replace("\"word\"", "\"near\""), "*").statusCode(200);
        publish(author, 1, "{}").statusCode(422);
        put(asking("walk", "q0b", "yes"), "*").statusCode(200);
        validation().body("valid", equalTo(true));
        publish(author, 1, "{}").statusCode(200);
        // what was said to one that is retired stays said
        author.asks()
                .body("{\"reason\": \"No more\"}")
                .post(path("talk", 1) + "/retirement")
                .then()
                .statusCode(200);
        author.asks()
                .body(asking("run", "q0a", "no"))
                .post("/v1/exercises")
                .then()
                .statusCode(201);
        author.asks().body("{}").post(path("run", 1) + "/publication").then().statusCode(422);
        // another practice's is nobody's here
        OwnExercise.publish(people.supervisor(people.practice().practice()), asking("run", "q0a", "no"), "run");
    }

    @Test
    void theNextVersionOfAnExerciseMayAskSomethingElseByItsOwnGate() {
        OwnExercise.publish(author, asking("walk", "q0b", "yes"), "walk");
        author.asks().body("{}").post("/v1/exercises/walk/versions").then().statusCode(201);
        author.asks()
                .header("If-Match", "*")
                .body(asking("walk", "q0a", "no").replace("\"version\": 1", "\"version\": 2"))
                .put(path("walk", 2) + "/definition")
                .then()
                .statusCode(200);
        publish(author, 2, SUBSTANTIVE).statusCode(200);
    }

    /** With one gate, near, that asks this. */
    private static String asking(String key, String item, String opensOn) {
        var gate =
                "{\"code\": \"near\", \"questionnaire\": \"ksr-20\", \"item\": \"ksr-20.%s\", \"opensOn\": [\"%s\"], \"text\""
                        .formatted(item, opensOn);
        return json(key).replace("{\"code\": \"word\", \"text\"", gate);
    }

    private ValidatableResponse validation() {
        return author.asks().post(path("walk", 1) + "/validation").then().statusCode(200);
    }

    @Test
    void whatCannotBeReadIsNotKept() {
        author.asks()
                .body(json("walk").replace("\"minutes\": 20", "\"minutes\": \"long\""))
                .post("/v1/exercises")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/minutes"));
        author.asks()
                .body(json("walk").replace("Evening walk", "Evening\\u202ewalk"))
                .post("/v1/exercises")
                .then()
                .statusCode(422)
                .body("errors.code", contains("hidden-character"));
        author.asks()
                .body(json("walk")
                        .replace("\"steps\": [", "\"steps\": [" + "{\"text\": {\"en\": \"x\"}},".repeat(3_000)))
                .post("/v1/exercises")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("too-many"));
        author.asks().get("/v1/exercises?state=draft").then().body("items", empty());
    }

    @Test
    void fourEyesWantSomebodyElseThanTheLastEditor() {
        admin.asks()
                .header("If-Match", "\"0\"")
                .body("{\"fourEyes\": true}")
                .patch("/v1/practice")
                .then()
                .statusCode(200);
        draft("walk");
        publish(author, 1, "{}").statusCode(409).body("errors[0].code", equalTo("four-eyes"));
        publish(admin, 1, "{}").statusCode(200).body("publishedBy", notNullValue());
    }

    @Test
    void oneOfManyPublishesWins() throws Exception {
        draft("walk");
        var replies = AtOnce.calls(16, () -> author.asks().body("{}").post(path("walk", 1) + "/publication"));
        assertThat(replies.stream().map(Response::statusCode))
                .containsOnly(200, 409)
                .containsOnlyOnce(200);
        assertThat(news("exercise.published")).isEqualTo(1);
        assertThat(trail("exercise.published")).isEqualTo(1);
    }

    @Test
    void whatWasPublishedStays() {
        OwnExercise.publish(author, "walk");
        put(json("walk"), "*").statusCode(409);
        edit("{\"minutes\": 5}", "*").statusCode(409);
        author.asks().header("If-Match", "*").delete(path("walk", 1)).then().statusCode(409);
        publish(author, 1, SUBSTANTIVE).statusCode(409);
    }

    @Test
    void aVersionOfWordsKeepsTheSeries() {
        OwnExercise.publish(author, "walk");
        var tag =
                next("{}").statusCode(201).body("version", equalTo(2)).extract().header("ETag");
        next("{}").statusCode(409).body("errors[0].code", equalTo("draft-exists"));
        editSecond("{\"title\": {\"en\": \"A walk\"}}", tag).statusCode(200);
        publish(author, 2, "{}").statusCode(422).body("errors[0].pointer", equalTo("/change"));
        publish(author, 2, EDITORIAL).statusCode(200).body("change", equalTo("editorial"));
        author.asks().get("/v1/exercises/walk").then().body("version", equalTo(2), "title", equalTo("A walk"));
        author.asks().get("/v1/exercises/walk/versions").then().body("items.version", contains(2, 1));
        author.asks()
                .get(path("walk", 1) + "/diff/2")
                .then()
                .body("comparable", equalTo(true), "textChanged", equalTo(true), "head", contains("title"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"minutes\": 30}",
                "{\"before\": []}",
                "{\"steps\": [{\"text\": {\"en\": \"Walk.\"}}]}",
                "{\"gates\": []}",
                "{\"before\": [{\"code\": \"suds\", \"type\": \"rating\", \"required\": false, \"label\": {\"en\": \"Distress\"}}]}"
            })
    void aVersionThatChangesMoreThanWordsIsSubstantive(String patch) {
        OwnExercise.publish(author, "walk");
        var tag = next("{\"from\": 1}").statusCode(201).extract().header("ETag");
        editSecond(patch.replace("\"before\": []", "\"before\": [], \"derived\": []"), tag)
                .statusCode(200);
        publish(author, 2, EDITORIAL).statusCode(422).body("errors[0].code", equalTo("not-editorial"));
        publish(author, 2, SUBSTANTIVE).statusCode(200);
    }

    @Test
    void aFieldThatTakesOtherValuesMakesOtherLogs() {
        OwnExercise.publish(author, "walk");
        var tag = next("{}").extract().header("ETag");
        editSecond(
                        "{\"before\": [{\"code\": \"suds\", \"type\": \"rating\", \"max\": 100, \"required\": true, \"label\": {\"en\": \"Distress\"}}]}",
                        tag)
                .statusCode(200);
        author.asks()
                .get(path("walk", 1) + "/diff/2")
                .then()
                .statusCode(200)
                .body("comparable", equalTo(false), "reasons", contains("before.suds takes other values"))
                .body("fields.changed[0].name", equalTo("before.suds"), "fields.changed[0].what", contains("max"));
        people.clinician(admin.practice())
                .asks()
                .get(path("walk", 1) + "/diff/2")
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsRetiredIsFoundByNobodyAndStaysReadable() {
        OwnExercise.publish(author, "walk");
        retire("{\"reason\": \"Replaced\"}").statusCode(200).body("state", equalTo("retired"));
        retire("{\"reason\": \"Again\"}").statusCode(200).body("retireReason", equalTo("Replaced"));
        var clinician = people.clinician(admin.practice());
        clinician.asks().get("/v1/exercises/walk").then().statusCode(404);
        clinician.asks().get(path("walk", 1)).then().statusCode(200).body("state", equalTo("retired"));
        assertThat(news("exercise.retired")).isEqualTo(1);
    }

    @Test
    void aDraftIsNotRetiredAndTheLibraryStays() {
        draft("walk");
        retire("{}").statusCode(409).body("errors[0].code", equalTo("not-published"));
        for (var way : List.of("/retirement", "/publication")) {
            author.asks()
                    .body("{}")
                    .post(path("ask-and-notice", 1) + way)
                    .then()
                    .statusCode(409)
                    .body("errors[0].code", equalTo("shipped"));
        }
        author.asks()
                .body("{}")
                .post("/v1/exercises/ask-and-notice/versions")
                .then()
                .statusCode(409);
        author.asks().body("{}").post("/v1/exercises/nowhere/versions").then().statusCode(404);
    }

    @Test
    void theLibrarysIsCopiedAndChanged() {
        author.asks()
                .body("{\"key\": \"our-ask\"}")
                .post(path("ask-and-notice", 1) + "/copies")
                .then()
                .statusCode(201)
                .header("Location", equalTo(path("our-ask", 1)))
                .body("state", equalTo("draft"));
        author.asks()
                .get(path("our-ask", 1))
                .then()
                .body("code", nullValue(), "gates[0].item", equalTo("ksr-20.q0b"), "steps", not(empty()));
        author.asks()
                .body("{}")
                .post(path("our-ask", 1) + "/publication")
                .then()
                .statusCode(200);
        author.asks()
                .body("{\"key\": \"our-ask\"}")
                .post(path("ask-and-notice", 1) + "/copies")
                .then()
                .statusCode(409);
        author.asks()
                .body("{\"key\": \"our ask\"}")
                .post(path("ask-and-notice", 1) + "/copies")
                .then()
                .statusCode(422);
    }

    @Test
    void oneKeyBeginsOneDraftHoweverManyAsk() throws Exception {
        var replies = AtOnce.calls(16, () -> author.asks().body(json("walk")).post("/v1/exercises"));
        assertThat(replies.stream().map(Response::statusCode))
                .containsOnly(201, 409)
                .containsOnlyOnce(201);
    }

    private ValidatableResponse draft(String key) {
        return author.asks().body(json(key)).post("/v1/exercises").then().statusCode(201);
    }

    private ValidatableResponse edit(String patch, @Nullable String tag) {
        var asks = author.asks().body(patch);
        return (tag == null ? asks : asks.header("If-Match", tag))
                .patch(DEFINITION)
                .then();
    }

    private ValidatableResponse editSecond(String patch, String tag) {
        return author.asks()
                .header("If-Match", tag)
                .body(patch)
                .patch(path("walk", 2) + "/definition")
                .then();
    }

    private ValidatableResponse put(String definition, String tag) {
        return author.asks()
                .header("If-Match", tag)
                .body(definition)
                .put(DEFINITION)
                .then();
    }

    private ValidatableResponse yaml(String text) {
        return author.asks()
                .config(YAML)
                .contentType("application/yaml")
                .body(text)
                .post("/v1/exercises")
                .then();
    }

    private ValidatableResponse next(String body) {
        return author.asks().body(body).post("/v1/exercises/walk/versions").then();
    }

    private ValidatableResponse publish(Someone who, int version, String body) {
        return who.asks()
                .body(body)
                .post(path("walk", version) + "/publication")
                .then();
    }

    private ValidatableResponse retire(String body) {
        return author.asks().body(body).post(path("walk", 1) + "/retirement").then();
    }

    private long news(String kind) {
        return people.count(admin.practice(), "select count(*) from outbox_event where kind = ?", kind);
    }

    private long trail(String action) {
        return people.count(admin.practice(), "select count(*) from audit_entry where action = ?", action);
    }
}
