package dev.kith.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Crisis cards by language and severity: every version stays, and which one went out with an answer stays known. */
@QuarkusTest
class CrisisCardTest {
    @Inject
    People people;

    @Inject
    Worlds worlds;

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
    void eachChangeIsAVersionAndTheOldOnesStayReadable() {
        writes("en", "First").body("version", equalTo(1)).body("severity", equalTo("critical"));
        writes("en", "First").body("version", equalTo(1));
        writes("en", "Second").body("version", equalTo(2));
        writes("en?severity=notice", "Milder").body("version", equalTo(1)).body("severity", equalTo("notice"));
        clinician
                .asks()
                .get("/v1/practice/crisis-cards/en/versions")
                .then()
                .statusCode(200)
                .body("items.card.version", contains(2, 1))
                .body("items.card.title", contains("Second", "First"))
                .body("items[0].writtenBy", equalTo(admin.account().toString()));
        clinician
                .asks()
                .get("/v1/practice/crisis-cards/en/versions?limit=1")
                .then()
                .body("items", hasSize(1))
                .body("next", notNullValue());
        clinician
                .asks()
                .get("/v1/practice/crisis-cards/en/versions?severity=notice")
                .then()
                .body("items.card.title", contains("Milder"));
        clinician
                .asks()
                .get("/v1/practice/crisis-cards")
                .then()
                .body("items.title", contains("Second", "Milder"))
                .body("items.severity", contains("critical", "notice"));
        people.clinician(people.practice().practice())
                .asks()
                .get("/v1/practice/crisis-cards/en/versions")
                .then()
                .body("items", empty());
        clinician
                .asks()
                .get("/v1/practice/crisis-cards/en/versions?severity=mild")
                .then()
                .statusCode(400);
    }

    @Test
    void theVersionThatWentOutWithAnAnswerStaysKnown() {
        writes("en", "First");
        var task = worlds.task(clinician, client);
        client.asks()
                .body("{\"answers\": {\"phq-9.9\": 2}, \"complete\": false}")
                .put("/v1/tasks/" + task + "/response")
                .then()
                .body("crisisCard.version", equalTo(1));
        writes("en", "Second");
        var response = client.asks()
                .body(Worlds.CRITICAL)
                .put("/v1/tasks/" + task + "/response")
                .then()
                .statusCode(200)
                .body("crisisCard.version", equalTo(2))
                .extract()
                .<String>path("id");
        client.asks().body(Worlds.CRITICAL).put("/v1/tasks/" + task + "/response");
        writes("en", "Third");
        clinician
                .asks()
                .body("{\"reason\": \"Misread\", " + Worlds.CALM.substring(1).replace(", \"complete\": true", ""))
                .post("/v1/responses/" + response + "/amendments")
                .then()
                .statusCode(201);
        for (var reader : List.of(clinician, client)) {
            shown(reader, response)
                    .statusCode(200)
                    .body("items.card.version", contains(2, 1))
                    .body("items.card.title", contains("Second", "First"))
                    .body("items.card.severity", contains("critical", "critical"));
        }
        shown(people.clientOf(clinician), response).statusCode(404);
        shown(people.clinician(client.practice()), response).statusCode(404);
        shown(people.clinician(people.practice().practice()), response).statusCode(404);
        shown(people.integration(client.practice(), "logs:read"), response).statusCode(403);
    }

    @Test
    void theShippedCardIsKnownToHaveGoneOutToo() {
        var response = worlds.answer(client, worlds.task(clinician, client), Worlds.CRITICAL);
        shown(clinician, response)
                .body("items.card.source", contains("default"))
                .body("items.card.version", contains(0))
                .body("items[0].card.text", notNullValue());
        var calm = worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        shown(clinician, calm).body("items", empty());
    }

    @Test
    void aCardForNoticesIsNeverShownForACriticalAnswer() {
        writes("en?severity=notice", "Milder");
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        client.asks()
                .body(Worlds.CRITICAL)
                .put("/v1/tasks/" + worlds.task(clinician, client) + "/response")
                .then()
                .body("crisisCard.source", equalTo("default"))
                .body("crisisCard.severity", equalTo("critical"));
    }

    @Test
    void theNearestLanguageAndSeverityIsChosen() {
        var english = card("en", CardSeverity.CRITICAL);
        var austrian = card("de-AT", CardSeverity.CRITICAL);
        var german = card("de", CardSeverity.CRITICAL);
        var mild = card("de", CardSeverity.NOTICE);
        var own = List.of(german, mild, austrian, english);
        assertThat(chosen(own, CardSeverity.CRITICAL, "de-AT")).isSameAs(austrian);
        assertThat(chosen(own, CardSeverity.CRITICAL, "de-CH", "en")).isSameAs(german);
        assertThat(chosen(own, CardSeverity.NOTICE, "de")).isSameAs(mild);
        assertThat(chosen(own, CardSeverity.NOTICE, "en")).isSameAs(english);
        assertThat(chosen(List.of(mild), CardSeverity.CRITICAL, "de").source()).isEqualTo("default");
        assertThat(chosen(List.of(mild), CardSeverity.CRITICAL, "fr").source()).isEqualTo("default");
        assertThat(chosen(List.of(austrian), CardSeverity.CRITICAL, "fr")).isSameAs(austrian);
        assertThat(chosen(List.of(), CardSeverity.NOTICE, "de-AT").language()).isEqualTo("de");
        var called = new CrisisCard(
                "fr",
                CardSeverity.CRITICAL,
                "Title",
                "Text",
                List.of(new CrisisCard.Contact("Practice", "+33 1 0000000", null, null)),
                "practice",
                1);
        assertThat(chosen(List.of(called), CardSeverity.CRITICAL, "de", "en")).isSameAs(called);
        assertThat(chosen(List.of(called, german), CardSeverity.CRITICAL, "de", "en"))
                .isSameAs(german);
        assertThat(chosen(List.of(austrian, called), CardSeverity.NOTICE, "en")).isSameAs(called);
        assertThat(chosen(List.of(austrian), CardSeverity.CRITICAL, "en").source())
                .isEqualTo("default");
    }

    private static CrisisCard chosen(List<CrisisCard> own, CardSeverity severity, String... languages) {
        return CrisisCards.choose(
                own, List.of(languages).stream().map(Locale::forLanguageTag).toList(), severity);
    }

    private static CrisisCard card(String language, CardSeverity severity) {
        return new CrisisCard(language, severity, "Title", "Text", List.of(), "practice", 1);
    }

    private ValidatableResponse writes(String language, String title) {
        var held = clinician.asks().get("/v1/practice/crisis-cards/" + language).header("ETag");
        return admin.asks()
                .header("If-Match", held == null ? "\"0\"" : held)
                .body("{\"title\": \"%s\", \"text\": \"Call us.\", \"contacts\": []}".formatted(title))
                .put("/v1/practice/crisis-cards/" + language)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse shown(Someone who, String response) {
        return who.asks().get("/v1/responses/" + response + "/crisis-cards").then();
    }
}
