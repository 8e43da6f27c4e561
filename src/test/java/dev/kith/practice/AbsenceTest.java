package dev.kith.practice;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who says that somebody is away, and what does not make sense. */
@QuarkusTest
class AbsenceTest {
    @Inject
    People people;

    Someone admin;
    Someone member;
    Someone cover;

    @BeforeEach
    void found() {
        admin = people.practice();
        member = people.clinician(admin.practice());
        cover = people.clinician(admin.practice());
    }

    @Test
    void aMemberSaysItOfThemselfAndAllColleaguesMayKnow() {
        String id = tells(member, "2026-12-21", "2027-01-04")
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", org.hamcrest.Matchers.startsWith("/v1/members/" + member.id() + "/absences/"))
                .body("coverId", equalTo(cover.id().toString()), "until", equalTo("2027-01-04"))
                .extract()
                .path("id");
        cover.asks().get(at()).then().statusCode(200).body("items.id", contains(id));
        cover.asks().get(at() + "/" + id).then().statusCode(200).header("ETag", "\"0\"");
    }

    @Test
    void anAdminSaysItOfOthersAndNobodyElseDoes() {
        tells(admin, "2026-12-21", "2027-01-04").statusCode(201);
        tells(cover, "2027-02-01", "2027-02-04").statusCode(403);
        tells(people.practice(), "2027-02-01", "2027-02-04").statusCode(404);
        people.client(admin.practice()).asks().get(at()).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-21, 2026-12-21, /until", "2026-12-21, 2026-12-20, /until", "2026-12-21, 2030-01-01, /until"})
    void daysMakeSense(String from, String until, String pointer) {
        tells(member, from, until).statusCode(422).body("errors.pointer", contains(pointer));
    }

    @Test
    void whoStandsInIsSomebodyElseWhoWorksHere() {
        tells(member, member, "2026-12-21", "2027-01-04").statusCode(422).body("errors.pointer", contains("/coverId"));
        var elsewhere = people.clinician(people.practice().practice());
        tells(member, elsewhere, "2026-12-21", "2027-01-04").statusCode(422);
        people.run(admin.practice(), "update member set disabled_at = now() where id = ?", cover.id());
        tells(member, "2026-12-21", "2027-01-04").statusCode(422);
    }

    @Test
    void forWhoeverCaresForClientsOnlyOneWhoMayStandsIn() {
        tells(member, admin, "2026-12-21", "2027-01-04")
                .statusCode(422)
                .body("errors.pointer", contains("/coverId"), "errors.code", contains("not-clinical"));
        admin.asks()
                .body("{\"from\": \"2026-12-21\", \"until\": \"2027-01-04\", \"coverId\": \"%s\"}"
                        .formatted(cover.id()))
                .post("/v1/members/" + admin.id() + "/absences")
                .then()
                .statusCode(201);
    }

    @Test
    void itIsChangedOnTheVersionThatWasReadAndTakenBackOnItsFirstDay() {
        String id = tells(member, "2026-12-21", "2027-01-04")
                .statusCode(201)
                .extract()
                .path("id");
        revises(member, id, null, "{\"until\": \"2027-01-02\"}").statusCode(428);
        revises(member, id, "\"3\"", "{\"until\": \"2027-01-02\"}").statusCode(412);
        revises(cover, id, "\"0\"", "{\"until\": \"2027-01-02\"}").statusCode(403);
        revises(member, id, "\"0\"", "{\"until\": \"2027-01-02\", \"coverId\": null}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("until", equalTo("2027-01-02"), "coverId", nullValue());
        revises(member, id, "\"1\"", "{\"until\": null}").statusCode(422);
        revises(member, id, "\"1\"", "{\"until\": \"2026-12-20\"}").statusCode(422);
        revises(member, id, "\"1\"", "{\"until\": \"2026-12-21\"}").statusCode(200);
        tells(member, "2026-12-21", "2027-01-04").statusCode(201);
        member.asks().get(at()).then().body("items", hasSize(2));
    }

    @Test
    void nobodyIsAwayTwiceOnOneDay() throws Exception {
        tells(member, "2026-12-21", "2027-01-04").statusCode(201);
        tells(member, "2027-01-03", "2027-01-10").statusCode(409);
        tells(member, "2027-01-04", "2027-01-10").statusCode(201);
        List<Integer> statuses = AtOnce.times(
                6, () -> tells(member, "2027-03-01", "2027-03-04").extract().statusCode());
        Assertions.assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }

    private String at() {
        return "/v1/members/" + member.id() + "/absences";
    }

    private ValidatableResponse tells(Someone who, String from, String until) {
        return tells(who, cover, from, until);
    }

    private ValidatableResponse tells(Someone who, Someone standsIn, String from, String until) {
        return who.asks()
                .body("{\"from\": \"%s\", \"until\": \"%s\", \"coverId\": \"%s\"}"
                        .formatted(from, until, standsIn.id()))
                .post(at())
                .then();
    }

    private ValidatableResponse revises(
            Someone who, String id, @org.jspecify.annotations.Nullable String ifMatch, String body) {
        var request = who.asks().body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.patch(at() + "/" + id).then();
    }
}
