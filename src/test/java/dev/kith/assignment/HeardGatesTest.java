package dev.kith.assignment;

import static dev.kith.house.Work.assigned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.kith.house.OwnExercise;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Work;
import dev.kith.security.Caller;
import dev.kith.tenancy.Practices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whenever and however a client says that nobody is safe to ask, every gate of what they were given hears it. */
@QuarkusTest
class HeardGatesTest {
    private static final String OWN = "own-walk";
    private static final String WORD = "{\"code\": \"word\", \"text\": {\"en\": \"Ask me first.\"}}";
    private static final String SAFE =
            "{\"code\": \"own-safe\", \"questionnaire\": \"ksr-20\", \"item\": \"ksr-20.q0b\", \"opensOn\": [\"yes\"], \"text\": {\"en\": \"Not yet.\"}}";

    @Inject
    People people;

    @Inject
    Practices practices;

    @Inject
    GateHolding holding;

    @Inject
    Assigning assigning;

    @Inject
    Assignments assignments;

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
    void anAmendmentThatNobodyIsSafeOutweighsWhatAClinicianSaidBeforeIt() {
        var response = answers("\"ksr-20.q0b\": \"not-sure\"");
        var given = ladder();
        assignment(given).body("state", equalTo("active"));
        amends(response, "\"ksr-20.q0b\": \"no\"");
        gates().body("items[0].open", equalTo(false), "items[0].byClinician", equalTo(false))
                .body("items[0].responseId", equalTo(response));
        assignment(given).body("state", equalTo("paused"), "pauseReason", equalTo("gate-closed"));
        alerts().body("items.rule", contains("gate-closed"));
        assertThat(events("gate.closed")).isEqualTo(1);
        assertThat(openTasks()).isZero();
    }

    @Test
    void anAmendmentOfAnotherAnswerLeavesWhatAClinicianSaid() {
        var response = answers("\"ksr-20.q0b\": \"no\", \"ksr-20.a1\": 1");
        var given = ladder();
        amends(response, "\"ksr-20.q0b\": \"no\", \"ksr-20.a1\": 2");
        gates().body("items[0].open", equalTo(true), "items[0].byClinician", equalTo(true));
        assignment(given).body("state", equalTo("active"));
        alerts().body("items", empty());
    }

    @Test
    void anAmendmentThatSomebodyIsSafeOpensWhereNobodyHasSaidAnythingSince() {
        var mistaken = answers("\"ksr-20.q0b\": \"no\"");
        amends(mistaken, "\"ksr-20.q0b\": \"yes\"");
        gates().body("items[0].open", equalTo(true));
        amends(mistaken, "\"ksr-20.q0b\": \"no\"");
        gates().body("items[0].open", equalTo(false));
        amends(mistaken, "\"ksr-20.q0b\": \"yes\"");
        gates().body("items[0].open", equalTo(true));
        closes();
        amends(mistaken, "\"ksr-20.q0b\": \"yes\", \"ksr-20.a1\": 1");
        gates().body("items[0].open", equalTo(false), "items[0].byClinician", equalTo(true));
    }

    @Test
    void anAnswerThatIsMendedDoesNotOpenWhatAClinicianHasClosedSince() {
        var mistaken = answers("\"ksr-20.q0b\": \"not-sure\"");
        closes();
        amends(mistaken, "\"ksr-20.q0b\": \"yes\"");
        gates().body("items[0].open", equalTo(false), "items[0].byClinician", equalTo(true));
    }

    @Test
    void anOldAnswerThatIsMendedDoesNotOpenWhatANewerOneClosed() {
        var old = answers("\"ksr-20.q0b\": \"not-sure\"");
        answers("\"ksr-20.q0b\": \"no\"");
        amends(old, "\"ksr-20.q0b\": \"yes\"");
        gates().body("items[0].open", equalTo(false));
    }

    @Test
    void anAnswerThatIsTakenBackOpensNothingAnyMore() {
        var response = answers("\"ksr-20.q0b\": \"yes\", \"ksr-20.a1\": 1");
        var given = assigned(clinician, client, "{\"exercise\": \"asking-ladder\"}");
        amends(response, "\"ksr-20.a1\": 1");
        gates().body("items[0].open", equalTo(false));
        assignment(given).body("state", equalTo("paused"), "pauseReason", equalTo("gate-closed"));
        alerts().body("items.rule", contains("gate-closed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"retired", "has another gate"})
    void aGateOfWhatWasGivenIsHeardWhateverBecameOfItsVersion(String fate) {
        var given = ownGiven();
        goes(fate);
        answers("\"ksr-20.q0b\": \"no\"");
        assignment(given).body("state", equalTo("paused"), "pauseReason", equalTo("gate-closed"));
        alerts().body("items.rule", contains("gate-closed"));
        assertThat(openTasks()).isZero();
        answers("\"ksr-20.q0b\": \"yes\"");
        assignment(given).body("state", equalTo("active"));
    }

    @Test
    void aGateOfWhatRestsIsHeardAndItDoesNotGoOn() {
        var given = ownGiven();
        patches(given, "paused").statusCode(200);
        goes("retired");
        answers("\"ksr-20.q0b\": \"no\"");
        patches(given, "active").statusCode(409).body("errors[0].code", equalTo("gate-closed"));
    }

    @Test
    void aGateThatIsNoMoreIsNothingToWhoWasNotGivenItsVersion() {
        ownPublished();
        goes("has another gate");
        answers("\"ksr-20.q0b\": \"no\"");
        gates().body("items.gate", contains("safe-person"));
    }

    private void ownPublished() {
        admin.asks()
                .body(OwnExercise.json(OWN).replace(WORD, SAFE))
                .post("/v1/exercises")
                .then()
                .statusCode(201);
        publishes(1, "{}");
    }

    /** An exercise of the practice's own, given to the client behind a gate that their answer opened. */
    private String ownGiven() {
        ownPublished();
        answers("\"ksr-20.q0b\": \"yes\"");
        var given = assigned(clinician, client, "{\"exercise\": \"" + OWN + "\"}");
        assignment(given).body("state", equalTo("active"));
        return given;
    }

    private void goes(String fate) {
        if (fate.equals("retired")) {
            admin.asks()
                    .body("{\"reason\": \"Replaced\"}")
                    .post(OwnExercise.path(OWN, 1) + "/retirement")
                    .then()
                    .statusCode(200);
            return;
        }
        var draft = admin.asks()
                .body("{}")
                .post("/v1/exercises/" + OWN + "/versions")
                .then()
                .statusCode(201)
                .extract()
                .header("ETag");
        admin.asks()
                .header("If-Match", draft)
                .body("{\"gates\": [" + WORD.replace("word", "own-other") + "]}")
                .patch(OwnExercise.path(OWN, 2) + "/definition")
                .then()
                .statusCode(200);
        publishes(2, "{\"change\": \"substantive\"}");
    }

    private void publishes(int version, String body) {
        admin.asks()
                .body(body)
                .post(OwnExercise.path(OWN, version) + "/publication")
                .then()
                .statusCode(200);
    }

    @Test
    void whatIsMadeFurtherWhileItIsHeardStaysMade() {
        var given = ladder();
        practices.<Boolean>within(admin.practice(), () -> {
            assertThat(holding.given(client.id())).hasSize(1);
            CompletableFuture.runAsync(() ->
                            people.run(admin.practice(), "update assignment set materialised_to = '2031-01-01 09:00'"))
                    .join();
            for (var one : assignments.gatedOf(client.id())) {
                assigning.hold(Caller.system(admin.practice()), one, HeldBy.GATE);
            }
            return true;
        });
        assignment(given).body("state", equalTo("paused"));
        assertThat(
                        people.count(
                                admin.practice(),
                                "select count(*) from assignment where materialised_to = '2031-01-01 09:00' and state = 'paused'"))
                .isOne();
    }

    private String ladder() {
        return assigned(
                clinician,
                client,
                "{\"exercise\": \"asking-ladder\", \"opensGates\": [\"safe-person\"], \"reason\": \"Her sister is safe to ask.\"}");
    }

    private void closes() {
        clinician
                .asks()
                .body("{\"gate\": \"safe-person\", \"opens\": false, \"reason\": \"They fell out.\"}")
                .post("/v1/clients/" + client.id() + "/gates")
                .then()
                .statusCode(200);
    }

    private String answers(String answers) {
        var assignment = assigned(clinician, client, "{\"questionnaire\": \"ksr-20\"}");
        return client.asks()
                .body("{\"answers\": {" + answers + "}, \"complete\": true}")
                .put("/v1/tasks/" + Work.tasks(clinician, assignment).get(0).get("id") + "/response")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void amends(String response, String answers) {
        client.asks()
                .body("{\"answers\": {" + answers + "}, \"reason\": \"I thought again\"}")
                .post("/v1/responses/" + response + "/amendments")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse gates() {
        return clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/gates")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse assignment(String id) {
        return clinician.asks().get("/v1/assignments/" + id).then().statusCode(200);
    }

    private ValidatableResponse patches(String assignment, String state) {
        return client.asks()
                .header("If-Match", assignment(assignment).extract().header("ETag"))
                .body("{\"state\": \"" + state + "\"}")
                .patch("/v1/assignments/" + assignment)
                .then();
    }

    private ValidatableResponse alerts() {
        return clinician.asks().get("/v1/alerts").then().statusCode(200);
    }

    private int openTasks() {
        return client.asks()
                .get("/v1/me/tasks?state=open")
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path("items.size()");
    }

    private long events(String kind) {
        return people.count(client.practice(), "select count(*) from outbox_event where kind = ?", kind);
    }
}
