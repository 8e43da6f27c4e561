package dev.kith.program;

import static dev.kith.house.Statements.during;
import static dev.kith.program.Walked.SOMATIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.kith.client.AddToCareTeam;
import dev.kith.client.CareTeamRole;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.security.Caller;
import dev.kith.tenancy.Practices;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reviews that a clinician is to do, over all of their clients. */
@QuarkusTest
class ReviewListTest {
    @Inject
    People people;

    @Inject
    Practices practices;

    @Inject
    ReviewList list;

    @Inject
    RunningEnrollments programs;

    Someone admin;
    Someone supervisor;
    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        admin = people.sandbox();
        supervisor = people.supervisor(admin.practice());
        clinician = people.clinicianSupervisedBy(supervisor);
        client = people.clientOf(clinician);
    }

    @Test
    void aReviewIsListedOnceNothingStandsAgainstItAndItsWeekHasBegun() {
        var walked = Walked.into(clinician, client, SOMATIC);
        reviews(clinician, "").body("items", empty());
        ready(walked);
        reviews(clinician, "")
                .body(
                        "items.step",
                        contains("w0-review"),
                        "items.clientId",
                        contains(client.id().toString()))
                .body("items[0].enrollmentId", equalTo(walked.id()), "items[0].type", equalTo("review"))
                .body("items[0].words", equalTo("We look together at your answers and decide how gently to begin."));
        reviews(clinician, "?state=due").body("items", hasSize(1));
        clinician
                .asks()
                .header("Accept-Language", "de")
                .get("/v1/reviews")
                .then()
                .body("items[0].language", equalTo("de"));
        walked.finishes("w0-review");
        reviews(clinician, "").body("items", empty());
    }

    @Test
    void whatLiesLaterIsToCome() {
        var walked =
                Walked.into(clinician, client, "{\"program\": \"%s\", \"startsOn\": \"" + inTwoDays() + "\"}", SOMATIC);
        walked.does("steps/w0-ksr-20/omission");
        walked.does("steps/w0-phq-4/omission");
        reviews(clinician, "").body("items", empty());
        reviews(clinician, "?state=to-come")
                .body("items[0].step", equalTo("w0-review"), "items", hasSize(greaterThan(1)));
        walked.forward("P3D");
        reviews(clinician, "").body("items.step", contains("w0-review"));
        reviews(clinician, "?state=to-come").body("items.step", not(hasItem("w0-review")));
    }

    @Test
    void aZoneThatTheDatabaseDoesNotKnowLeavesThemAndTheirProgramsReadable() throws Exception {
        Walked.into(clinician, client, SOMATIC);
        people.run(client.practice(), "update client set time_zone = 'Nowhere/Else' where id = ?", client.id());
        var toCome = practices.within(
                client.practice(), () -> list.page(Caller.system(client.practice()), ReviewState.TO_COME, null, 50));
        assertThat(toCome).isNotEmpty();
        var running = practices.within(
                client.practice(),
                () -> programs.of(List.of(client.id()), Instant.parse("2026-12-01T12:00:00Z"), null));
        assertThat(running).hasSize(1);
    }

    @Test
    void eachSeesThoseOfTheirOwnCaseloadAndNobodyOthers() {
        ready(Walked.into(clinician, client, SOMATIC));
        var cover = people.clinician(admin.practice());
        reviews(cover, "").body("items", empty());
        people.onTeam(client, AddToCareTeam.fromToday(cover.id(), CareTeamRole.COVER));
        reviews(cover, "").body("items", hasSize(1));
        reviews(supervisor, "").body("items", hasSize(1));
        reviews(people.supervisor(admin.practice()), "").body("items", empty());
        reviews(people.integration(admin.practice(), "enrollments:read"), "").body("items", hasSize(1));
        reviews(people.clinician(people.practice().practice()), "").body("items", empty());
        people.integration(admin.practice(), "alerts:read")
                .asks()
                .get("/v1/reviews")
                .then()
                .statusCode(403);
        client.asks().get("/v1/reviews").then().statusCode(403);
        admin.asks().get("/v1/reviews").then().statusCode(403);
    }

    @Test
    void whoIsOutOfCareIsLeftOut() {
        ready(Walked.into(clinician, client, SOMATIC));
        people.run(admin.practice(), "update client set archived_at = now() where id = ?", client.id());
        reviews(clinician, "").body("items", empty());
    }

    @Test
    void pagesFollowEachOtherWithoutGapsInOneQueryEach() {
        var all = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            var one = people.clientOf(clinician);
            all.add(one.id().toString());
            ready(Walked.into(clinician, one, SOMATIC));
        }
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = reviews(clinician, "?limit=2" + next).extract().jsonPath();
            seen.addAll(page.getList("items.clientId"));
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        } while (next != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
        var asked = during(() -> reviews(clinician, ""));
        assertThat(asked.stream().filter(sql -> sql.contains("enrollment"))).hasSize(1);
        reviews(clinician, "").body("items.clientId", containsInAnyOrder(all.toArray()));
    }

    @Test
    void whatIsNoStateAndNoCursorIsRefused() {
        clinician.asks().get("/v1/reviews?state=over").then().statusCode(400);
        clinician.asks().get("/v1/reviews?after=nothing").then().statusCode(400);
    }

    private static void ready(Walked walked) {
        walked.does("steps/w0-ksr-20/omission");
        walked.does("steps/w0-phq-4/omission");
    }

    private static ValidatableResponse reviews(Someone who, String asked) {
        return who.asks().get("/v1/reviews" + asked).then().statusCode(200);
    }

    private static String inTwoDays() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
    }
}
