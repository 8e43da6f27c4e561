package dev.kith.exercise;

import static dev.kith.house.OwnExercise.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.AtOnce;
import dev.kith.house.Noting;
import dev.kith.house.OwnExercise;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A practice lays words over an exercise: its clients do it in their language, nobody else sees them, and nothing but words changes. */
@QuarkusTest
class ExerciseWordingTest {
    private static final String SPANISH = """
            {"credit": "Willow", "texts": {"title": "Escalera de pedir", "before": {"suds": {"label": "¿Cuánto malestar siento?"}},
              "stopRules": {"distress-stays-high": "Para."}}}
            """;
    private static final String LADDER = path("asking-ladder", 1);
    private static final String WORDS = LADDER + "/wordings/es";

    @Inject
    People people;

    Someone author;
    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        author = people.practice();
        clinician = people.clinician(author.practice());
        client = people.clientOf(clinician);
    }

    @Test
    void aClientMeetsAnExerciseInTheWordsThatThePracticeLaidOverIt() {
        attach(WORDS, SPANISH)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("key", equalTo("asking-ladder"), "language", equalTo("es"), "credit", equalTo("Willow"))
                .body(
                        "texts.title",
                        equalTo("Escalera de pedir"),
                        "fallbacks",
                        hasItems("/purpose", "/contraindications/0"))
                .body("fallbacks", not(hasItem("/title")));
        spanish(client, LADDER)
                .header("Content-Language", "es")
                .body("title", equalTo("Escalera de pedir"), "language", equalTo("es"), "credit", equalTo("Willow"))
                .body("before.find { it.code == 'suds' }.label", equalTo("¿Cuánto malestar siento?"))
                .body("stopRules.find { it.code == 'distress-stays-high' }.text", equalTo("Para."))
                .body("fallbacks", hasItem("/purpose"))
                .body("fallbacks", not(hasItem("/contraindications/0")))
                .body("purpose", equalTo(read("en", "purpose")))
                .body("purpose", not(equalTo(read("de", "purpose"))));
        spanish(client, "/v1/exercises").body("items.title", hasItem("Escalera de pedir"));
        var task = Noting.task(clinician, client);
        spanish(client, "/v1/tasks/" + task).body("title", equalTo("Escalera de pedir"));
        client.asks()
                .header("Accept-Language", "es")
                .body(Noting.DONE)
                .put("/v1/tasks/" + task + "/log")
                .then()
                .statusCode(201)
                .body("language", equalTo("es"), "title", equalTo("Escalera de pedir"));
        clinician
                .asks()
                .header("Accept-Language", "en")
                .get(LADDER)
                .then()
                .body("title", not(equalTo("Escalera de pedir")), "credit", nullValue(), "fallbacks", empty());
    }

    @Test
    void nobodyElseSeesThem() {
        attach(WORDS, SPANISH).statusCode(201);
        var other = people.practice();
        spanish(other, LADDER)
                .header("Content-Language", "en")
                .body("languages", not(hasItem("es")), "title", not(equalTo("Escalera de pedir")));
        other.asks().get(LADDER + "/wordings").then().statusCode(200).body("items", empty());
        other.asks().get(WORDS).then().statusCode(404);
        other.asks().header("If-Match", "\"1\"").delete(WORDS).then().statusCode(404);
        clinician.asks().get(LADDER + "/wordings").then().body("items.language", contains("es"));
        clinician.asks().get(WORDS).then().statusCode(200).header("ETag", "\"1\"");
        people.integration(author.practice(), "exercises:read")
                .asks()
                .get(WORDS)
                .then()
                .statusCode(200);
        for (var wrong : List.of(clinician, client)) {
            wrong.asks().body(SPANISH).put(WORDS).then().statusCode(403);
            wrong.asks().header("If-Match", "\"1\"").delete(WORDS).then().statusCode(403);
        }
        client.asks().get(WORDS).then().statusCode(403);
    }

    @Test
    void aPracticesOwnExerciseAndItsReadingCardsTakeThemToo() {
        OwnExercise.publish(author, "walk");
        var own = "{\"credit\": \"Willow\", \"texts\": {\"title\": \"Paseo\", \"steps\": [\"Camina.\", \"Mira.\"]}}";
        attach(path("walk", 1) + "/wordings/es", own).statusCode(201);
        spanish(client, "/v1/exercises/walk")
                .body(
                        "title",
                        equalTo("Paseo"),
                        "steps.text",
                        contains("Camina.", "Mira."),
                        "steps[0].minutes",
                        equalTo(15));
        var card = path("reading-slips", 1);
        attach(card + "/wordings/es", "{\"credit\": \"Willow\", \"texts\": {\"title\": \"Tropezar\"}}")
                .statusCode(201);
        spanish(client, card).body("title", equalTo("Tropezar"));
        author.asks().body("{}").post("/v1/exercises/walk/versions").then().statusCode(201);
        attach(path("walk", 2) + "/wordings/es", own).statusCode(404); // a draft is given its languages in itself
    }

    @Test
    void theyChangeNothingButWords() {
        attach(WORDS, SPANISH).statusCode(201);
        clinician
                .asks()
                .get(LADDER + "/diff/1")
                .then()
                .body("comparable", equalTo(true), "textChanged", equalTo(false));
        for (var wrong : List.of(
                SPANISH.replace("\"title\"", "\"minutes\": 3, \"title\""),
                SPANISH.replace("\"suds\"", "\"sods\""),
                SPANISH.replace("\"label\"", "\"max\""),
                SPANISH.replace("\"texts\"", "\"key\": \"other\", \"texts\""),
                SPANISH.replace("\"credit\"", "\"colour\""),
                "{}")) {
            put("If-Match", "\"1\"", wrong).statusCode(422);
        }
        put("If-Match", "\"1\"", SPANISH.replace("\"texts\"", "\"exercise\": \"slow-breath\", \"texts\""))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/exercise"));
        put("If-Match", "\"1\"", SPANISH.replace("\"suds\"", "\"sods\""))
                .body("errors.pointer", contains("/texts/before/sods"));
        attach(LADDER + "/wordings/de", SPANISH).statusCode(422).body("errors[0].pointer", equalTo("/language"));
        attach(path("nothing", 1) + "/wordings/es", SPANISH).statusCode(404);
        attach(path("asking-ladder", 99) + "/wordings/es", SPANISH).statusCode(404);
        assertThat(people.count(author.practice(), "select count(*) from exercise_wording"))
                .isEqualTo(1);
    }

    @Test
    void theyAreReplacedOnTheRevisionThatWasRead() {
        attach(WORDS, SPANISH).statusCode(201);
        var tag = spanish(client, LADDER).extract().header("ETag");
        attach(WORDS, SPANISH).statusCode(428);
        put("If-None-Match", "*", SPANISH).statusCode(412);
        put("If-Match", "\"1\"", SPANISH).statusCode(200).header("ETag", "\"1\"");
        put("If-Match", "\"1\"", SPANISH.replace("pedir", "preguntar"))
                .statusCode(200)
                .header("ETag", "\"2\"");
        put("If-Match", "\"1\"", SPANISH).statusCode(412);
        assertThat(people.count(author.practice(), "select count(*) from exercise_wording"))
                .isEqualTo(2);
        client.asks()
                .header("Accept-Language", "es")
                .header("If-None-Match", tag)
                .get(LADDER)
                .then()
                .statusCode(200)
                .body("title", equalTo("Escalera de preguntar"));
        assertThat(told("exercise.wording-attached")).isEqualTo(2);
    }

    @Test
    void whatIsWithdrawnIsShownToNobodyAndStaysOnRecord() {
        attach(WORDS, SPANISH).statusCode(201);
        author.asks().delete(WORDS).then().statusCode(428);
        author.asks().header("If-Match", "\"1\"").delete(WORDS).then().statusCode(204);
        author.asks().header("If-Match", "\"2\"").delete(WORDS).then().statusCode(404);
        author.asks().get(WORDS).then().statusCode(404);
        spanish(client, LADDER).header("Content-Language", "en").body("languages", not(hasItem("es")));
        assertThat(people.count(author.practice(), "select count(*) from exercise_wording"))
                .isEqualTo(2);
        assertThat(told("exercise.wording-withdrawn")).isEqualTo(1);
        attach(WORDS, SPANISH).statusCode(201).header("ETag", "\"3\"");
    }

    @Test
    void aPracticeLaysAsMuchAsFitsInMemoryBesideOthers() {
        attach(WORDS, SPANISH).statusCode(201);
        people.run(author.practice(), """
                with one as (
                  select w.*, words || '{"language": "es-x-10", "credit": ""}' as more, length(words::text) as there from exercise_wording w)
                insert into exercise_wording (practice_id, owner_id, key, version, language, revision, words, made_by, made_at)
                select practice_id, owner_id, key, version, 'es-x-' || n, 1,
                       more || jsonb_build_object('language', 'es-x-' || n, 'credit',
                         repeat('x', (4194304 - 16000 - there - 300) / 10 - 16000 - length(more::text))), made_by, made_at
                from one, generate_series(10, 19) as n
                """);
        var welsh = path("slow-breath", 1) + "/wordings/cy";
        var words = "{\"credit\": \"Willow\", \"texts\": {\"title\": \"Anadl\"}}";
        attach(welsh, words).statusCode(409).body("errors[0].code", equalTo("too-many"));
        put("If-Match", "\"1\"", SPANISH.replace("Para.", "Para. " + "Respira. ".repeat(50)))
                .statusCode(409)
                .body("errors[0].code", equalTo("too-many"));
        put("If-Match", "\"1\"", SPANISH.replace("pedir", "preguntar")).statusCode(200);
        author.asks().header("If-Match", "\"2\"").delete(WORDS).then().statusCode(204);
        attach(welsh, words).statusCode(201);
    }

    @Test
    void oneOfManyAttachesFirst() throws Exception {
        var statuses = AtOnce.times(
                16, () -> put("If-None-Match", "*", SPANISH).extract().statusCode());
        assertThat(statuses).containsOnly(201, 412).containsOnlyOnce(201);
    }

    private ValidatableResponse attach(String place, String words) {
        return author.asks().body(words).put(place).then();
    }

    private ValidatableResponse put(String header, String value, String words) {
        return author.asks().header(header, value).body(words).put(WORDS).then();
    }

    private static ValidatableResponse spanish(Someone reader, String place) {
        return reader.asks()
                .header("Accept-Language", "es-MX, es;q=0.9")
                .get(place)
                .then()
                .statusCode(200);
    }

    private String read(String language, String field) {
        return clinician
                .asks()
                .header("Accept-Language", language)
                .get(LADDER)
                .then()
                .extract()
                .path(field);
    }

    /** How often the trail and the events both say so. */
    private long told(String what) {
        var events = people.count(author.practice(), "select count(*) from outbox_event where kind = '" + what + "'");
        assertThat(people.count(author.practice(), "select count(*) from audit_entry where action = '" + what + "'"))
                .isEqualTo(events);
        return events;
    }
}
