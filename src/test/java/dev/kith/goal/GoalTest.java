package dev.kith.goal;

import static dev.kith.house.Worlds.GOAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.AtOnce;
import dev.kith.house.Logged;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import dev.kith.house.Worlds;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goals: written with all five levels, agreed to, put into other words without touching what was rated, and ended. */
@QuarkusTest
class GoalTest {
    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Rows rows;

    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
    }

    @Test
    void aCliniciansGoalCountsAtOnce() {
        writes(clinician, GOAL)
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("state", equalTo("active"))
                .body("revision", equalTo(1))
                .body("author", equalTo("clinician"))
                .body("agreedAt", notNullValue())
                .body("levels.expected", equalTo("Once a week"))
                .body("baseline", equalTo(-1))
                .body("reviewOn", equalTo(today().plusDays(28).toString()))
                .body("clientRating", nullValue());
    }

    @Test
    void aClientsGoalWaitsForAClinicianToAgree() {
        var goal = wrote(client);
        client.asks()
                .get("/v1/goals/" + goal)
                .then()
                .statusCode(200)
                .body("state", equalTo("proposed"))
                .body("agreedBy", nullValue());
        rates(client, goal, "{\"level\": 0}").statusCode(409).body("errors[0].code", equalTo("not-rated-now"));
        patches(client, goal, "{\"state\": \"active\"}").statusCode(403);
        patches(client, goal, "{\"weight\": 3}").statusCode(200).body("weight", equalTo(3));
        patches(clinician, goal, "{\"state\": \"active\"}")
                .statusCode(200)
                .body("state", equalTo("active"))
                .body("agreedBy", equalTo(clinician.account().toString()))
                .body("author", equalTo("client"));
        patches(client, goal, "{\"weight\": 1}").statusCode(403);
        patches(clinician, goal, "{\"state\": \"active\"}")
                .statusCode(409)
                .body("errors[0].code", equalTo("not-proposed"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"muchMore\": \"Most days\"|\"muchMore\": \" \"|/levels/muchMore",
                "\"less\": \"Once a month\",||/levels/less",
                "\"weight\": 2|\"weight\": 4|/weight",
                "\"weight\": 2|\"weight\": 0|/weight",
                "\"baseline\": -1|\"baseline\": -3|/baseline",
                "\"baseline\": -1|\"baseline\": 1, \"reviewOn\": \"2001-01-01\"|/reviewOn",
                "\"baseline\": -1|\"baseline\": 1, \"reviewOn\": \"2999-01-01\"|/reviewOn",
                "Tell my sister how my day was||/title"
            })
    void aWrongGoalIsRefusedWithItsPlace(String there, String instead, String pointer) {
        var before = rows.of(client.practice());
        writes(clinician, GOAL.replace(there, instead == null ? "" : instead))
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));
        assertThat(rows.of(client.practice())).isEqualTo(before);
    }

    @Test
    void threeAreActiveAtMostAndAnEndMakesRoom() {
        var first = wrote(clinician);
        wrote(clinician);
        wrote(clinician);
        writes(clinician, GOAL).statusCode(409).body("errors[0].code", equalTo("three-are-active"));
        var proposed = wrote(client);
        patches(clinician, proposed, "{\"state\": \"active\"}").statusCode(409);
        patches(client, first, "{\"state\": \"achieved\"}").statusCode(200).body("endedAt", notNullValue());
        patches(clinician, proposed, "{\"state\": \"active\"}").statusCode(200);
        assertThat(active()).isEqualTo(3);
    }

    @Test
    void threeAreActiveHoweverManyAreAgreedToAtOnce() throws Exception {
        var agreed = AtOnce.calls(8, () -> clinician.asks().body(GOAL).post("/v1/clients/" + client.id() + "/goals"));
        assertThat(agreed.stream().map(Response::statusCode).filter(status -> status == 201))
                .hasSize(3);
        assertThat(agreed.stream().map(Response::statusCode)).containsOnly(201, 409);
        assertThat(active()).isEqualTo(3);
    }

    /** The third fence: whoever wrote past the use case is refused all the same. */
    @Test
    void theDatabaseHasNoFourthPlace() {
        wrote(clinician);
        wrote(clinician);
        var proposed = wrote(client);
        for (var place : List.of(1, 2, 4)) {
            var sql = "update goal set state = 'active', place = " + place
                    + ", agreed_by = made_by, agreed_at = made_at where id = ?::uuid";
            assertThatThrownBy(() -> people.run(client.practice(), sql, proposed))
                    .as("place %d", place)
                    .hasStackTraceContaining(
                            place < 4 ? "goal_shares_its_place_with_no_other" : "goal_has_one_of_three_places");
        }
        assertThat(people.run(
                        client.practice(),
                        "update goal set state = 'active', place = 3, agreed_by = made_by, agreed_at = made_at"
                                + " where id = ?::uuid",
                        proposed))
                .isOne();
    }

    @Test
    void otherLevelsAreANewRevisionAndRatingsKeepTheirs() {
        var goal = wrote(clinician);
        rates(client, goal, "{\"level\": 1, \"note\": \"Twice this week\"}").statusCode(201);
        patches(clinician, goal, "{\"levels\": {\"expected\": \"Three times a week\"}}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/baseline"));
        patches(clinician, goal, "{\"levels\": {\"expected\": \"Three times a week\"}, \"baseline\": -2}")
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("levels.expected", equalTo("Three times a week"))
                .body("levels.less", equalTo("Once a month"))
                .body("clientRating", nullValue());
        client.asks()
                .get("/v1/goals/" + goal + "/ratings")
                .then()
                .statusCode(200)
                .body("items.revision", contains(1))
                .body("items.level", contains(1));
        client.asks()
                .get("/v1/goals/" + goal + "/revisions")
                .then()
                .statusCode(200)
                .body("items.revision", contains(2, 1))
                .body("items.levels.expected", contains("Three times a week", "Once a week"))
                .body("items.baseline", contains(-2, -1));
    }

    @Test
    void otherWordsOnTheSameLevelsKeepTheirRatings() {
        var goal = wrote(clinician);
        rates(client, goal, "{\"level\": 1}").statusCode(201);
        patches(clinician, goal, "{\"weight\": 3}")
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("clientRating.level", equalTo(1))
                .body("clientRating.revision", equalTo(1));
    }

    @Test
    void theSameWordsAgainChangeNothing() {
        var goal = wrote(clinician);
        var before = rows.of(client.practice());
        patches(clinician, goal, "{\"weight\": 2, \"levels\": {\"less\": \"Once a month\"}}")
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("version", equalTo(0));
        assertThat(rows.of(client.practice())).isEqualTo(before);
    }

    @Test
    void bothSidesAreKept() {
        var goal = wrote(clinician);
        rates(client, goal, "{\"level\": 2, \"at\": \"2026-01-05T10:00:00Z\"}")
                .statusCode(201)
                .body("author", equalTo("client"))
                .body("toldBy", equalTo(client.account().toString()));
        rates(clinician, goal, "{\"level\": -1, \"at\": \"2026-01-06T10:00:00Z\"}")
                .statusCode(201);
        rates(client, goal, "{\"level\": 0, \"at\": \"2026-01-04T10:00:00Z\"}").statusCode(201);
        clinician
                .asks()
                .get("/v1/goals/" + goal)
                .then()
                .body("clientRating.level", equalTo(2))
                .body("clinicianRating.level", equalTo(-1))
                .body("version", equalTo(3));
        clinician
                .asks()
                .get("/v1/goals/" + goal + "/ratings?limit=2")
                .then()
                .body("items.author", contains("clinician", "client"))
                .body("items.level", contains(-1, 2))
                .body("next", notNullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"level\": 3}|/level",
                "{}|/level",
                "{\"level\": 1, \"revision\": 2}|/revision",
                "{\"level\": 1, \"revision\": 0}|/revision",
                "{\"level\": 1, \"at\": \"2199-01-01T00:00:00Z\"}|/at",
                "{\"level\": 1, \"note\": \"\"}|/note"
            })
    void aWrongRatingIsRefusedWithItsPlace(String body, String pointer) {
        var goal = wrote(clinician);
        rates(client, goal, body).statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void aRatingFromAnAppThatWasOfflineIsOnTheWordsThatItHad() {
        var goal = wrote(clinician);
        patches(clinician, goal, "{\"levels\": {\"more\": \"Daily\"}}").statusCode(200);
        rates(client, goal, "{\"level\": 1, \"revision\": 1}").statusCode(201).body("revision", equalTo(1));
        client.asks().get("/v1/goals/" + goal).then().body("clientRating", nullValue());
    }

    @Test
    void whatEndedStaysAsItIs() {
        var goal = wrote(clinician);
        patches(client, goal, "{\"state\": \"closed\"}").statusCode(422).body("errors[0].pointer", equalTo("/reason"));
        patches(client, goal, "{\"reason\": \"No\"}").statusCode(422).body("errors[0].pointer", equalTo("/reason"));
        patches(client, goal, "{\"state\": \"closed\", \"reason\": \"It is no longer mine\"}")
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("reason", equalTo("It is no longer mine"))
                .body("endedBy", equalTo(client.account().toString()));
        patches(clinician, goal, "{\"weight\": 1}").statusCode(409).body("errors[0].code", equalTo("ended"));
        patches(clinician, goal, "{\"state\": \"achieved\"}").statusCode(409);
        rates(client, goal, "{\"level\": 1}").statusCode(409);
        var achieved = wrote(clinician);
        patches(clinician, achieved, "{\"state\": \"achieved\"}").statusCode(200);
        rates(client, achieved, "{\"level\": 1}").statusCode(201);
        client.asks()
                .get("/v1/clients/" + client.id() + "/goals?state=closed")
                .then()
                .body("items.id", contains(goal));
        client.asks()
                .get("/v1/clients/" + client.id() + "/goals?limit=1")
                .then()
                .body("items.id", contains(achieved))
                .body("next", notNullValue());
    }

    @Test
    void aChangeSaysWhichVersionItIsMadeOnAndOneOfManyWins() throws Exception {
        var goal = wrote(clinician);
        var body = "{\"weight\": 3}";
        clinician.asks().body(body).patch("/v1/goals/" + goal).then().statusCode(428);
        clinician
                .asks()
                .header("If-Match", "\"7\"")
                .body(body)
                .patch("/v1/goals/" + goal)
                .then()
                .statusCode(412);
        var all = AtOnce.calls(
                6,
                () -> clinician
                        .asks()
                        .header("If-Match", "\"0\"")
                        .body("{\"title\": \"" + Ids.next() + "\"}")
                        .patch("/v1/goals/" + goal));
        assertThat(all.stream().map(Response::statusCode).filter(status -> status == 200))
                .hasSize(1);
        assertThat(all.stream().map(Response::statusCode)).containsOnly(200, 412);
    }

    @Test
    void theSameKeyRatesOnce() throws Exception {
        var goal = wrote(clinician);
        var all = AtOnce.calls(
                6,
                () -> client.asks()
                        .header("Idempotency-Key", "one-rating")
                        .body("{\"level\": 1}")
                        .post("/v1/goals/" + goal + "/ratings"));
        assertThat(all.stream().filter(reply -> reply.statusCode() == 201).map(reply -> reply.path("id")))
                .isNotEmpty()
                .containsOnly((Object) all.stream()
                        .filter(reply -> reply.statusCode() == 201)
                        .findFirst()
                        .orElseThrow()
                        .path("id"));
        client.asks().get("/v1/goals/" + goal + "/ratings").then().body("items", hasSize(1));
    }

    @Test
    void aGoalIsItsClientsAndTheirCareTeams() {
        var goal = wrote(clinician);
        var elsewhere = people.clinician(people.practice().practice());
        for (var stranger : List.of(people.clientOf(clinician), people.clinician(client.practice()), elsewhere)) {
            stranger.asks().get("/v1/goals/" + goal).then().statusCode(404);
            stranger.asks().get("/v1/goals/" + goal + "/ratings").then().statusCode(404);
            stranger.asks().get("/v1/goals/" + goal + "/revisions").then().statusCode(404);
            stranger.asks().get("/v1/clients/" + client.id() + "/goals").then().statusCode(404);
            writes(stranger, GOAL).statusCode(404);
            rates(stranger, goal, "{\"level\": 1}").statusCode(404);
        }
        people.integration(client.practice(), "logs:read", "logs:write")
                .asks()
                .get("/v1/goals/" + goal)
                .then()
                .statusCode(403);
    }

    @Test
    void noEventNoTrailAndNoLogHoldsItsWords() {
        try (var logged = Logged.under("dev.kith")) {
            var goal = writes(clinician, GOAL.replace("Once a week", "canarygoal"))
                    .statusCode(201)
                    .extract()
                    .<String>path("id");
            rates(client, goal, "{\"level\": 1, \"note\": \"canarygoal\"}").statusCode(201);
            patches(clinician, goal, "{\"title\": \"canarygoal\"}").statusCode(200);
            patches(client, goal, "{\"state\": \"closed\", \"reason\": \"canarygoal\"}")
                    .statusCode(200);
            assertThat(logged.lines()).noneMatch(line -> line.contains("canarygoal"));
        }
        assertThat(rows.holding(client.practice(), "canarygoal"))
                .isEqualTo(Set.of("goal", "goal_revision", "goal_rating"));
        for (var kind : List.of("goal.agreed", "goal.rated", "goal.revised", "goal.closed")) {
            assertThat(people.count(
                            client.practice(),
                            "select count(*) from outbox_event where kind = ? and client_id = ?",
                            kind,
                            client.id()))
                    .as(kind)
                    .isOne();
        }
    }

    private long active() {
        return people.count(
                client.practice(), "select count(*) from goal where state = 'active' and client_id = ?", client.id());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Berlin"));
    }

    private ValidatableResponse writes(Someone who, String body) {
        return who.asks()
                .body(body)
                .post("/v1/clients/" + client.id() + "/goals")
                .then();
    }

    private String wrote(Someone who) {
        return writes(who, GOAL).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse rates(Someone who, String goal, String body) {
        return who.asks().body(body).post("/v1/goals/" + goal + "/ratings").then();
    }

    private static ValidatableResponse patches(Someone who, String goal, String body) {
        return who.asks()
                .header("If-Match", "*")
                .body(body)
                .patch("/v1/goals/" + goal)
                .then();
    }
}
