package dev.kith.json;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import dev.kith.house.Worlds;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no honest app sends, sent where a client, a clinician and a stranger can: refused at once, and nothing is kept. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // set before each test
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final int FAST = 2_000;
    private static final byte[] TWO_MEBIBYTES = (" ".repeat(2 * 1024 * 1024) + "{}").getBytes(StandardCharsets.UTF_8);

    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Rows rows;

    @TestHTTPResource
    URI server;

    Someone clinician;
    Someone client;
    Map<String, String> places;
    Map<String, String> before;

    @BeforeEach
    void found() {
        if (before != null) {
            return;
        }
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
        places = Map.of(
                "answers", "/v1/tasks/" + worlds.task(clinician, client) + "/response",
                "clients", "/v1/clients",
                "sessions", "/v1/sessions");
        before = rows.of(client.practice());
    }

    static Stream<String> values() {
        return Stream.of(
                "\"a\\u0000b\"",
                "\"a\\ud800b\"",
                "\"a\\udc00b\"",
                "1e400",
                "1e100000",
                "-1e400",
                "NaN",
                "Infinity",
                "\"%s\"".formatted("x".repeat(70_000)),
                "9".repeat(5_000),
                "[".repeat(100_000) + "]".repeat(100_000),
                "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000),
                "[".repeat(40) + "]".repeat(40),
                "\"unclosed",
                "01",
                "'single'");
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueThatNobodyMeansIsRefused(String value) {
        refused("answers", "{\"answers\": {\"phq-9.1\": " + value + "}, \"complete\": false}");
        refused("clients", "{\"displayName\": " + value + ", \"timeZone\": \"UTC\", \"language\": \"en\"}");
        refused("sessions", "{\"email\": \"a@b.example\", \"password\": " + value + "}");
    }

    static Stream<String> bodies() {
        return Stream.of("[]", "{}", "null", "1", "\"\"", "", "{", "{} {}", "[{}]", "\u0000", "{\"unheardOf\": 1}");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyThatIsNoneOfOursIsRefused(String body) {
        places.keySet().forEach(place -> refused(place, body));
    }

    @Test
    void aMemberTwiceIsRefused() {
        refused("answers", "{\"answers\": {\"phq-9.1\": 1, \"phq-9.1\": 2}, \"complete\": false}");
        refused("answers", "{\"answers\": {}, \"complete\": false, \"complete\": true}");
        refused(
                "clients",
                "{\"displayName\": \"A\", \"displayName\": \"B\", \"timeZone\": \"UTC\", \"language\": \"en\"}");
        refused("sessions", "{\"email\": \"a@b.example\", \"password\": \"a\", \"password\": \"b\"}");
    }

    @Test
    void theWrongKindOfJsonIsRefused() {
        for (var body : List.of(
                "{\"answers\": [], \"complete\": false}",
                "{\"answers\": \"\", \"complete\": false}",
                "{\"answers\": {\"phq-9.1\": \"1\"}, \"complete\": false}",
                "{\"answers\": {\"phq-9.1\": [1]}, \"complete\": false}",
                "{\"answers\": {\"phq-9.1\": {\"value\": 1}}, \"complete\": false}",
                "{\"answers\": {\"phq-9.1\": true}, \"complete\": false}",
                "{\"answers\": {}, \"complete\": \"false\"}",
                "{\"answers\": {}, \"complete\": 0}",
                "{\"answers\": {}, \"complete\": false, \"startedAt\": 5}",
                "{\"answers\": {}, \"complete\": false, \"score\": 27}")) {
            refused("answers", body);
        }
        refused("clients", "{\"displayName\": 5, \"timeZone\": \"UTC\", \"language\": \"en\"}");
        refused("clients", "{\"displayName\": [\"A\"], \"timeZone\": \"UTC\", \"language\": \"en\"}");
        refused(
                "clients",
                "{\"displayName\": \"A\", \"timeZone\": \"UTC\", \"language\": \"en\", \"roles\": [\"admin\"]}");
        refused("sessions", "{\"email\": {\"$ne\": \"\"}, \"password\": {\"$ne\": \"\"}}");
    }

    @Test
    void aBodyOverAMebibyteIsRefusedWhetherItSaysSoOrNot() throws Exception {
        assertThat(sent(BodyPublishers.ofByteArray(TWO_MEBIBYTES)))
                .as("with its length")
                .contains("\"status\":413");
        assertThat(sent(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(TWO_MEBIBYTES))))
                .as("in chunks: the text in it is too long before the body is")
                .containsAnyOf("\"status\":413", "\"code\":\"too-much\"");
        assertThat(rows.of(client.practice())).isEqualTo(before);
    }

    @Test
    void anEndlessAddressOrHeaderIsRefusedInWords() {
        clinician
                .asks()
                .get("/v1/clients?q=" + "a".repeat(20_000))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].code", equalTo("address-too-long"));
        clinician
                .asks()
                .header("X-Filler", "a".repeat(30_000))
                .get("/v1/clients")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].code", equalTo("headers-too-long"));
    }

    private String sent(HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var request = HttpRequest.newBuilder(server.resolve("/v1/clients"))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + clinician.token())
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private void refused(String place, String body) {
        var request = given().contentType("application/json").body(body.getBytes(StandardCharsets.UTF_8));
        var reply = switch (place) {
            case "answers" -> request.auth().oauth2(client.token()).put(places.get(place));
            case "clients" -> request.auth().oauth2(clinician.token()).post(places.get(place));
            default -> request.post(places.get(place));
        };
        var shown = body.substring(0, Math.min(body.length(), 80));
        assertThat(reply.statusCode())
                .as("%s %s: %s", place, shown, reply.asString())
                .isIn(400, 413, 422);
        assertThat(reply.time()).as(shown).isLessThan(FAST);
        assertThat(reply.asString().length()).as(shown).isLessThan(4_000);
        assertThat(rows.of(client.practice())).as(shown).isEqualTo(before);
    }
}
