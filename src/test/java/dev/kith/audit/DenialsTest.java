package dev.kith.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DenialsTest {
    @Inject
    People people;

    Someone admin;
    Someone clinician;

    @BeforeEach
    void found() {
        admin = people.practice();
        clinician = people.clinician(admin.practice());
    }

    @Test
    void whatTheRoleForbidsIsOnTheTrail() {
        clinician.asks().get("/v1/break-glass").then().statusCode(403);
        assertThat(denied(clinician, "listBrokenGlass", "forbidden")).isOne();
    }

    @Test
    void whatIsNotTheirsIsOnTheTrailWithItsId() {
        var stranger = people.clientOf(people.clinician(admin.practice()));
        clinician.asks().get("/v1/clients/" + stranger.id()).then().statusCode(404);
        assertThat(denied(clinician, "readClient", "not-found")).isOne();
        assertThat(denied(clinician, stranger.id())).isOne();
    }

    @Test
    void itIsWrittenAlsoWhenTheWorkOfTheCallIsUndone() {
        clinician
                .asks()
                .header("Idempotency-Key", Ids.next().toString())
                .body("{\"questionnaire\": \"phq-9\"}")
                .post("/v1/clients/" + Ids.next() + "/assignments")
                .then()
                .statusCode(404);
        assertThat(denied(clinician, "assignWork", "not-found")).isOne();
    }

    @Test
    void aScopeThatIsMissingIsOnTheTrail() {
        var integration = people.integration(admin.practice(), "clients:read");
        integration.asks().get("/v1/members").then().statusCode(403);
        assertThat(denied(integration, "listMembers", "forbidden")).isOne();
    }

    @Test
    void whereItCameFromIsToldToo() {
        var traced = clinician.asks().get("/v1/break-glass");
        var from = people.count(
                admin.practice(),
                "select count(*) from audit_entry where outcome = 'denied' and address = '127.0.0.1' and request_id = ?",
                traced.header("X-Request-Id"));
        assertThat(from).isOne();
    }

    @Test
    void nobodyKnownLeavesNoRow() {
        var before = all();
        given().get("/v1/break-glass").then().statusCode(401);
        given().auth().oauth2("no.such.token").get("/v1/break-glass").then().statusCode(401);
        clinician
                .asks()
                .get("/v1/clients/" + people.clientOf(clinician).id())
                .then()
                .statusCode(200);
        clinician.asks().get("/v1/clients?limit=0").then().statusCode(422);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void manyDenialsAtOnceEachLeaveTheirs() throws Exception {
        var statuses = AtOnce.times(
                32, () -> clinician.asks().get("/v1/clients/" + Ids.next()).statusCode());
        assertThat(statuses).containsOnly(404);
        assertThat(denied(clinician, "readClient", "not-found")).isEqualTo(32);
        assertThat(AtOnce.times(
                        32, () -> clinician.asks().get("/v1/break-glass").statusCode()))
                .containsOnly(403);
        assertThat(denied(clinician, "listBrokenGlass", "forbidden")).isEqualTo(32);
    }

    private long all() {
        return people.count(admin.practice(), "select count(*) from audit_entry where outcome = 'denied'");
    }

    private long denied(Someone who, String action, String reason) {
        return people.count(
                admin.practice(),
                "select count(*) from audit_entry where outcome = 'denied' and actor_id = ? and action = ? and reason = ?",
                who.account(),
                action,
                reason);
    }

    private long denied(Someone who, UUID subject) {
        return people.count(
                admin.practice(),
                "select count(*) from audit_entry where outcome = 'denied' and actor_id = ? and subject_id = ?",
                who.account(),
                subject);
    }
}
