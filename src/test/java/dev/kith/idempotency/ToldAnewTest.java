package dev.kith.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.kith.client.AddToCareTeam;
import dev.kith.client.CareTeamRole;
import dev.kith.house.Noting;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key that once was told of a client's ladders, goals, enrolments, work or alerts is told what its owner may see now. */
@QuarkusTest
class ToldAnewTest {
    @Inject
    People people;

    @Inject
    Worlds worlds;

    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
    }

    private record Call(String path, String body) {
        Response by(Someone who, String key) {
            return who.asks().header("Idempotency-Key", key).body(body).post(path);
        }
    }

    @Test
    void whoLeftTheCareTeamIsToldNothingAgain() {
        var calls = calls();
        var first = new LinkedHashMap<Call, Response>();
        var key = Ids.next().toString();
        for (var call : calls.values()) {
            var told = call.by(clinician, key);
            assertThat(told.statusCode()).as(call.path()).isBetween(200, 201);
            first.put(call, told);
        }
        first.forEach((call, told) -> {
            var again = call.by(clinician, key);
            assertThat(again.statusCode()).as(call.path()).isEqualTo(told.statusCode());
            assertThat(again.<Object>path("id")).as(call.path()).isEqualTo(told.path("id"));
        });
        people.run(
                client.practice(),
                "update care_team_member set until_on = from_on where practice_id = kith_practice() and client_id = ?",
                client.id());
        calls.forEach((what, call) -> {
            var again = call.by(clinician, key);
            assertThat(again.statusCode()).as(what).isEqualTo(404);
            assertThat(again.<Object>path("id")).as(what).isNull();
        });
    }

    @Test
    void whatIsToldAgainIsOfNowWithItsOwnTagAndLanguage() {
        var key = Ids.next().toString();
        var ladders = "/v1/clients/" + client.id() + "/ladders";
        var body = "{\"exercise\": \"asking-ladder\", \"rungs\": [{\"text\": \"a\", \"predicted\": 1}]}";
        var made = client.asks()
                .header("Idempotency-Key", key)
                .body(body)
                .post(ladders)
                .then()
                .statusCode(201)
                .header("Content-Language", "en");
        var ladder = "/v1/ladders/" + made.extract().path("id");
        client.asks()
                .body("{\"met\": 3, \"outcome\": \"asked-yes\"}")
                .post(ladder + "/rungs/" + made.extract().path("rungs[0].id") + "/attempts")
                .then()
                .statusCode(201);
        var tag = made.extract().header("ETag");
        client.asks()
                .header("Idempotency-Key", key)
                .header("Accept-Language", "de")
                .body(body)
                .post(ladders)
                .then()
                .statusCode(201)
                .header("Location", ladder)
                .header("Content-Language", "de")
                .header("ETag", not(tag))
                .body("calibration.attempts", equalTo(1));
        assertThat(people.count(client.practice(), "select count(*) from ladder"))
                .isOne();
    }

    @Test
    void anAlertIsToldAsItIsNowAndOnlyToWhoeverMaySeeItStill() {
        var colleague = people.clinician(client.practice());
        people.onTeam(client, AddToCareTeam.fromToday(colleague.id(), CareTeamRole.COVER));
        worlds.answer(client, worlds.task(clinician, client), Worlds.CRITICAL);
        String alert = clinician
                .asks()
                .get("/v1/alerts?client=" + client.id())
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        var path = "/v1/alerts/" + alert;
        clinician.asks().post(path + "/acknowledgement").then().statusCode(200);
        var key = Ids.next().toString();
        for (var state : List.of("acknowledged", "resolved")) {
            colleague
                    .asks()
                    .header("Idempotency-Key", key)
                    .post(path + "/acknowledgement")
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(alert), "state", equalTo(state));
            clinician
                    .asks()
                    .body("{\"action\": \"called-client\"}")
                    .post(path + "/resolution")
                    .then()
                    .statusCode(200);
        }
        people.run(
                client.practice(),
                "update care_team_member set until_on = from_on where practice_id = kith_practice() and client_id = ? and member_id = ?",
                client.id(),
                colleague.id());
        colleague
                .asks()
                .header("Idempotency-Key", key)
                .post(path + "/acknowledgement")
                .then()
                .statusCode(404);
    }

    private Map<String, Call> calls() {
        var calls = new LinkedHashMap<String, Call>();
        var ladder = Noting.ladder(clinician, client, 2);
        var rung = Noting.rungs(clinician, ladder).get(0);
        var about = "/v1/clients/" + client.id();
        calls.put(
                "a ladder",
                new Call(
                        about + "/ladders",
                        "{\"exercise\": \"asking-ladder\", \"rungs\": [{\"text\": \"a\", \"predicted\": 1}]}"));
        calls.put(
                "a try",
                new Call(
                        "/v1/ladders/" + ladder + "/rungs/" + rung + "/attempts",
                        "{\"met\": 3, \"outcome\": \"asked-yes\"}"));
        calls.put(
                "another rung",
                new Call(
                        "/v1/ladders/" + ladder + "/override",
                        "{\"rung\": \"" + rung + "\", \"reason\": \"A hard week\"}"));
        var goal = worlds.goal(clinician, client);
        calls.put("a goal", new Call(about + "/goals", Worlds.GOAL));
        calls.put("a rating", new Call("/v1/goals/" + goal + "/ratings", "{\"level\": 1, \"note\": \"Better\"}"));
        calls.put("an enrolment", new Call(about + "/enrollments", "{\"program\": \"somatic-first-steps\"}"));
        calls.put("work", new Call(about + "/assignments", "{\"questionnaire\": \"phq-9\", \"note\": \"For her\"}"));
        return calls;
    }
}
