package dev.kith.formulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be named of where the pattern comes from, by who asks. */
@QuarkusTest
class FormulationTagsTest {
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
    void thoseWhoWorkHereReadAllOfIt() {
        for (var reader : List.of(
                clinician,
                people.supervisor(clinician.practice()),
                people.admin(clinician.practice()),
                people.integration(clinician.practice(), "clients:read"))) {
            reads(reader, "")
                    .body("version", equalTo(1))
                    .body("label", containsString("Not scored"))
                    .body("items.code", hasItems("neglect", "distancing", "contempt-for-need"))
                    .body("items.meaning", everyItem(notNullValue()))
                    .body("items.find { it.code == 'contempt-for-need' }.kind", equalTo("pattern"))
                    .body("items.find { it.code == 'contempt-for-need' }.prompt", containsString("curiosity"))
                    .body("items.find { it.code == 'contempt-for-need' }.own", nullValue())
                    .body("items.find { it.code == 'contempt-for-need' }.articles", contains("S3"));
        }
    }

    @Test
    void aClientReadsTheOriginsInTheirOwnWordingAndNoMore() {
        var told = reads(client, "")
                .body("items.kind", everyItem(equalTo("origin")))
                .body("items.own", everyItem(notNullValue()))
                .body("items.meaning", everyItem(nullValue()))
                .body("items.prompt", everyItem(nullValue()))
                .body("items.articles.flatten()", equalTo(List.of()));
        var all = told.extract().asString();
        for (var tag : Checklists.shipped().get(0).tags()) {
            for (var language : List.of("en", "de")) {
                assertThat(all).doesNotContain(tag.meaning().in(language));
                if (tag.prompt() != null) {
                    assertThat(all).doesNotContain(tag.prompt().in(language));
                }
            }
            assertThat(all.contains("\"" + tag.code() + "\"")).as(tag.code()).isEqualTo(tag.isForClients());
        }
    }

    @Test
    void itIsToldInTheReadersLanguage() {
        client.asks()
                .header("Accept-Language", "de-AT, en;q=0.5")
                .get("/v1/formulation-tags")
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("de"))
                .header("Vary", containsString("Accept-Language"))
                .body("language", equalTo("de"))
                .body("items.find { it.code == 'neglect' }.own", containsString("Als ich klein war"));
        client.asks()
                .header("Accept-Language", "fr")
                .get("/v1/formulation-tags")
                .then()
                .header("Content-Language", equalTo("en"));
    }

    @Test
    void whoHoldsItIsSentNothingAndAClientsCopyIsNoClinicians() {
        var tag = reads(clinician, "").extract().header("ETag");
        clinician
                .asks()
                .header("If-None-Match", tag)
                .get("/v1/formulation-tags")
                .then()
                .statusCode(304);
        client.asks()
                .header("If-None-Match", tag)
                .get("/v1/formulation-tags")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
    }

    @Test
    void aVersionIsReadByItsNumber() {
        reads(clinician, "?version=1").body("version", equalTo(1));
        for (var none : List.of("0", "2")) {
            clinician
                    .asks()
                    .get("/v1/formulation-tags?version=" + none)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("#version"));
        }
    }

    private static ValidatableResponse reads(Someone who, String asked) {
        return who.asks().get("/v1/formulation-tags" + asked).then().statusCode(200);
    }
}
