package dev.kith.progress;

import static dev.kith.house.Phq9.answers;
import static dev.kith.house.Phq9.givenOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.kith.house.Pdf;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody close to a client says stands beside what the client says: in progress, pictures, reports and on a caseload, never mixed. */
@QuarkusTest
class BesideSelfReportTest {
    private static final String FIRST = "2026-01-05T09:00:00Z";
    private static final String BETWEEN = "2026-01-08T09:00:00Z";
    private static final String SECOND = "2026-01-12T09:00:00Z";
    private static final String LAST = "2026-01-15T09:00:00Z";

    @Inject
    People people;

    Someone clinician;
    Someone client;

    /** The client gets better, from 16 to 9; in the eyes of somebody close they do not, at 20 and 22. */
    @BeforeEach
    void bothAnswered() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
        givenOn(clinician, client, answers(16), FIRST);
        givenByAnother(20, BETWEEN);
        givenOn(clinician, client, answers(9), SECOND);
        givenByAnother(22, LAST);
    }

    @Test
    void progressTellsTwoSeriesEachWithItsOwnBaselineAndChange() {
        clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/progress")
                .then()
                .statusCode(200)
                .body("scales.author", contains("client", "informant"))
                .body("scales.points.value", contains(List.of(16, 9), List.of(20, 22)))
                .body("scales.baseline.value", contains(16, 20))
                .body("scales.latest.value", contains(9, 22))
                .body("scales.change.value", contains(-7, 2))
                .body("scales.change.class", contains("reliable-improvement", "no-reliable-change"));
    }

    @Test
    void aPictureAndItsTableAreOfOneOfThem() {
        var at = "/v1/clients/" + client.id() + "/progress/phq-9/total";
        for (var picture : List.of(at + ".svg", at + ".svg?author=client")) {
            clinician
                    .asks()
                    .get(picture)
                    .then()
                    .statusCode(200)
                    .body(containsString("16"), containsString("2 scores from"))
                    .body(not(containsString(">22<")));
        }
        var client = clinician.asks().header("Accept-Language", "en-GB").get(at + ".csv");
        var another = clinician.asks().header("Accept-Language", "en-GB").get(at + ".csv?author=informant");
        assertThat(client.asString().lines().skip(1))
                .satisfiesExactly(
                        row -> assertThat(row).startsWith("\"5 January 2026\",\"16\","),
                        row -> assertThat(row).startsWith("\"12 January 2026\",\"9\","));
        assertThat(another.asString().lines().skip(1))
                .satisfiesExactly(
                        row -> assertThat(row).startsWith("\"8 January 2026\",\"20\","),
                        row -> assertThat(row).startsWith("\"15 January 2026\",\"22\","));
        var svg = clinician.asks().get(at + ".svg?author=informant").asString();
        assertThat(svg)
                .contains("2 scores from")
                .isNotEqualTo(clinician.asks().get(at + ".svg").asString());
    }

    @Test
    void aReportSaysWhoseWordEachIs() {
        var pdf = clinician
                .asks()
                .header("Accept-Language", "en-GB")
                .get("/v1/clients/" + client.id() + "/report.pdf?from=2026-01-01&to=2026-03-01")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(Pdf.text(pdf))
                .contains("From 16 on 5 January 2026 to 9 on 12 January 2026: 7 points lower")
                .contains("From 20 on 8 January 2026 to 22 on 15 January 2026: 2 points higher")
                .contains("Somebody close to the client answered here.")
                .doesNotContain("From 16 on 5 January 2026 to 22", "From 20 on 8 January 2026 to 9");
    }

    @Test
    void aCaseloadShowsBothBesideEachOther() {
        clinician
                .asks()
                .get("/v1/caseload")
                .then()
                .statusCode(200)
                .body("items[0].clientId", equalTo(client.id().toString()))
                .body("items[0].scores.author", contains("client", "informant"))
                .body("items[0].scores.value", contains(9, 22))
                .body("items[0].scores.change.value", contains(-7, 2))
                .body("items[0].scores.change.baselineAt", contains(FIRST, BETWEEN));
    }

    private void givenByAnother(int total, String at) {
        clinician
                .asks()
                .body("""
                        {"client": "%s", "questionnaire": "phq-9", "author": "informant", "authoredAt": "%s", "answers": %s,
                         "complete": true}
                        """.formatted(client.id(), at, answers(total)))
                .put("/v1/responses/" + Ids.next())
                .then()
                .statusCode(201);
    }
}
