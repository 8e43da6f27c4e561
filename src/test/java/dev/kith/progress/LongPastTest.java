package dev.kith.progress;

import static dev.kith.house.Phq9.answers;
import static dev.kith.house.Phq9.givenOn;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.PgTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a client who gave more than is read at once, where the scale began is known all the same, and to everybody alike. */
@QuarkusTest
@QuarkusTestResource(PgTestResource.class)
class LongPastTest {
    private static final int MANY = Reviewing.MOST_RESPONSES + 100;

    @Inject
    People people;

    private Someone clinician;
    private Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
        givenOn(clinician, client, answers(20), "2020-01-05T09:00:00Z");
        repeat(givenOn(clinician, client, answers(9), "2020-02-05T09:00:00Z"));
    }

    @Test
    void progressBeginsWhereTheScaleBegan() {
        progress("")
                .body("truncated", hasItem("responses"))
                .rootPath("scales[0]")
                .body("baseline.value", equalTo(20), "latest.value", equalTo(9), "change.value", equalTo(-11))
                .body("change.class", equalTo("reliable-improvement"), "points", hasSize(366));
        progress("?from=2020-02-01").body("scales[0].baseline.value", equalTo(9));
    }

    @Test
    void theCaseloadSaysTheSame() {
        clinician
                .asks()
                .get("/v1/caseload")
                .then()
                .statusCode(200)
                .body("items[0].scores[0].change.value", equalTo(-11));
    }

    @Test
    void andSoDoesThePicture() {
        chart("").body(containsString("Baseline 20 "), not(containsString("Baseline 9 ")));
        chart("?from=2020-02-01").body(containsString("Baseline 9 "), not(containsString("Baseline 20 ")));
    }

    private ValidatableResponse chart(String query) {
        return clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/progress/phq-9/total.svg" + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse progress(String query) {
        return clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/progress" + query)
                .then()
                .statusCode(200);
    }

    private void repeat(UUID first) {
        people.run(clinician.practice(), """
                insert into response
                select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'task_id', null,
                        'authored_at', r.authored_at + n * interval '1 hour'))).*
                from response r, generate_series(1, %d) n where r.id = '%s'
                """.formatted(MANY, first));
        people.run(clinician.practice(), """
                insert into score select (jsonb_populate_record(s, jsonb_build_object('response_id', r.id))).*
                from score s, response r
                where s.response_id = '%s' and r.client_id = '%s' and r.id <> s.response_id
                  and r.authored_at > '2020-02-05T09:00:00Z'
                """.formatted(first, client.id()));
    }
}
