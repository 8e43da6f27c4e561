package dev.kith.report;

import static dev.kith.house.Phq9.answers;
import static dev.kith.house.Phq9.givenOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.PgTestResource;
import dev.kith.house.Worlds;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client's scale as a picture, for whom it concerns. */
@QuarkusTest
@QuarkusTestResource(PgTestResource.class)
class ChartResourceTest {
    @Inject
    People people;

    @Inject
    Worlds worlds;

    private Someone clinician;
    private Someone client;
    private String at;

    @BeforeEach
    void aClientAnswered() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
        at = "/v1/clients/" + client.id() + "/progress/phq-9/total";
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
    }

    @Test
    void theCareTeamAndTheClientSeeItDrawn() {
        for (var who : new Someone[] {clinician, client}) {
            who.asks()
                    .get(at + ".svg")
                    .then()
                    .statusCode(200)
                    .header("Content-Type", containsString("image/svg+xml"))
                    .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                    .header("Cache-Control", "no-store")
                    .body(containsString("role=\"img\""))
                    .body(containsString(who == client ? "One score: 8 on " : "One score: 8 (Mild) on "))
                    .body(not(containsString(client.id().toString())));
        }
    }

    @Test
    void itComesInThePixelsAskedFor() throws IOException {
        var png = clinician
                .asks()
                .get(at + ".png?width=360&density=2")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(720);
    }

    @Test
    void whoHoldsItAlreadyIsSentNothing() {
        var tag = clinician.asks().get(at + ".svg").header("ETag");
        clinician.asks().header("If-None-Match", tag).get(at + ".svg").then().statusCode(304);
        clinician
                .asks()
                .header("If-None-Match", tag)
                .get(at + ".svg?width=360")
                .then()
                .statusCode(200);
    }

    @Test
    void itSpeaksTheReadersLanguage() {
        clinician
                .asks()
                .header("Accept-Language", "de-AT, en;q=0.5")
                .get("/v1/clients/" + client.id() + "/progress/ksr-20/total.svg")
                .then()
                .statusCode(200)
                .body(containsString("lang=\"de-AT\""))
                .body(containsString("Noch nichts gemessen"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var progress = "/v1/clients/" + client.id() + "/progress/";
        clinician.asks().get(progress + "phq-9/nothing.svg").then().statusCode(404);
        clinician.asks().get(progress + "nothing/total.svg").then().statusCode(404);
    }

    @Test
    void aSizeThatCannotBeIsRefused() {
        for (var wrong : new String[] {".svg?width=100", ".svg?width=9000", ".png?density=3", ".svg?author=nobody"}) {
            clinician.asks().get(at + wrong).then().statusCode(422).body("errors.size()", equalTo(1));
        }
    }

    @Test
    void strangersSeeNothing() {
        var stranger = people.clinician(clinician.practice());
        var elsewhere = people.clinician(people.practice().practice());
        for (var kind : new String[] {".svg", ".png", ".csv"}) {
            stranger.asks().get(at + kind).then().statusCode(404);
            elsewhere.asks().get(at + kind).then().statusCode(404);
            people.clientOf(clinician).asks().get(at + kind).then().statusCode(404);
        }
    }

    @Test
    void eachLookLeavesItsRowInTheTrail() {
        clinician.asks().get(at + ".svg").then().statusCode(200);
        clinician.asks().get(at + ".png").then().statusCode(200);
        clinician.asks().get(at + ".csv").then().statusCode(200);
        client.asks().get(at + ".svg").then().statusCode(200);
        assertThat(looks(client.id())).isEqualTo(3);
    }

    private long looks(UUID about) {
        return people.count(
                clinician.practice(),
                "select count(*) from audit_entry where action = ? and client_id = ?",
                "progress.read",
                about);
    }

    @Test
    void whatWasMissedIsShownAsAGap() {
        var task = worlds.task(clinician, client);
        people.run(
                clinician.practice(),
                "update task set ended_as = 'missed', ended_at = now() where id = '" + task + "'");
        clinician.asks().get(at + ".svg").then().body(containsString(">Missed</text>"));
        clinician.asks().get(at + ".svg?author=clinician").then().body(not(containsString(">Missed</text>")));
        assertThat(table(clinician, "")).anyMatch(row -> row.endsWith(",\"Missed\""));
        client.asks().get(at + ".svg").then().body(not(containsString("issed"))).body(not(containsString("missing")));
        assertThat(table(client, "")).hasSize(2).noneMatch(row -> row.contains("issed"));
    }

    @Test
    void whatWasSkippedIsShownAsAGapToo() {
        client.asks()
                .body("{\"barrier\": \"no-time\"}")
                .post("/v1/tasks/" + worlds.task(clinician, client) + "/skip")
                .then()
                .statusCode(200);
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        clinician
                .asks()
                .get(at + ".svg")
                .then()
                .body(containsString(">Skipped</text>"))
                .body(containsString("One measure is missing."));
        assertThat(table(clinician, "")).hasSize(4).element(2, STRING).endsWith(",\"Skipped\"");
        client.asks().get(at + ".svg").then().body(not(containsString("kipped")));
    }

    @Test
    void theClientsPictureNamesNoBand() {
        givenOn(clinician, client, answers(24), "2026-01-05T09:00:00Z");
        clinician.asks().get(at + ".svg").then().body(containsString("Severe"));
        client.asks()
                .get(at + ".svg")
                .then()
                .body(not(containsString("evere")), not(containsString("Mild")), containsString("2 scores from"));
        assertThat(client.asks().get(at + ".png").asByteArray())
                .isNotEqualTo(clinician.asks().get(at + ".png").asByteArray());
    }

    @Test
    void itsFiguresAreATableInTheReadersLanguage() {
        givenOn(clinician, client, answers(24), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(15), "2026-01-19T09:00:00Z");
        assertThat(table(clinician, "?to=2026-02-01"))
                .containsExactly(
                        "\"Date\",\"Score\",\"Range\",\"Since baseline\",\"Note\"",
                        "\"5 January 2026\",\"24\",\"Severe\",\"\",\"Baseline\"",
                        "\"19 January 2026\",\"15\",\"Moderately severe\",\"-9\",\"Reliably better\"");
        assertThat(table(client, "?to=2026-02-01"))
                .containsExactly(
                        "\"Date\",\"Score\",\"Since baseline\",\"Note\"",
                        "\"5 January 2026\",\"24\",\"\",\"Baseline\"",
                        "\"19 January 2026\",\"15\",\"-9\",\"Reliably better\"");
        var reflection = "/v1/clients/" + client.id() + "/progress/ksr-20/total.csv";
        clinician.asks().get(reflection).then().statusCode(200).body(containsString("\"Please mind\""));
        clinician
                .asks()
                .header("Accept-Language", "de")
                .get(reflection)
                .then()
                .body(containsString(
                        "\"Datum\",\"Wert\",\"Bereich\",\"Seit Ausgangswert\",\"Anmerkung\",\"Bitte beachten\""));
    }

    @Test
    void daysAreTheClients() {
        givenOn(clinician, client, answers(9), "2026-01-05T23:30:00Z"); // the sixth, in Berlin
        for (var kind : new String[] {".svg", ".csv"}) {
            clinician
                    .asks()
                    .header("Accept-Language", "en-GB")
                    .get(at + kind + "?from=2026-01-06&to=2026-01-07")
                    .then()
                    .body(containsString("6 January 2026"));
            clinician
                    .asks()
                    .header("Accept-Language", "en-GB")
                    .get(at + kind + "?from=2026-01-05&to=2026-01-06")
                    .then()
                    .body(not(containsString("January 2026")));
        }
        clinician.asks().get(at + ".svg?from=yesterday").then().statusCode(400);
    }

    private List<String> table(Someone who, String query) {
        var reply = who.asks().header("Accept-Language", "en-GB").get(at + ".csv" + query);
        reply.then().statusCode(200).header("Content-Disposition", "attachment; filename=\"figures.csv\"");
        return reply.asString().lines().toList();
    }
}
