package dev.kith.webhook;

import static dev.kith.webhook.Hooked.deliveries;
import static dev.kith.webhook.Hooked.hook;
import static dev.kith.webhook.Hooked.reads;
import static dev.kith.webhook.Hooked.registers;
import static dev.kith.webhook.Hooked.writes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.People;
import dev.kith.house.Rows;
import dev.kith.time.Ids;
import dev.kith.webhook.Hooked.Cast;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may set webhooks up, to lead where, and what they are told. */
@QuarkusTest
class WebhookTest {
    private static final String HERE = "http://127.0.0.1:9/kith";

    @Inject
    People people;

    @Inject
    Rows rows;

    @Inject
    Hooked hooked;

    @Inject
    Names names;

    Cast cast;

    @BeforeEach
    void found() {
        cast = hooked.cast();
    }

    @Test
    void itsSecretIsToldOnceAndLiesNowhereInTheClear() {
        var hook = hook(cast.admin(), HERE, "alert.*");
        assertThat(hook.secret()).matches("whsec_[A-Za-z0-9+/]{43}=");
        reads(cast.admin(), hook)
                .statusCode(200)
                .body("events", contains("alert.*"))
                .body("state", equalTo("enabled"))
                .body("health.state", equalTo("well"))
                .body("disabledBecause", nullValue());
        var list =
                cast.admin().asks().get("/v1/webhooks").then().statusCode(200).body("items", hasSize(1));
        assertThat(list.extract().asString())
                .doesNotContain("whsec_", hook.secret().substring(6));
        assertThat(rows.holding(cast.practice(), hook.secret().substring(6))).isEmpty();
        assertThat(audited("webhook.registered")).isOne();
    }

    @Test
    void theSameAgainUnderItsKeyIsTheSameWebhookAndSecret() {
        var key = Ids.next().toString();
        var first = registeredUnder(key);
        assertThat(registeredUnder(key)).isEqualTo(first);
        cast.admin().asks().get("/v1/webhooks").then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "http://hooks.example/kith, https",
        "https://10.0.0.8/kith, not-public",
        "https://169.254.169.254/latest, not-public",
        "https://[fd00::1]/kith, not-public",
        "https://inside.example/kith, not-public",
        "https://nowhere.example/kith, unknown-host",
        "https://me:secret@hooks.example/kith, address",
        "ftp://hooks.example/kith, address",
        "nonsense, address"
    })
    void whereItMayNotLeadItIsRefused(String url, String code) {
        ((GivenNames) io.quarkus.arc.ClientProxy.unwrap(names)).lead("inside.example", "10.1.2.3");
        ((GivenNames) io.quarkus.arc.ClientProxy.unwrap(names)).lead("hooks.example", "8.8.8.8");
        var expected = url.startsWith("http:") ? "not-public" : code;
        registers(cast.admin(), url)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/url"))
                .body("errors[0].code", equalTo(expected));
        var hook = hook(cast.admin(), HERE);
        writes(cast.admin(), hook, url, "enabled").statusCode(422);
        reads(cast.admin(), hook).body("url", equalTo(HERE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"url\": \"http://127.0.0.1:9\", \"events\": []}",
                "{\"url\": \"http://127.0.0.1:9\", \"events\": [\"alerts\"]}",
                "{\"url\": \"http://127.0.0.1:9\", \"events\": [\"%\"]}",
                "{\"url\": \"http://127.0.0.1:9\", \"events\": [null]}",
                "{\"url\": \"http://127.0.0.1:9\", \"description\": \" \"}"
            })
    void whatHasTheWrongShapeIsRefused(String body) {
        cast.admin().asks().body(body).post("/v1/webhooks").then().statusCode(422);
        cast.admin().asks().get("/v1/webhooks").then().body("items", hasSize(0));
    }

    @Test
    void cliniciansAndClientsMayNotAndSoftwareMayWithItsScope() {
        registers(cast.clinician(), HERE).statusCode(403);
        registers(cast.client(), HERE).statusCode(403);
        var reader = people.integration(cast.practice(), "webhooks:read");
        registers(reader, HERE).statusCode(403);
        var writer = people.integration(cast.practice(), "webhooks:write");
        var hook = hook(writer, HERE);
        reads(reader, hook).statusCode(200);
        reads(writer, hook).statusCode(403);
        cast.clinician().asks().get("/v1/webhooks").then().statusCode(403);
    }

    @Test
    void inAnotherPracticeItIsNotThere() {
        var hook = hook(cast.admin(), HERE);
        var other = hooked.cast().admin();
        reads(other, hook).statusCode(404);
        writes(other, hook, "https://10.0.0.1/", "disabled").statusCode(404);
        other.asks()
                .header("If-Match", "*")
                .delete("/v1/webhooks/" + hook.id())
                .then()
                .statusCode(404);
        other.asks().post("/v1/webhooks/" + hook.id() + "/secret").then().statusCode(404);
        other.asks().post("/v1/webhooks/" + hook.id() + "/test").then().statusCode(404);
        other.asks().get("/v1/webhooks/" + hook.id() + "/deliveries").then().statusCode(404);
        other.asks().get("/v1/webhooks").then().body("items", hasSize(0));
        reads(cast.admin(), hook).body("state", equalTo("enabled"));
    }

    @Test
    void itIsChangedByWhoHoldsItsVersion() {
        var hook = hook(cast.admin(), HERE);
        var body = "{\"url\": \"%s\", \"events\": [\"log.*\"], \"state\": \"disabled\"}".formatted(HERE);
        var path = "/v1/webhooks/" + hook.id();
        cast.admin().asks().body(body).put(path).then().statusCode(428);
        cast.admin()
                .asks()
                .header("If-Match", "\"7\"")
                .body(body)
                .put(path)
                .then()
                .statusCode(412);
        var held = reads(cast.admin(), hook).extract().header("ETag");
        cast.admin()
                .asks()
                .header("If-Match", held)
                .body(body)
                .put(path)
                .then()
                .statusCode(200)
                .body("state", equalTo("disabled"))
                .body("disabledBecause", equalTo("asked"))
                .body("events", contains("log.*"))
                .body("version", equalTo(2));
        cast.admin().asks().header("If-Match", held).body(body).put(path).then().statusCode(412);
        writes(cast.admin(), hook, HERE, "enabled").statusCode(200).body("events", nullValue());
        assertThat(audited("webhook.changed")).isEqualTo(2);
        assertThat(people.count(cast.practice(), "select count(*) from outbox_event where kind = 'webhook.changed'"))
                .isEqualTo(2);
    }

    @Test
    void oneThatLeadsNowhereByNowCanBeDisabledAndIsNotEnabled() {
        var given = (GivenNames) io.quarkus.arc.ClientProxy.unwrap(names);
        given.lead("moved.example", "8.8.8.8");
        var hook = hook(cast.admin(), "https://moved.example/");
        given.lead("moved.example");
        writes(cast.admin(), hook, "https://moved.example/", "enabled").statusCode(422);
        writes(cast.admin(), hook, "https://moved.example/", "disabled").statusCode(200);
        writes(cast.admin(), hook, "https://moved.example/", "enabled").statusCode(422);
    }

    @Test
    void aDisabledOneIsNeitherTestedNorReplayed() {
        var hook = hook(cast.admin(), HERE);
        writes(cast.admin(), hook, HERE, "disabled").statusCode(200);
        var path = "/v1/webhooks/" + hook.id();
        cast.admin().asks().post(path + "/test").then().statusCode(409);
        cast.admin()
                .asks()
                .post(path + "/deliveries/" + Ids.next() + "/replay")
                .then()
                .statusCode(409);
        cast.admin()
                .asks()
                .body("{\"since\": \"%s\", \"which\": \"all\"}".formatted(Instant.now()))
                .post(path + "/replays")
                .then()
                .statusCode(409);
    }

    @Test
    void oneThatIsRemovedIsGoneWithItsLog() {
        var hook = hook(cast.admin(), HERE);
        var path = "/v1/webhooks/" + hook.id();
        cast.admin().asks().post(path + "/test").then().statusCode(202);
        assertThat(deliveries(cast.admin(), hook, "")).hasSize(1);
        cast.admin().asks().delete(path).then().statusCode(428);
        cast.admin().asks().header("If-Match", "*").delete(path).then().statusCode(204);
        reads(cast.admin(), hook).statusCode(404);
        cast.admin().asks().header("If-Match", "*").delete(path).then().statusCode(404);
        assertThat(people.count(cast.practice(), "select count(*) from webhook_delivery"))
                .isZero();
        assertThat(audited("webhook.removed")).isOne();
    }

    @Test
    void aPracticeHasTwentyAtMost() {
        for (var i = 0; i < Registering.MOST; i++) {
            hook(cast.admin(), HERE);
        }
        registers(cast.admin(), HERE).statusCode(409).body("errors[0].code", equalTo("too-many"));
    }

    @Test
    void aReplayGoesBackAMonthAtMostAndNamesEventsThatAreThere() {
        var hook = hook(cast.admin(), HERE);
        cast.admin()
                .asks()
                .body("{\"since\": \"%s\", \"which\": \"all\"}"
                        .formatted(Instant.now().minusSeconds(31 * 86_400L)))
                .post("/v1/webhooks/" + hook.id() + "/replays")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/since"));
        cast.admin()
                .asks()
                .post("/v1/webhooks/" + hook.id() + "/deliveries/" + Ids.next() + "/replay")
                .then()
                .statusCode(404);
    }

    @Test
    void theContractSaysWhatIsSent() {
        io.restassured.RestAssured.given()
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body(containsString("webhook-signature"), not(containsString("whsec_test")));
    }

    private String registeredUnder(String key) {
        return cast.admin()
                .asks()
                .header("Idempotency-Key", key)
                .body("{\"url\": \"" + HERE + "\"}")
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    private long audited(String action) {
        return people.count(cast.practice(), "select count(*) from audit_entry where action = ?", action);
    }
}
