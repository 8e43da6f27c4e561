package dev.kith.formulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.Logged;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import dev.kith.house.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client says of where it comes from: theirs to write, and their words theirs to share. */
@QuarkusTest
class OriginsTest {
    private static final String ENTRY = """
        {"tags": ["parentified", "let-down"], "words": {"text": "I kept things going", "sharing": "%s"}}
        """;

    @Inject
    People people;

    @Inject
    Rows rows;

    Someone admin;
    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        admin = people.sandbox();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
    }

    @Test
    void nobodyHasToWriteAnythingAndWhoDoesReadsItAgain() {
        reads().body("revision", equalTo(0)).body("tags", empty()).body("words", nullValue());
        writes(tag(), ENTRY.formatted("shared"))
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("checklist", equalTo(1));
        reads().body("tags", contains("parentified", "let-down"))
                .body("words.text", equalTo("I kept things going"))
                .body("words.sharing", equalTo("shared"));
        writes(tag(), "{\"tags\": []}")
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("words", nullValue());
        client.asks()
                .get("/v1/me/origins/revisions")
                .then()
                .statusCode(200)
                .body("items.revision", contains(2, 1))
                .body("items[1].words.text", equalTo("I kept things going"));
    }

    @Test
    void whatIsNotSaidToBeSharedIsPrivateAndTheCareTeamSeesWhichOriginsWereChosen() {
        writes(tag(), ENTRY.replace(", \"sharing\": \"%s\"", ""))
                .statusCode(200)
                .body("words.sharing", equalTo("private"));
        seen().body("origins.tags", contains("parentified", "let-down"))
                .body("origins.words.sharing", equalTo("private"))
                .body("origins.words.text", nullValue());
    }

    @Test
    void sharedWordsAreReadUntilTheyAreTakenBackWithoutAskingForAVersion() {
        writes(tag(), ENTRY.formatted("shared")).statusCode(200);
        seen().body("origins.words.text", equalTo("I kept things going"));
        shares("private")
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("words.text", equalTo("I kept things going"));
        seen().body("origins.words.text", nullValue()).body("origins.words.sharing", equalTo("private"));
        var before = rows.of(client.practice());
        shares("private").statusCode(200).body("revision", equalTo(2));
        assertThat(rows.of(client.practice())).isEqualTo(before);
    }

    @Test
    void wordsForTheSessionAreReadOnceOneHasBegunThatWasForetold() {
        foretold("before");
        writes(tag(), ENTRY.formatted("share-at-session")).statusCode(200);
        seen().body("origins.words.text", nullValue()).body("origins.words.sharing", equalTo("share-at-session"));
        foretold("after");
        seen().body("origins.words.text", equalTo("I kept things going"));
        // another origin is no other word
        writes(tag(), ENTRY.formatted("share-at-session").replace(", \"let-down\"", ""))
                .statusCode(200);
        seen().body("origins.words.text", equalTo("I kept things going"));
        // narrowed and widened again, or said anew, they wait for the next one
        shares("private").statusCode(200);
        shares("share-at-session").statusCode(200);
        seen().body("origins.words.text", nullValue());
        foretold("third");
        seen().body("origins.words.text", equalTo("I kept things going"));
        writes(tag(), ENTRY.formatted("share-at-session").replace("kept", "held"))
                .statusCode(200);
        seen().body("origins.words.text", nullValue());
    }

    @Test
    void whatWasSaidBeforeIsTheClientsAlone() {
        writes(tag(), ENTRY.formatted("shared").replace("I kept", "canaryold")).statusCode(200);
        writes(tag(), ENTRY.formatted("shared")).statusCode(200);
        for (var path : List.of("/formulation", "/formulation/revisions")) {
            assertThat(clinician
                            .asks()
                            .get("/v1/clients/" + client.id() + path)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .doesNotContain("canaryold");
        }
    }

    @Test
    void whoSavesOnAnOldRevisionReadsTheCurrentOneFirst() {
        var old = tag();
        writes(old, ENTRY.formatted("private")).statusCode(200);
        writes(null, "{\"tags\": []}").statusCode(428);
        writes(old, "{\"tags\": []}").statusCode(412);
        var before = rows.of(client.practice());
        writes(old, ENTRY.formatted("private")).statusCode(200).body("revision", equalTo(1));
        assertThat(rows.of(client.practice())).isEqualTo(before);
    }

    @Test
    void onAPhoneThatTwoPeopleUseNeitherIsShownTheOthers() {
        writes(tag(), ENTRY.formatted("private")).statusCode(200);
        var other = people.clientOf(clinician);
        other.asks()
                .header("If-Match", "\"0." + other.id() + "\"")
                .body("{\"tags\": [\"neglect\"]}")
                .put("/v1/me/origins")
                .then()
                .statusCode(200);
        other.asks()
                .header("If-None-Match", tag())
                .get("/v1/me/origins")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag())));
        client.asks()
                .header("If-None-Match", tag())
                .get("/v1/me/origins")
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"let-down\"|\"lazy\"|/tags/1|unknown-tag",
                "\"let-down\"|\"contempt-for-need\"|/tags/1|unknown-tag",
                "\"let-down\"|\"distancing\"|/tags/1|unknown-tag",
                "\"let-down\"|\"parentified\"|/tags/1|twice",
                "\"I kept things going\"|\" \"|/words/text|not-blank",
                "[\"parentified\", \"let-down\"]|null|/tags|not-null"
            })
    void aWrongEntryIsRefusedWithItsPlace(String there, String instead, String pointer, String code) {
        writes(tag(), ENTRY.formatted("private").replace(there, instead))
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
        writes(tag(), ENTRY.formatted("everybody")).statusCode(400);
        reads().body("revision", equalTo(0));
    }

    @Test
    void whereThereAreNoWordsThereIsNothingToShare() {
        shares("shared").statusCode(422).body("errors[0].pointer", equalTo("/sharing"));
        client.asks().body("{}").put("/v1/me/origins/sharing").then().statusCode(422);
    }

    @Test
    void nobodyElseHasSuchAnEntry() {
        for (var other : List.of(clinician, admin, people.integration(admin.practice(), "clients:read"))) {
            other.asks().get("/v1/me/origins").then().statusCode(403);
            other.asks().get("/v1/me/origins/revisions").then().statusCode(403);
            other.asks()
                    .header("If-Match", "*")
                    .body("{\"tags\": []}")
                    .put("/v1/me/origins")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void noEventNoTrailAndNoLogHoldsItsWords() {
        try (var logged = Logged.under("dev.kith")) {
            writes(tag(), ENTRY.formatted("shared").replace("I kept", "canaryorigin"))
                    .statusCode(200);
            writes(
                            tag(),
                            ENTRY.formatted("shared")
                                    .replace("I kept", "canaryorigin")
                                    .replace("let-down", "x"))
                    .statusCode(422);
            shares("private").statusCode(200);
            seen();
            assertThat(logged.lines()).noneMatch(line -> line.contains("canaryorigin"));
        }
        assertThat(rows.holding(client.practice(), "canaryorigin")).isEqualTo(Set.of("origins_revision"));
        assertThat(people.count(
                        client.practice(),
                        "select count(*) from outbox_event where kind = 'origins.changed' and client_id = ?",
                        client.id()))
                .isEqualTo(2);
        assertThat(people.count(
                        client.practice(),
                        "select count(*) from audit_entry where action = 'origins.changed' and client_id = ?",
                        client.id()))
                .isEqualTo(2);
    }

    /** Told of before it begins; it has begun then. */
    private void foretold(String name) {
        var startsAt = Sandbox.now(admin).plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MILLIS);
        clinician
                .asks()
                .urlEncodingEnabled(false)
                .body("{\"startsAt\": \"%s\"}".formatted(startsAt))
                .put("/v1/clients/" + client.id() + "/appointments/ehr%7C" + name)
                .then()
                .statusCode(201);
        Sandbox.moveTo(admin, startsAt.plusMillis(1));
    }

    private ValidatableResponse seen() {
        return clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/formulation")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse reads() {
        return client.asks().get("/v1/me/origins").then().statusCode(200);
    }

    private String tag() {
        return reads().extract().header("ETag");
    }

    private ValidatableResponse shares(String sharing) {
        return client.asks()
                .body("{\"sharing\": \"" + sharing + "\"}")
                .put("/v1/me/origins/sharing")
                .then();
    }

    private ValidatableResponse writes(@Nullable String tag, String body) {
        var request = client.asks().body(body);
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return request.put("/v1/me/origins").then();
    }
}
