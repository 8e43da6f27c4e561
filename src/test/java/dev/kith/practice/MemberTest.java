package dev.kith.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MemberTest {
    @Inject
    People people;

    Someone admin;

    @BeforeEach
    void found() {
        admin = people.practice();
    }

    @Test
    void anAdminAddsAMember() {
        var location = admin.asks()
                .body("""
                        {"displayName": "Noor de Wit", "email": "noor@willow.example", "roles": ["supervisor", "clinician"],
                         "externalId": "hr|7731"}
                        """)
                .post("/v1/members")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("roles", contains("clinician", "supervisor"), "disabled", equalTo(false))
                .extract()
                .header("Location");
        admin.asks().get(location).then().statusCode(200).body("displayName", equalTo("Noor de Wit"));
        admin.asks()
                .queryParam("externalId", "hr|7731")
                .get("/v1/members")
                .then()
                .body("items", hasSize(1));
        admin.asks().queryParam("role", "supervisor").get("/v1/members").then().body("items", hasSize(1));
        admin.asks().queryParam("role", "boss").get("/v1/members").then().statusCode(400);
    }

    @Test
    void whatBreaksARuleIsPointedAt() {
        post("{\"displayName\": \"\", \"roles\": [], \"email\": \"nobody\", \"externalId\": \"7731\"}")
                .statusCode(422)
                .body("errors.pointer", hasItems("/displayName", "/roles", "/email", "/externalId"));
        post("{\"displayName\": \"Noor\", \"roles\": [\"boss\"]}").statusCode(400);
        post("{\"displayName\": \"Noor\", \"roles\": [\"clinician\"], \"supervisorId\": \"" + admin.id() + "\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("not-a-supervisor"));
        post("").statusCode(400);
    }

    @Test
    void onlyAnAdminAddsMembers() {
        people.clinician(admin.practice())
                .asks()
                .body("{\"displayName\": \"Noor\", \"roles\": [\"admin\"]}")
                .post("/v1/members")
                .then()
                .statusCode(403);
        people.client(admin.practice()).asks().get("/v1/members").then().statusCode(403);
    }

    @Test
    void anotherPracticesMemberIsNotThere() {
        var stranger = people.practice();
        admin.asks().get("/v1/members/" + stranger.id()).then().statusCode(404);
        patch(stranger.id(), "\"0\"", "{\"disabled\": true}").statusCode(404);
        admin.asks()
                .get("/v1/members")
                .then()
                .body("items.id", contains(admin.id().toString()));
    }

    @Test
    void anOutsideIdIsThereOnceInAPractice() {
        var noor = "{\"displayName\": \"Noor\", \"roles\": [\"clinician\"], \"externalId\": \"hr|1\"}";
        post(noor).statusCode(201);
        post(noor).statusCode(409);
        people.practice().asks().body(noor).post("/v1/members").then().statusCode(201);
    }

    @Test
    void nullRemovesAndLeftOutKeeps() {
        var kim = people.clinician(admin.practice());
        patch(kim.id(), "\"0\"", "{\"displayName\": \"Kim\"}").statusCode(200).body("displayName", equalTo("Kim"));
        patch(kim.id(), "\"1\"", "{\"email\": null}")
                .statusCode(200)
                .body("email", nullValue(), "displayName", equalTo("Kim"));
        patch(kim.id(), "\"2\"", "{\"displayName\": null}").statusCode(422);
        patch(kim.id(), "\"1\"", "{\"displayName\": \"Late\"}").statusCode(412);
        admin.asks().body("{}").patch("/v1/members/" + kim.id()).then().statusCode(428);
    }

    @Test
    void rolesCountFromTheNextRequest() {
        var second = people.admin(admin.practice());
        patch(second.id(), "\"0\"", "{\"roles\": [\"clinician\"]}")
                .statusCode(200)
                .body("roles", contains("clinician"));
        second.asks()
                .body("{\"displayName\": \"X\", \"roles\": [\"admin\"]}")
                .post("/v1/members")
                .then()
                .statusCode(403);
        patch(second.id(), "\"1\"", "{\"disabled\": true}").statusCode(200).body("disabled", equalTo(true));
        second.asks().get("/v1/members").then().statusCode(401);
    }

    @Test
    void theLastAdminStays() {
        patch(admin.id(), "\"0\"", "{\"roles\": [\"clinician\"]}").statusCode(409);
        patch(admin.id(), "\"0\"", "{\"disabled\": true}").statusCode(409);
        people.admin(admin.practice());
        patch(admin.id(), "\"0\"", "{\"roles\": [\"clinician\"]}").statusCode(200);
    }

    @Test
    void twoAdminsCannotTakeEachOthersRoleAtOnce() throws Exception {
        for (var round = 0; round < 3; round++) {
            var one = people.practice();
            var other = people.admin(one.practice());
            var turn = new java.util.concurrent.atomic.AtomicInteger();
            var statuses = AtOnce.times(2, () -> {
                var whom = turn.getAndIncrement() == 0 ? one : other;
                return (whom == one ? other : one)
                        .asks()
                        .header("If-Match", "\"0\"")
                        .body("{\"roles\": [\"clinician\"]}")
                        .patch("/v1/members/" + whom.id())
                        .statusCode();
            });
            assertThat(statuses).contains(200);
            assertThat(people.count(one.practice(), "select count(*) from member where 'admin' = any (roles)"))
                    .isEqualTo(1);
        }
    }

    @Test
    void anUpsertMakesThenUpdatesThenChangesNothing() {
        put("hr%7C9", "{\"displayName\": \"Noor\", \"roles\": [\"clinician\"]}")
                .statusCode(201)
                .body("externalId", equalTo("hr|9"));
        put("hr%7C9", "{\"displayName\": \"Noor de Wit\", \"roles\": [\"clinician\"]}")
                .statusCode(200)
                .header("ETag", "\"1\"");
        put("hr%7C9", "{\"displayName\": \"Noor de Wit\", \"roles\": [\"clinician\"]}")
                .statusCode(200)
                .header("ETag", "\"1\"");
        put("hr%7C9", "{\"displayName\": \"Noor\", \"roles\": [\"clinician\"], \"externalId\": \"hr|8\"}")
                .statusCode(422);
        put("noor", "{\"displayName\": \"Noor\", \"roles\": [\"clinician\"]}").statusCode(422);
    }

    @Test
    void parallelUpsertsMakeOneMember() throws Exception {
        var statuses = AtOnce.times(
                32,
                () -> put("https:%2F%2Fhr.example%7C7", "{\"displayName\": \"Noor\", \"roles\": [\"clinician\"]}")
                        .extract()
                        .statusCode());
        assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(people.count(
                        admin.practice(), "select count(*) from member where external_id = 'https://hr.example|7'"))
                .isEqualTo(1);
    }

    @Test
    void pagesFollowEachOther() {
        var kim = people.clinician(admin.practice());
        var lou = people.clinician(admin.practice());
        var first = admin.asks()
                .get("/v1/members?limit=2")
                .then()
                .body("items", hasSize(2))
                .extract();
        assertThat(first.header("Link")).contains("rel=\"next\"");
        people.clinician(admin.practice()); // later than the cursor: moves nothing
        admin.asks()
                .get("/v1/members?limit=2&after=" + first.path("next"))
                .then()
                .body("items.id", contains(admin.id().toString()), "next", nullValue());
        assertThat(first.<java.util.List<String>>path("items.id"))
                .containsExactly(lou.id().toString(), kim.id().toString());
        admin.asks().get("/v1/members?after=nonsense").then().statusCode(400);
        admin.asks().get("/v1/members?limit=201").then().statusCode(422);
    }

    @Test
    void aSupervisorIsAmongTheRolesAndNotOneself() {
        var supervisor = people.supervisor(admin.practice());
        var kim = people.clinicianSupervisedBy(supervisor);
        admin.asks()
                .get("/v1/members/" + kim.id())
                .then()
                .body("supervisorId", equalTo(supervisor.id().toString()));
        patch(supervisor.id(), "\"0\"", "{\"supervisorId\": \"" + supervisor.id() + "\"}")
                .statusCode(422);
        patch(kim.id(), "\"0\"", "{\"supervisorId\": \"" + Ids.next() + "\"}").statusCode(422);
        patch(kim.id(), "\"0\"", "{\"supervisorId\": null}").statusCode(200).body("supervisorId", nullValue());
        admin.asks()
                .get("/v1/members?role=clinician")
                .then()
                .body("items.id", containsInAnyOrder(kim.id().toString()));
    }

    private ValidatableResponse post(String body) {
        return admin.asks().body(body).post("/v1/members").then();
    }

    private ValidatableResponse put(String externalId, String body) {
        return admin.asks()
                .urlEncodingEnabled(false)
                .body(body)
                .put("/v1/members?externalId=" + externalId)
                .then();
    }

    private ValidatableResponse patch(UUID member, String version, String body) {
        return admin.asks()
                .header("If-Match", version)
                .body(body)
                .patch("/v1/members/" + member)
                .then();
    }
}
