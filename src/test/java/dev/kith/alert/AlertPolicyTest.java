package dev.kith.alert;

import static dev.kith.alert.Alerted.POLICY;
import static dev.kith.alert.Alerted.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.alert.Alerted.Cast;
import dev.kith.house.Noting;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a practice may say about its alerts, and what it may not. */
@QuarkusTest
class AlertPolicyTest {
    private static final String STOPPED = "{\"before\": {\"suds\": 9}, \"stopRuleUsed\": true, \"complete\": false}";

    @Inject
    People people;

    @Inject
    Alerted alerted;

    Cast cast;

    @BeforeEach
    void found() {
        cast = alerted.cast();
    }

    @Test
    void untilAPracticeWritesItsOwnThereAreDefaults() {
        reads(cast.clinician())
                .header("ETag", "\"0\"")
                .body("critical.acknowledgeWithin", equalTo("PT1H"), "critical.escalateEvery", equalTo("PT30M"))
                .body("onCall", empty(), "stopRule", equalTo("notice"), "own", equalTo(false));
    }

    @Test
    void itIsWrittenWithTheVersionThatWasRead() {
        var first = people.clinician(cast.practice());
        var second = people.supervisor(cast.practice());
        var policy = POLICY.formatted("\"" + second.id() + "\", \"" + first.id() + "\"");
        cast.admin().asks().body(policy).put("/v1/practice/alert-policy").then().statusCode(428);
        writes(cast.admin(), "\"7\"", policy).statusCode(412);
        writes(cast.admin(), "\"0\"", policy)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body(
                        "own",
                        equalTo(true),
                        "onCall",
                        contains(second.id().toString(), first.id().toString()));
        writes(cast.admin(), "\"1\"", policy).statusCode(200).header("ETag", "\"1\"");
        writes(cast.admin(), "\"0\"", policy).statusCode(412);
        writes(cast.admin(), "\"1\"", policy.replace("PT1H", "PT45M").replace("\"notice\",", "null,"))
                .statusCode(200)
                .body("critical.acknowledgeWithin", equalTo("PT45M"), "stopRule", nullValue(), "version", equalTo(2));
        reads(cast.clinician())
                .body(
                        "version",
                        equalTo(2),
                        "onCall",
                        contains(second.id().toString(), first.id().toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT1H | soon | /critical/acknowledgeWithin | duration",
                "PT1H | P1M | /critical/acknowledgeWithin | duration",
                "PT1H | PT4M | /critical/acknowledgeWithin | too-short",
                "PT1H | -PT1H | /critical/acknowledgeWithin | too-short",
                "PT1H | PT25H | /critical/acknowledgeWithin | too-long",
                "PT1H | PT99999999999999999H | /critical/acknowledgeWithin | duration",
                "PT1H | PT5M1S | /critical/acknowledgeWithin | not-minutes",
                "PT30M | PT0S | /critical/escalateEvery | too-short",
                "P3D | PT20H | /warning/acknowledgeWithin | slower",
                "P14D | P91D | /notice/resolveWithin | too-long",
            })
    void nonsenseIsRefusedWhereItStands(String right, String wrong, String pointer, String code) {
        writes(cast.admin(), "*", POLICY.formatted("").replace('"' + right + '"', '"' + wrong + '"'))
                .statusCode(422)
                .body("errors.pointer", contains(pointer), "errors.code", contains(code));
        reads(cast.admin()).body("own", equalTo(false));
    }

    @Test
    void onCallAreCliniciansOfThisPracticeEachOnce() {
        var clinician = "\"" + cast.clinician().id() + "\"";
        var elsewhere = "\"" + people.clinician(people.practice().practice()).id() + "\"";
        writes(cast.admin(), "*", POLICY.formatted(clinician + ", " + elsewhere))
                .statusCode(422)
                .body("errors.pointer", contains("/onCall/1"), "errors.code", contains("not-clinical"));
        writes(cast.admin(), "*", POLICY.formatted("\"" + cast.admin().id() + "\""))
                .statusCode(422);
        writes(cast.admin(), "*", POLICY.formatted(clinician + ", " + clinician))
                .statusCode(422)
                .body("errors.pointer", contains("/onCall/1"), "errors.code", contains("twice"));
        writes(cast.admin(), "*", POLICY.formatted("").replace("https:", "javascript:"))
                .statusCode(422);
        writes(cast.admin(), "*", "{}").statusCode(422);
    }

    @Test
    void onlyAdminsWriteIt() {
        writes(cast.clinician(), "*", POLICY.formatted("")).statusCode(403);
        cast.client().asks().get("/v1/practice/alert-policy").then().statusCode(403);
    }

    @Test
    void itSaysWhetherAStopRuleRaisesAnAlert() {
        writes(cast.admin(), "*", POLICY.formatted("").replace("\"stopRule\": \"notice\"", "\"stopRule\": null"))
                .statusCode(200);
        stops();
        assertThat(list(cast.clinician(), "")).isEmpty();
        writes(cast.admin(), "*", POLICY.formatted("").replace("\"stopRule\": \"notice\"", "\"stopRule\": \"warning\""))
                .statusCode(200);
        stops();
        assertThat(list(cast.clinician(), ""))
                .singleElement()
                .satisfies(alert -> assertThat(alert)
                        .containsEntry("rule", "stop-rule-used")
                        .containsEntry("severity", "warning"));
    }

    private void stops() {
        Noting.log(cast.client(), Noting.task(cast.clinician(), cast.client()), STOPPED);
    }

    private static ValidatableResponse reads(Someone who) {
        return who.asks().get("/v1/practice/alert-policy").then().statusCode(200);
    }

    private static ValidatableResponse writes(Someone who, String ifMatch, String policy) {
        return who.asks()
                .header("If-Match", ifMatch)
                .body(policy)
                .put("/v1/practice/alert-policy")
                .then();
    }
}
