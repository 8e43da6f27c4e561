package dev.kith.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is in danger reads a card in a language of theirs, though the questionnaire is in English alone; and there is one card a language. */
@QuarkusTest
class CrisisCardLanguageTest {
    private static final String CARDS = "/v1/practice/crisis-cards";
    private static final String NUMBER = "+49 30 0000000";

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
    void whoReadsGermanIsShownThePracticesGermanCardOfAnEnglishQuestionnaireAndSoAgain() {
        reads("de");
        writes("de", "Hilfe ist nah", "0").statusCode(200);
        var task = worlds.task(clinician, client);
        var response = german(answers(task, "de")).extract().<String>path("id");
        german(answers(task, null));
        german(client.asks().get("/v1/responses/" + response).then());
        german(clinician
                .asks()
                .header("Accept-Language", "en")
                .get("/v1/responses/" + response)
                .then());
        clinician
                .asks()
                .get("/v1/responses/" + response + "/crisis-cards")
                .then()
                .body("items.card.language", contains("de"), "items.card.version", contains(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es"})
    void withoutACardOfThePracticeTheShippedOneSpeaksTheClientsLanguage(String language) {
        reads(language);
        answers(worlds.task(clinician, client), null)
                .body("crisisCard.source", equalTo("default"), "crisisCard.language", equalTo(language));
    }

    @Test
    void whatTheAppAskedForGoesBeforeTheClientsRecordAndIsKept() {
        var task = worlds.task(clinician, client);
        client.asks()
                .header("Accept-Language", "fr, de-AT;q=0.8, *;q=0.1")
                .body("{\"answers\": {\"phq-9.9\": 2}, \"complete\": false}")
                .put("/v1/tasks/" + task + "/response")
                .then()
                .statusCode(201)
                .body("crisisCard.language", equalTo("de"));
        answers(task, null).body("crisisCard.language", equalTo("de"));
        answers(task, "es").body("crisisCard.language", equalTo("de")); // it is complete: the same reply
    }

    @Test
    void thatTheQuestionsWereShownInTheirOneLanguageSaysNothing() {
        reads("de");
        client.asks()
                .body(Worlds.CRITICAL.replace("\"complete\"", "\"language\": \"en\", \"complete\""))
                .put("/v1/tasks/" + worlds.task(clinician, client) + "/response")
                .then()
                .statusCode(201)
                .body("language", equalTo("en"), "crisisCard.language", equalTo("de"));
    }

    @Test
    void aNumberInAnotherLanguageGoesBeforeShippedWordsWithoutOne() {
        writes("de", "Hilfe ist nah", "0").statusCode(200);
        answers(worlds.task(clinician, client), "en")
                .body("crisisCard.source", equalTo("practice"), "crisisCard.contacts.phone", contains(NUMBER));
    }

    @Test
    void whatComesUnderAnIdOfTheSendersIsShownTheSameCard() {
        var body = Worlds.CRITICAL.replace(
                "\"complete\"", "\"questionnaire\": \"phq-9\", \"author\": \"client\", \"complete\"");
        client.asks()
                .header("Accept-Language", "de")
                .body(body)
                .put("/v1/responses/" + Ids.next())
                .then()
                .statusCode(201)
                .body("crisisCard.language", equalTo("de"));
        var item = Worlds.CRITICAL.replace(
                "{\"answers\"",
                "{\"id\": \"%s\", \"kind\": \"response\", \"questionnaire\": \"phq-9\", \"answers\""
                        .formatted(Ids.next()));
        client.asks()
                .header("Accept-Language", "de")
                .body("{\"clientTime\": \"%s\", \"timeZone\": \"Europe/Berlin\", \"items\": [%s]}"
                        .formatted(Instant.now(), item))
                .post("/v1/sync")
                .then()
                .statusCode(200)
                .body("items[0].response.crisisCard.language", equalTo("de"));
        reads("es");
        clinician
                .asks()
                .header("Accept-Language", "de")
                .body(body.replace("{\"answers\"", "{\"client\": \"" + client.id() + "\", \"answers\""))
                .put("/v1/responses/" + Ids.next())
                .then()
                .statusCode(201)
                .body("crisisCard.language", equalTo("es")); // the header is the clinician's, who is not asked
    }

    @Test
    void howeverALanguageIsSpeltItIsOneCard() {
        writes("de-DE", "Alt", "0").statusCode(200).header("ETag", "\"1\"").body("language", equalTo("de-DE"));
        writes("de-de", "Neu", "1").statusCode(200).header("ETag", "\"2\"").body("language", equalTo("de-DE"));
        clinician.asks().get(CARDS).then().body("items.title", contains("Neu"));
        clinician
                .asks()
                .get(CARDS + "/de-De")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("title", equalTo("Neu"));
        clinician.asks().get(CARDS + "/de-de/versions").then().body("items.card.title", contains("Neu", "Alt"));
        reads("de-DE");
        answers(worlds.task(clinician, client), "de-DE").body("crisisCard.title", equalTo("Neu"));
    }

    @Test
    void itIsWrittenOnItsVersion() {
        clinician.asks().get(CARDS + "/de").then().statusCode(404);
        writes("de", "Eins", "1").statusCode(412);
        writes("de", "Eins", "0").statusCode(200);
        writes("de", "Zwei", "0").statusCode(412);
        admin.asks()
                .body("{\"title\": \"Zwei\", \"text\": \"Rufen Sie an.\", \"contacts\": []}")
                .put(CARDS + "/de")
                .then()
                .statusCode(428);
        writes("de?severity=notice", "Milder", "0").statusCode(200);
        writes("de", "Eins", "1").statusCode(200).header("ETag", "\"1\"");
        clinician.asks().get(CARDS + "/de/versions").then().body("items.card.title", contains("Eins"));
        clinician.asks().get(CARDS + "/x").then().statusCode(422);
        clinician
                .asks()
                .header("If-None-Match", "\"1\"")
                .get(CARDS + "/de")
                .then()
                .statusCode(304);
        people.clinician(people.practice().practice())
                .asks()
                .get(CARDS + "/de")
                .then()
                .statusCode(404);
        client.asks().get(CARDS + "/de").then().statusCode(403);
    }

    /** Replays what the migration does to practices that were there. */
    @Test
    void cardsThatWereThereUnderTwoSpellingsBecomeVersionsOfOne() throws IOException {
        var response = worlds.answer(client, worlds.task(clinician, client), Worlds.CRITICAL);
        was("de-DE", 1, "First", "2026-01-01");
        was("de-de", 1, "Second", "2026-01-02");
        was("de-DE", 2, "Third", "2026-01-03");
        was("de-de", 2, "Fourth", "2026-01-04");
        was("ZH-hant-tw", 1, "Taipei", "2026-01-05");
        was("iw", 1, "Old code", "2026-01-06");
        was("en", 7, "Untouched", "2026-01-07");
        people.run(
                client.practice(),
                "insert into crisis_card_shown (practice_id, response_id, language, severity, version, shown_at)"
                        + " values (kith_practice(), ?, 'de-de', 'critical', 1, now() + interval '1 minute')",
                UUID.fromString(response));
        var script = Files.readString(Path.of("src/main/resources/db/migration/V038__card_language.sql"));
        people.asOwner(script.substring(script.indexOf("-- A tag in its usual spelling"))
                .replace("${app}", "kith_app"));
        clinician
                .asks()
                .get(CARDS + "/de-DE/versions")
                .then()
                .body("items.card.title", contains("Fourth", "Third", "Second", "First"))
                .body("items.card.version", contains(4, 3, 2, 1));
        clinician
                .asks()
                .get(CARDS)
                .then()
                .body("items.language", contains("de-DE", "en", "he", "zh-Hant-TW"))
                .body("items.version", contains(4, 7, 1, 1));
        clinician
                .asks()
                .get("/v1/responses/" + response + "/crisis-cards")
                .then()
                .body("items.card.title[0]", equalTo("Second"))
                .body("items", hasSize(2));
        assertThat(
                        people.count(
                                client.practice(),
                                "select count(*) from pg_class where relname in ('crisis_card', 'crisis_card_shown') and relforcerowsecurity"))
                .isEqualTo(2);
    }

    private void was(String language, int version, String title, String on) {
        people.run(
                client.practice(),
                "insert into crisis_card (practice_id, language, severity, version, title, text, contacts, made_by, made_at)"
                        + " values (kith_practice(), ?, 'critical', ?, ?, 'Call us.', '[]', ?, ?::timestamptz)",
                language,
                version,
                title,
                admin.account(),
                on);
    }

    private void reads(String language) {
        var at = "/v1/clients/" + client.id();
        clinician
                .asks()
                .header("If-Match", clinician.asks().get(at).header("ETag"))
                .contentType("application/merge-patch+json")
                .body("{\"language\": \"" + language + "\"}")
                .patch(at)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse writes(String language, String title, String version) {
        return admin.asks()
                .header("If-Match", "\"" + version + "\"")
                .body(
                        "{\"title\": \"%s\", \"text\": \"Rufen Sie an.\", \"contacts\": [{\"label\": \"Praxis\", \"phone\": \"%s\"}]}"
                                .formatted(title, NUMBER))
                .put(CARDS + "/" + language)
                .then();
    }

    private ValidatableResponse answers(String task, @Nullable String language) {
        var asks = client.asks();
        if (language != null) {
            asks.header("Accept-Language", language);
        }
        return asks.body(Worlds.CRITICAL).put("/v1/tasks/" + task + "/response").then();
    }

    private static ValidatableResponse german(ValidatableResponse reply) {
        return reply.body(
                "crisisCard.language",
                equalTo("de"),
                "crisisCard.source",
                equalTo("practice"),
                "crisisCard.contacts.phone",
                contains(NUMBER));
    }
}
