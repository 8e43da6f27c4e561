package dev.kith.letterhead;

import static dev.kith.letterhead.LetterheadTest.WILLOW;
import static dev.kith.letterhead.LetterheadTest.traces;
import static dev.kith.letterhead.LetterheadTest.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.Logos;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.limits.Turn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a logo its pixels are kept, and nothing else that came with them. */
@QuarkusTest
class LogoTest {
    private static final String PATH = "/v1/practice/letterhead/logo";
    private static final String SECRET = "taken at 12 Orchard Lane";

    @Inject
    People people;

    @Inject
    Turn turn;

    private Someone admin;

    @BeforeEach
    void found() {
        admin = people.practice();
        write(admin, "\"0\"", WILLOW).statusCode(200);
    }

    @Test
    void anAdminSendsItAndMembersReadIt() throws IOException {
        send(admin, "\"1\"", Logos.png(300, 100))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("logo.width", equalTo(300), "logo.height", equalTo(100), "name", equalTo("Willow Practice"));
        for (var member :
                new Someone[] {admin, people.clinician(admin.practice()), people.supervisor(admin.practice())}) {
            read(member).statusCode(200).contentType("image/png").header("ETag", "\"2\"");
        }
        var kept = ImageIO.read(new ByteArrayInputStream(stored()));
        assertThat(kept.getWidth()).isEqualTo(300);
        assertThat(kept.getRGB(150, 5) >>> 24).as("seen").isEqualTo(255);
        assertThat(kept.getRGB(0, 0) >>> 24).as("seen through").isZero();
        admin.asks().header("If-None-Match", "\"2\"").get(PATH).then().statusCode(304);
    }

    @Test
    void whatIsHiddenInItIsNotKept() {
        var text = ("Comment\0" + SECRET).getBytes(StandardCharsets.ISO_8859_1);
        var sent = Logos.joined(
                Logos.with(Logos.with(Logos.png(300, 100), "tEXt", text), "eXIf", text),
                SECRET.getBytes(StandardCharsets.ISO_8859_1));
        send(admin, "\"1\"", sent).statusCode(200);
        assertThat(Logos.parts(stored())).containsOnly("IHDR", "IDAT", "IEND");
        assertThat(new String(stored(), StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        assertThat(stored()).isEqualTo(Pixels.of(Logos.png(300, 100)).png());
    }

    @Test
    void whatIsHiddenInAJpegIsNotKeptAndItBecomesAPng() throws IOException {
        var jpeg = Logos.jpeg(300, 100);
        var comment = Logos.joined(
                new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (SECRET.length() + 2)},
                SECRET.getBytes(StandardCharsets.ISO_8859_1));
        var sent = Logos.joined(Arrays.copyOf(jpeg, 2), comment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
        admin.asks()
                .header("If-Match", "\"1\"")
                .contentType("image/jpeg")
                .body(sent)
                .put(PATH)
                .then()
                .statusCode(200);
        assertThat(Logos.parts(stored())).containsOnly("IHDR", "IDAT", "IEND");
        assertThat(new String(stored(), StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        assertThat(ImageIO.read(new ByteArrayInputStream(stored())).getHeight()).isEqualTo(100);
    }

    @Test
    void itIsKeptNoLargerThanItsPlace() {
        send(admin, "\"1\"", Logos.png(2000, 1000))
                .statusCode(200)
                .body("logo.width", equalTo(520), "logo.height", equalTo(260));
        send(admin, "\"2\"", Logos.png(2000, 2))
                .statusCode(200)
                .body("logo.width", equalTo(720), "logo.height", equalTo(1));
    }

    @Test
    void theSameAgainMakesNoNewVersionAndLeavesNoTrace() {
        send(admin, "\"1\"", Logos.willow()).statusCode(200);
        send(admin, "\"2\"", Logos.willow()).statusCode(200).header("ETag", "\"2\"");
        send(admin, "\"2\"", Logos.png(50, 50)).statusCode(200).header("ETag", "\"3\"");
        assertThat(traces(people, admin, "audit_entry where action = 'letterhead.logo-changed'"))
                .isEqualTo(2);
        assertThat(traces(people, admin, "outbox_event where kind = 'letterhead.changed'"))
                .isEqualTo(3);
    }

    @Test
    void whoFindsNoPlaceIsToldToComeAgain() {
        var logo = Logos.willow();
        turn.take(
                () -> turn.take(() -> send(admin, "\"1\"", logo).statusCode(503).header("Retry-After", "5")));
        send(admin, "\"1\"", logo).statusCode(200);
    }

    @Test
    void aChangeSaysWhichVersionItIsMadeOn() {
        send(admin, "\"1\"", Logos.willow()).statusCode(200);
        send(admin, "\"1\"", Logos.png(50, 50)).statusCode(412);
        admin.asks().header("If-Match", "\"1\"").delete(PATH).then().statusCode(412);
        admin.asks()
                .contentType("image/png")
                .body(Logos.willow())
                .put(PATH)
                .then()
                .statusCode(428);
        admin.asks().delete(PATH).then().statusCode(428);
        read(admin).statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void itIsToldInWordsBeforeAndWhileItIsThere() {
        write(admin, "\"1\"", "{\"address\": []}").statusCode(200);
        send(admin, "\"2\"", Logos.willow()).statusCode(409).body("errors[0].code", equalTo("no-logo-alt"));
        write(admin, "\"2\"", WILLOW).statusCode(200);
        send(admin, "\"3\"", Logos.willow()).statusCode(200);
        write(admin, "\"4\"", "{\"address\": []}").statusCode(422).body("errors[0].pointer", equalTo("/logoAlt"));
        write(admin, "\"4\"", "{\"address\": [], \"logoAlt\": \"Leaves\"}")
                .statusCode(200)
                .body("logo.width", equalTo(260));
    }

    @Test
    void itIsRemovedOnceAndTheWordsStay() {
        send(admin, "\"1\"", Logos.willow()).statusCode(200);
        admin.asks().header("If-Match", "\"2\"").delete(PATH).then().statusCode(204);
        read(admin).statusCode(404);
        admin.asks().header("If-Match", "\"3\"").delete(PATH).then().statusCode(404);
        admin.asks()
                .get(LetterheadTest.PATH)
                .then()
                .body("logo", nullValue(), "version", equalTo(3), "name", equalTo("Willow Practice"));
        assertThat(traces(people, admin, "audit_entry where action = 'letterhead.logo-removed'"))
                .isEqualTo(1);
        assertThat(traces(people, admin, "practice_letterhead where logo is not null"))
                .isZero();
    }

    @Test
    void onlyAnAdminWritesItAndOnlyMembersReadIt() {
        send(admin, "\"1\"", Logos.willow()).statusCode(200);
        var client = people.client(admin.practice());
        var software = people.integration(admin.practice(), "practice:read");
        for (var other :
                new Someone[] {people.clinician(admin.practice()), people.supervisor(admin.practice()), client, software
                }) {
            send(other, "\"2\"", Logos.png(50, 50)).statusCode(403);
            other.asks().header("If-Match", "\"2\"").delete(PATH).then().statusCode(403);
        }
        read(client).statusCode(403);
        read(software).statusCode(403);
        read(admin).statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void itStaysWithinItsPractice() {
        send(admin, "\"1\"", Logos.willow()).statusCode(200);
        var other = people.practice();
        read(other).statusCode(404);
        other.asks().header("If-Match", "*").delete(PATH).then().statusCode(404);
        write(other, "\"0\"", WILLOW).body("logo", nullValue());
        read(admin).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/svg+xml", "image/gif", "text/plain", "application/json", "application/octet-stream"})
    void anotherTypeIsNotTaken(String type) {
        admin.asks()
                .header("If-Match", "\"1\"")
                .contentType(type)
                .body("<svg/>".getBytes(StandardCharsets.UTF_8))
                .put(PATH)
                .then()
                .statusCode(415);
        read(admin).statusCode(404);
    }

    @Test
    void whatIsNoPictureIsRefusedWhateverItIsCalled() {
        var png = Logos.png(300, 100);
        for (var bytes : new byte[][] {
            "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
            {1},
            Arrays.copyOf(png, 8),
            Arrays.copyOf(png, 40),
            Arrays.copyOf(png, png.length / 2),
            Arrays.copyOf(Logos.jpeg(300, 100), 40),
        }) {
            refused(bytes, "no-picture");
        }
        send(admin, "\"1\"", new byte[0]).statusCode(400);
        read(admin).statusCode(404);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        send(admin, "\"1\"", Logos.joined(Logos.willow(), new byte[Pixels.MOST_BYTES]))
                .statusCode(413)
                .body("detail", equalTo("A logo has at most 256 KiB."));
        send(admin, "\"1\"", new byte[2 * 1024 * 1024]).statusCode(413);
    }

    @Test
    void aFileThatUnpacksToGigabytesIsRefusedByItsHeader() {
        for (var bomb : new byte[][] {
            Logos.saying(100_000, 100_000),
            Logos.saying(Integer.MAX_VALUE, 1),
            Logos.saying(2001, 10),
            Logos.saying(10, 2001),
            Logos.jpeg(2001, 10)
        }) {
            refused(bomb, "too-many-pixels");
        }
        refused(Logos.saying(2000, 2000), "no-picture");
        refused(Logos.saying(0, 10), "no-picture");
    }

    @Test
    void aTextThatUnpacksToMuchIsNeverUnpacked() {
        var bomb = Logos.with(Logos.palette(300, 100), "zTXt", Logos.bombOfText(100_000_000));
        assertThat(bomb.length).isLessThan(Pixels.MOST_BYTES);
        send(admin, "\"1\"", bomb).statusCode(200).body("logo.width", equalTo(300));
        assertThat(Logos.parts(stored())).containsOnly("IHDR", "IDAT", "IEND");
    }

    @Test
    void theDatabaseKeepsNoOtherLogoEither() {
        for (var wrong : new String[] {
            "logo = decode(repeat('00', 100), 'hex'), logo_width = 1, logo_height = 1",
            "logo = '\\x89504e470d0a1a0a'::bytea || decode(repeat('00', 786432), 'hex'), logo_width = 1, logo_height = 1",
            "logo = '\\x89504e470d0a1a0a'::bytea, logo_width = 721, logo_height = 1",
            "logo = '\\x89504e470d0a1a0a'::bytea, logo_width = 1",
            "logo = '\\x89504e470d0a1a0a'::bytea, logo_width = 1, logo_height = 1, logo_alt = null",
        }) {
            assertThatThrownBy(() -> people.run(admin.practice(), "update practice_letterhead set " + wrong))
                    .as(wrong)
                    .hasStackTraceContaining("letterhead_logo_");
        }
        people.run(
                admin.practice(),
                "update practice_letterhead set logo = '\\x89504e470d0a1a0a'::bytea, logo_width = 1, logo_height = 1");
    }

    private void refused(byte[] bytes, String code) {
        send(admin, "\"1\"", bytes)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].code", equalTo(code));
    }

    private byte[] stored() {
        return read(admin).statusCode(200).extract().asByteArray();
    }

    private static ValidatableResponse read(Someone who) {
        return who.asks().get(PATH).then();
    }

    private static ValidatableResponse send(Someone who, String version, byte[] picture) {
        return who.asks()
                .header("If-Match", version)
                .contentType("image/png")
                .body(picture)
                .put(PATH)
                .then();
    }
}
