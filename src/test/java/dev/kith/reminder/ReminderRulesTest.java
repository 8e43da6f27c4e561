package dev.kith.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Work;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of a practice and of an assignment: who writes them, which hold, and what is refused. */
@QuarkusTest
class ReminderRulesTest {
    private static final String EMAIL_AT_OPENING = "{\"channel\": \"email\", \"moment\": \"opens\"}";
    private static final String PRACTICE = "/v1/practice/reminder-rules";

    @Inject
    People people;

    Someone admin;
    Someone clinician;
    Someone client;
    String assignment;

    @BeforeEach
    void found() {
        admin = people.practice();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
        assignment = Work.assigned(clinician, client, "{\"questionnaire\": \"phq-9\"}");
    }

    @Test
    void untilAPracticeWritesItsOwnThereIsOneGentleRule() {
        clinician
                .asks()
                .get(PRACTICE)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"0-"))
                .body("own", equalTo(false))
                .body("sendsEmail", equalTo(true))
                .body("mostPerDay", equalTo(1))
                .body("quietHours.from", equalTo("21:00"))
                .body("rules", hasSize(1))
                .body("rules[0].channel", equalTo("email"))
                .body("rules[0].moment", equalTo("opens"));
    }

    @Test
    void anAdminWritesThemAndTheSameAgainIsNoChange() {
        var body = """
                {"rules": [%s, {"channel": "event", "moment": "due", "lead": "P1W", "repeats": 2, "every": "PT90M"}],
                 "mostPerDay": 3, "quietHours": null, "appUrl": "https://app.willow.example:8443/today"}
                """.formatted(EMAIL_AT_OPENING);
        writes(admin, 0, body)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("own", equalTo(true))
                .body("quietHours", nullValue())
                .body("rules[1].lead", equalTo("P7D"))
                .body("rules[1].every", equalTo("PT1H30M"));
        writes(admin, 1, body).statusCode(200).header("ETag", "\"1\"");
        writes(admin, 0, body).statusCode(412);
        admin.asks().body(body).put(PRACTICE).then().statusCode(428);
        assertThat(people.count(
                        admin.practice(), "select count(*) from audit_entry where action = 'reminder-rules.changed'"))
                .isEqualTo(1);
        assertThat(people.count(
                        admin.practice(), "select count(*) from outbox_event where kind = 'reminder-rules.changed'"))
                .isEqualTo(1);
    }

    @Test
    void onlyAnAdminWritesThem() {
        writes(clinician, 0, "{\"rules\": [], \"mostPerDay\": 1}").statusCode(403);
        writes(client, 0, "{\"rules\": [], \"mostPerDay\": 1}").statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'channel': 'email', 'moment': 'due', 'lead': 'P100Y'}|/rules/0/lead|too-long",
                "{'channel': 'email', 'moment': 'due', 'lead': 'P2M'}|/rules/0/lead|too-long",
                "{'channel': 'email', 'moment': 'due', 'lead': 'soon'}|/rules/0/lead|not-a-duration",
                "{'channel': 'email', 'moment': 'due', 'lead': '-P1D'}|/rules/0/lead|not-a-duration",
                "{'channel': 'email', 'moment': 'due', 'repeats': 10000, 'every': 'P1D'}|/rules/0/repeats|max",
                "{'channel': 'email', 'moment': 'due', 'repeats': 3}|/rules/0/every|with-repeats",
                "{'channel': 'email', 'moment': 'due', 'every': 'P1D'}|/rules/0/every|with-repeats",
                "{'channel': 'email', 'moment': 'due', 'repeats': 3, 'every': 'PT1M'}|/rules/0/every|too-short",
                "{'channel': 'email', 'moment': 'due', 'lead': 'P7D'}, {'channel': 'email', 'moment': 'due', 'lead': 'P1W'}|/rules/1|twice"
            })
    void aHostileRuleIsRefusedWithAPointer(String rules, String pointer, String code) {
        writes(admin, 0, "{\"rules\": [%s], \"mostPerDay\": 1}".formatted(rules.replace('\'', '"')))
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void sixRulesOrTooManyADayAreRefused() {
        var six = (EMAIL_AT_OPENING + ",").repeat(5) + EMAIL_AT_OPENING;
        writes(admin, 0, "{\"rules\": [%s], \"mostPerDay\": 1}".formatted(six)).statusCode(422);
        writes(admin, 0, "{\"rules\": [], \"mostPerDay\": 21}").statusCode(422);
        writes(admin, 0, "{\"rules\": []}").statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "http://app.example",
        "https://app.example/?next=//evil.example",
        "https://app.example/#x",
        "https://user:word@app.example/",
        "javascript:alert(1)",
        "https://app.example/a b",
        "https://app.example/\\r\\nBcc:x"
    })
    void anAddressThatIsNoPlainHttpsIsRefused(String address) {
        writes(admin, 0, "{\"rules\": [], \"mostPerDay\": 1, \"appUrl\": \"%s\"}".formatted(address))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/appUrl"));
    }

    @Test
    void anAssignmentsOwnRulesStandInPlaceOfThePracticesUntilTheyAreTakenAway() {
        ofAssignment(client)
                .body("own", equalTo(false))
                .body("rules", hasSize(1))
                .header("ETag", startsWith("\"0-"));
        gives(clinician, 0, "{\"rules\": [{\"channel\": \"event\", \"moment\": \"closes\", \"lead\": \"PT3H\"}]}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("own", equalTo(true))
                .body("rules.moment", contains("closes"));
        gives(clinician, 1, "{\"rules\": []}")
                .statusCode(200)
                .body("own", equalTo(true))
                .body("rules", empty());
        gives(clinician, 1, "{\"rules\": []}").statusCode(412);
        gives(clinician, 2, "{\"rules\": null}")
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("own", equalTo(false))
                .body("rules", hasSize(1));
        gives(clinician, 3, "{}").statusCode(200).header("ETag", "\"3\"");
    }

    @Test
    void whoReadTheOnesThatHoldIsToldAnewWhenThePracticesAreOthers() {
        var path = "/v1/assignments/" + assignment + "/reminder-rules";
        var tag = ofAssignment(client).extract().header("ETag");
        client.asks().header("If-None-Match", tag).get(path).then().statusCode(304);
        writes(admin, 0, "{\"rules\": [], \"mostPerDay\": 1}").statusCode(200);
        client.asks()
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(200)
                .body("rules", empty());
        clinician
                .asks()
                .header("If-Match", tag)
                .body("{\"rules\": [%s]}".formatted(EMAIL_AT_OPENING))
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    @Test
    void somebodyElsesAssignmentIsNotThere() {
        gives(people.clinician(admin.practice()), 0, "{\"rules\": []}").statusCode(404);
        gives(people.clinician(people.practice().practice()), 0, "{\"rules\": []}")
                .statusCode(404);
        gives(client, 0, "{\"rules\": []}").statusCode(403);
    }

    private ValidatableResponse ofAssignment(Someone who) {
        return who.asks()
                .get("/v1/assignments/" + assignment + "/reminder-rules")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse gives(Someone who, int version, String body) {
        return who.asks()
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put("/v1/assignments/" + assignment + "/reminder-rules")
                .then();
    }

    private static ValidatableResponse writes(Someone who, int version, String body) {
        return who.asks()
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put(PRACTICE)
                .then();
    }
}
