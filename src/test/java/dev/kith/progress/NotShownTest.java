package dev.kith.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.Operations;
import dev.kith.house.OwnQuestionnaire;
import dev.kith.house.Pdf;
import dev.kith.house.People.Someone;
import dev.kith.house.Work;
import dev.kith.house.Worlds;
import dev.kith.house.Worlds.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A score like no other number, looked for in every GET that the contract has: who does not wish to see it, or is not to, finds it nowhere. */
@QuarkusTest
class NotShownTest {
    /** Of a scale of weights, 2 times 4000 and 711; with or without a comma, and no part of an id, a time or a token. */
    private static final Pattern SCORE = Pattern.compile("(?<![0-9A-Za-z.+/=_-])8,?711(?![0-9A-Za-z+/=_-])");

    @Inject
    Worlds worlds;

    World world;
    Someone clinician;
    Someone client;
    Map<String, String> ids;

    @BeforeEach
    void answered() {
        world = worlds.world();
        clinician = world.first().clinician();
        client = world.first().client();
        OwnQuestionnaire.publish(
                world.admin(),
                OwnQuestionnaire.json("burden")
                        .replace(
                                "\"method\": \"sum\", \"items\": [\"burden.1\", \"burden.2\"]",
                                "\"method\": \"weighted-sum\", \"weights\": {\"burden.1\": 4000, \"burden.2\": 711}")
                        .replace("\"to\": 2,", "\"to\": 4711,")
                        .replace("{\"from\": 3, \"to\": 4,", "{\"from\": 4712, \"to\": 9422,")
                        .replace("\"value\": 4, \"band\"", "\"value\": 9422, \"band\"")
                        .replace("{\"total\": {\"value\": 2, \"band\"", "{\"total\": {\"value\": 4711, \"band\"")
                        .replace("{\"total\": {\"value\": 1, \"band\"", "{\"total\": {\"value\": 711, \"band\""),
                "burden");
        ids = new HashMap<>(world.first().ids());
        ids.put("questionnaire", "burden");
        ids.put("key", "burden");
        ids.put("version", "1");
        var assignment = Work.assigned(clinician, client, """
                {"questionnaire": "burden", "schedule": {"start": "%s"}}
                """.formatted(LocalDate.now(ZoneOffset.UTC)));
        var task = String.valueOf(Work.tasks(clinician, assignment).get(0).get("id"));
        ids.put("responseId", worlds.answer(client, task, """
                {"answers": {"burden.1": 0, "burden.2": 1}, "complete": true}
                """));
    }

    @Test
    void whatTheClientHidesIsNowhereAndTheCareTeamSeesAllOfIt() {
        var everywhere = tellsTheScore(client);
        assertThat(everywhere)
                .contains(
                        "readResponse",
                        "listClientResponses",
                        "readProgress",
                        "readOwnProgress",
                        "tableProgress",
                        "exportScores",
                        "printProgress");
        var toCareTeam = tellsTheScore(clinician);
        client.asks()
                .header("If-Match", "\"0." + client.id() + "\"")
                .body("{\"hidden\": [\"burden\"]}")
                .put("/v1/me/progress-visibility")
                .then()
                .statusCode(200);
        assertThat(tellsTheScore(client)).isEmpty();
        for (var drawn : new String[] {"svg", "png", "csv"}) {
            client.asks()
                    .accept("*/*")
                    .get("/v1/clients/" + client.id() + "/progress/burden/total." + drawn)
                    .then()
                    .statusCode(404);
        }
        assertThat(tellsTheScore(clinician)).isEqualTo(toCareTeam);
        client.asks()
                .header("If-Match", "\"1." + client.id() + "\"")
                .body("{\"hidden\": []}")
                .put("/v1/me/progress-visibility")
                .then()
                .statusCode(200);
        assertThat(tellsTheScore(client)).isEqualTo(everywhere);
    }

    @Test
    void whatTheCareTeamHidesIsNowhereWhateverTheClientSays() {
        clinician
                .asks()
                .header("If-Match", "\"0\"")
                .body("{\"hidden\": [\"burden\"]}")
                .put("/v1/clients/" + client.id() + "/progress/visibility")
                .then()
                .statusCode(200);
        assertThat(tellsTheScore(client)).isEmpty();
        client.asks()
                .header("If-Match", "\"1." + client.id() + "\"")
                .body("{\"hidden\": [], \"asked\": [\"burden\"]}")
                .put("/v1/me/progress-visibility")
                .then()
                .statusCode(200);
        assertThat(tellsTheScore(client)).isEmpty();
    }

    private TreeSet<String> tellsTheScore(Someone who) {
        var telling = new TreeSet<String>();
        for (var operation : Operations.all()) {
            if (operation.verb().equals("GET")) {
                operation.parameters().forEach(name -> ids.putIfAbsent(name, new UUID(0, 0).toString()));
                for (var offered : operation.offers().isEmpty() ? List.of("*/*") : operation.offers()) {
                    if (SCORE.matcher(said(operation.call(who, ids, null, offered)))
                            .find()) {
                        telling.add(operation.id());
                    }
                }
            }
        }
        return telling;
    }

    private static String said(Response reply) {
        return reply.statusCode() == 200 && reply.contentType().startsWith("application/pdf")
                ? Pdf.text(reply.asByteArray())
                : reply.asString();
    }
}
