package dev.kith.exercise;

import static dev.kith.house.Statements.during;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.problem.Problem;
import dev.kith.problem.ProblemException;
import dev.kith.tenancy.Practices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ships can be found and read by everybody, each in what concerns them. */
@QuarkusTest
class ExerciseLibraryTest {
    private static final String ASK = "/v1/exercises/ask-and-notice";

    @Inject
    People people;

    @Inject
    ExerciseCatalogue catalogue;

    @Inject
    Practices practices;

    Someone clinician;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
    }

    @Test
    void theLibraryIsFoundByWhatOneLooksFor() {
        list("").body("items.key", hasItems("ask-and-notice", "asking-ladder"));
        list("?kind=reading")
                .body("items.key", not(hasItem("ask-and-notice")), "items.kind", everyItem(equalTo("reading")));
        list("?tag=body-alarm").body("items.key", hasItem("ask-and-notice"));
        list("?tag=nothing-like-it").body("items", empty());
        list("?q=E02").body("items.key", contains("ask-and-notice"));
        list("?q=BITTEN%20und%20ask-and").body("items.key", contains("ask-and-notice"));
        list("?language=de&q=ask-and-notice").body("items[0].title", equalTo("Bitten und spüren"));
        list("?language=tlh").body("items", empty());
        list("?state=draft").body("items", empty());
    }

    @Test
    void whatIsNoKindIsRefused() {
        clinician
                .asks()
                .get("/v1/exercises?kind=dance")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#kind"));
    }

    @Test
    void anExerciseComesInTheLanguageThatFits() {
        clinician
                .asks()
                .header("Accept-Language", "de-CH, en;q=0.5")
                .get(ASK)
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("de"))
                .body("title", equalTo("Bitten und spüren"), "language", equalTo("de"));
        clinician
                .asks()
                .header("Accept-Language", "fr")
                .get(ASK)
                .then()
                .header("Content-Language", equalTo("en"))
                .body("before.code", hasItem("suds"), "before[0].max", equalTo(10), "after.type", hasItem("outcome"));
    }

    @Test
    void aMemberIsToldWhenNotToGiveItAndAClientIsNot() {
        clinician
                .asks()
                .get(ASK)
                .then()
                .body("contraindications", not(empty()), "gates[0].item", equalTo("ksr-20.q0b"))
                .body("gates[0].opensOn", contains("yes"));
        people.clientOf(clinician)
                .asks()
                .get(ASK)
                .then()
                .statusCode(200)
                .body("contraindications", empty(), "cautions", not(empty()), "steps", not(empty()))
                .body("gates[0].item", nullValue(), "gates[0].opensOn", empty(), "gates[0].text", notNullValue());
    }

    @Test
    void whoHoldsAVersionIsSentNothing() {
        var tag = tag(clinician, "en");
        held(clinician, "en", tag).statusCode(304);
        held(clinician, "de", tag).statusCode(200);
        held(people.clientOf(clinician), "en", tag).statusCode(200);
        assertThat(during(() -> tag(clinician, "en"))).noneMatch(sql -> sql.contains("exercise_version"));
    }

    @Test
    void everyVersionIsListedAndReadAndComparedWithItself() {
        clinician.asks().get(ASK + "/versions").then().statusCode(200).body("items", hasSize(1));
        clinician.asks().get(ASK + "/versions/1").then().statusCode(200).body("state", equalTo("published"));
        clinician
                .asks()
                .get(ASK + "/versions/1/diff/1")
                .then()
                .statusCode(200)
                .body("comparable", equalTo(true), "textChanged", equalTo(false), "head", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/exercises/nowhere",
                "/v1/exercises/nowhere/versions",
                "/v1/exercises/ask-and-notice/versions/9"
            })
    void whatIsNotThereIsNotThere(String path) {
        clinician.asks().get(path).then().statusCode(404);
    }

    @Test
    void anIntegrationNeedsTheScope() {
        var practice = clinician.practice();
        people.integration(practice, "exercises:read").asks().get(ASK).then().statusCode(200);
        people.integration(practice, "questionnaires:read")
                .asks()
                .get(ASK)
                .then()
                .statusCode(403);
        RestAssured.given().get(ASK).then().statusCode(401);
    }

    @Test
    void whatAPracticeSwitchedOffIsGivenToNobodyThere() {
        var admin = people.admin(clinician.practice());
        admin.asks()
                .header("If-Match", "\"0\"")
                .body("{\"switchedOff\": [\"ask-and-notice\"]}")
                .patch("/v1/practice")
                .then()
                .statusCode(200)
                .body("switchedOff", contains("ask-and-notice"));
        practices.within(clinician.practice(), () -> {
            var off = catalogue.require("ask-and-notice", 1);
            assertThatThrownBy(() -> catalogue.requireGivable(off))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.faults())
                                    .extracting(Problem.Fault::code)
                                    .containsExactly("switched-off"));
            catalogue.requireGivable(catalogue.require("asking-ladder", 1));
            return null;
        });
        clinician.asks().get(ASK).then().statusCode(200);
    }

    private ValidatableResponse list(String query) {
        return clinician
                .asks()
                .urlEncodingEnabled(false)
                .get("/v1/exercises" + query)
                .then()
                .statusCode(200);
    }

    private static String tag(Someone who, String language) {
        return who.asks()
                .header("Accept-Language", language)
                .get(ASK)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private static ValidatableResponse held(Someone who, String language, String tag) {
        return who.asks()
                .header("Accept-Language", language)
                .header("If-None-Match", tag)
                .get(ASK)
                .then();
    }
}
