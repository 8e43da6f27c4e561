package dev.kith.formulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.client.AddToCareTeam;
import dev.kith.client.CareTeamRole;
import dev.kith.house.Operations;
import dev.kith.house.Pdf;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import dev.kith.house.Worlds.World;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A canary in each word of either side, and everybody looking at every GET of the contract. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoReadsWhatTest {
    private static final String TEAMS = "canaryteamnote";
    private static final String CLIENTS = "canaryclientword";

    @Inject
    People people;

    @Inject
    Worlds worlds;

    World world;
    Someone clinician;
    Someone client;
    private final Map<String, String> ids = new HashMap<>();

    @BeforeEach
    void found() {
        if (world == null) {
            world = worlds.world();
            people.onTeam(
                    world.first().client(),
                    AddToCareTeam.fromToday(world.supervisor().id(), CareTeamRole.SUPERVISOR));
            Operations.all()
                    .forEach(one -> one.parameters()
                            .forEach(name -> ids.put(name, Ids.next().toString())));
            ids.putAll(world.first().ids());
        }
        clinician = world.first().clinician();
        client = world.first().client();
        writes(
                "{\"tags\": [{\"tag\": \"distancing\", \"by\": \"clinician\", \"note\": \"%1$s\"}], \"summary\": \"%1$s\"}"
                        .formatted(TEAMS));
        writes(
                "{\"tags\": [{\"tag\": \"contempt-for-need\", \"by\": \"clinician\", \"note\": \"%1$s now\"}], \"summary\": \"%1$s now\"}"
                        .formatted(TEAMS));
    }

    @Test
    void noClientReadsAWordOrAPatternOfTheCareTeams() {
        says("shared");
        for (var reader : List.of(client, world.second().client())) {
            assertThat(reading(reader, TEAMS)).isEmpty();
            assertThat(reading(reader, "contempt-for-need")).isEmpty();
        }
        assertThat(reading(client, CLIENTS)).contains("readOrigins", "listOriginsRevisions");
    }

    @Test
    void theCareTeamReadsItsOwnWhereItIsWrittenAndNowhereElse() {
        for (var reader : List.of(clinician, world.supervisor())) {
            assertThat(reading(reader, TEAMS)).isEqualTo(Set.of("readFormulation", "listFormulationRevisions"));
        }
        for (var reader :
                List.of(world.admin(), world.integration(), world.second().clinician())) {
            assertThat(reading(reader, TEAMS)).isEmpty();
        }
    }

    @Test
    void aClientsPrivateWordsAreReadNowhereByNobodyElse() {
        says("shared");
        assertThat(reading(clinician, CLIENTS)).isEqualTo(Set.of("readFormulation"));
        assertThat(reading(world.integration(), CLIENTS)).isEmpty();
        for (var sharing : List.of("private", "share-at-session")) {
            says(sharing);
            for (var reader : List.of(
                    clinician,
                    world.supervisor(),
                    world.admin(),
                    world.integration(),
                    world.second().client(),
                    world.second().clinician())) {
                assertThat(reading(reader, CLIENTS)).as(sharing).isEmpty();
            }
        }
    }

    private void writes(String body) {
        clinician
                .asks()
                .header("If-Match", "*")
                .body(body)
                .put("/v1/clients/" + client.id() + "/formulation")
                .then()
                .statusCode(200);
    }

    private void says(String sharing) {
        client.asks()
                .header("If-Match", "*")
                .body("{\"tags\": [\"neglect\"], \"words\": {\"text\": \"%s\", \"sharing\": \"%s\"}}"
                        .formatted(CLIENTS, sharing))
                .put("/v1/me/origins")
                .then()
                .statusCode(200);
    }

    /** Who tells it to this reader, in any of the forms that are offered. */
    private Set<String> reading(Someone who, String word) {
        var found = new TreeSet<String>();
        var seen = 0;
        for (var operation : Operations.all()) {
            if (!operation.verb().equals("GET")) {
                continue;
            }
            for (var offered : operation.offers().isEmpty() ? List.of("*/*") : operation.offers()) {
                var reply = operation.call(who, ids, null, offered);
                seen += reply.statusCode() == 200 ? 1 : 0;
                if (said(reply).contains(word) && !operation.isOpen()) {
                    found.add(operation.id());
                }
            }
        }
        assertThat(seen).as("what the walk was shown").isGreaterThan(10);
        if (!who.equals(client)) {
            found.remove("readFormulationTags"); // what ships, for those who work here
        }
        return found;
    }

    private static String said(Response reply) {
        return (reply.statusCode() == 200 && reply.contentType().startsWith("application/pdf")
                        ? Pdf.text(reply.asByteArray())
                        : reply.asString())
                + reply.headers();
    }
}
