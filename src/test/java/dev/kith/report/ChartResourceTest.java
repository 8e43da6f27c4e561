package dev.kith.report;

import static org.assertj.core.api.Assertions.assertThat;
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
                    .body(containsString("One score: 8 (Mild) on "))
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
        for (var kind : new String[] {".svg", ".png"}) {
            stranger.asks().get(at + kind).then().statusCode(404);
            elsewhere.asks().get(at + kind).then().statusCode(404);
            people.clientOf(clinician).asks().get(at + kind).then().statusCode(404);
        }
    }

    @Test
    void eachLookLeavesItsRowInTheTrail() {
        clinician.asks().get(at + ".svg").then().statusCode(200);
        clinician.asks().get(at + ".png").then().statusCode(200);
        client.asks().get(at + ".svg").then().statusCode(200);
        assertThat(looks(client.id())).isEqualTo(2);
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
    }
}
