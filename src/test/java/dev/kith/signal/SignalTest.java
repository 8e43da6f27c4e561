package dev.kith.signal;

import static dev.kith.house.Phq9.answers;
import static dev.kith.house.Phq9.givenOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;

import dev.kith.house.Noting;
import dev.kith.house.OwnQuestionnaire;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Sandbox;
import dev.kith.house.Statements;
import dev.kith.house.Work;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is not on track, by plain rules that tell what they looked at. */
@QuarkusTest
class SignalTest {
    @Inject
    People people;

    @Inject
    dev.kith.jobs.Ticking ticking;

    @Inject
    dev.kith.tenancy.Practices practices;

    @Inject
    Watch watch;

    Someone admin;
    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        admin = people.sandbox();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
    }

    @Test
    void whoGetsReliablyWorseIsSeenAtOnceWithWhatWasSeen() {
        givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        var worse = givenOn(clinician, client, answers(15), "2026-02-05T09:00:00Z");
        var signal = standing("reliable-deterioration");
        assertThat(signal)
                .containsEntry("severity", "red")
                .containsEntry("ruleVersion", 1)
                .containsEntry("questionnaire", "phq-9")
                .containsEntry("scale", "total")
                .containsEntry("author", "client")
                .containsEntry("evidenceId", worse.toString())
                .containsEntry("since", "2026-02-05T09:00:00Z")
                .containsEntry("values", Map.of("from", 9, "latest", 15, "points", 6, "threshold", 6));
        assertThat(String.valueOf(signal.get("sentences")))
                .contains("The latest score is 6 points worse than at the start. A reliable change takes 6.");
    }

    @Test
    void whatThePracticeWantsToHearOfBecomesAnAlertOnce() throws java.sql.SQLException {
        givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        var before = alerts().size();
        givenOn(clinician, client, answers(15), "2026-02-05T09:00:00Z");
        var signal = standing("reliable-deterioration").get("id");
        ticking.in(admin.practice());
        assertThat(alerts())
                .hasSize(before + 1)
                .anySatisfy(alert -> assertThat(alert)
                        .containsEntry("rule", "reliable-deterioration")
                        .containsEntry("severity", "notice")
                        .containsEntry("aboutId", signal));
    }

    private List<Map<String, Object>> alerts() {
        return clinician
                .asks()
                .get("/v1/alerts")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    @Test
    void aPointLessIsNoSignal() {
        givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(14), "2026-02-05T09:00:00Z");
        assertThat(rules()).isEmpty();
    }

    @Test
    void whatStandsNoLongerEndsAndWhatComesAgainIsAnother() {
        givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(15), "2026-02-05T09:00:00Z");
        var first = standing("reliable-deterioration").get("id");
        givenOn(clinician, client, answers(12), "2026-03-05T09:00:00Z");
        assertThat(rules()).isEmpty();
        givenOn(clinician, client, answers(16), "2026-04-05T09:00:00Z");
        var again = standing("reliable-deterioration").get("id");
        assertThat(again).isNotEqualTo(first);
        List<Map<String, Object>> all = list("?standing=false").extract().path("items");
        assertThat(all).extracting(one -> one.get("id")).containsExactly(again, first);
        assertThat(all.get(1)).extracting("endedAt").isNotNull();
    }

    @Test
    void aGainThatWasThereAndIsLostIsTold() {
        givenOn(clinician, client, answers(16), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(6), "2026-02-05T09:00:00Z");
        givenOn(clinician, client, answers(13), "2026-03-05T09:00:00Z");
        assertThat(standing("lost-gain"))
                .containsEntry("severity", "amber")
                .containsEntry(
                        "values",
                        Map.of("baseline", 16, "from", 6, "latest", 13, "points", 7, "threshold", 6, "gain", 10));
    }

    @Test
    void withoutAnEarlyResponseTheSixthMeasurementSaysSo() {
        for (var week = 1; week <= 5; week++) {
            givenOn(clinician, client, answers(14), "2026-01-%02dT09:00:00Z".formatted(week * 5));
        }
        assertThat(rules()).isEmpty();
        givenOn(clinician, client, answers(13), "2026-02-05T09:00:00Z");
        assertThat(standing("no-early-response"))
                .containsEntry(
                        "values",
                        Map.of(
                                "baseline", 14,
                                "latest", 13,
                                "threshold", 6,
                                "cutOff", 10,
                                "measurements", 6,
                                "measurementsAtLeast", 6,
                                "policyVersion", 0));
    }

    @Test
    void aCriticalAnswerStandsUntilTheNextResponse() {
        givenOn(clinician, client, answers(3, 2), "2026-01-05T09:00:00Z");
        assertThat(standing("critical-item"))
                .containsEntry("severity", "red")
                .containsEntry("values", Map.of("answer", 2, "from", 1));
        givenOn(clinician, client, answers(3, 0), "2026-01-12T09:00:00Z");
        assertThat(rules()).isEmpty();
    }

    @Test
    void aCriticalRuleTellsTheAnswerAndWhatItWasHeldAgainst() {
        var rule = """
            {"key": "%s", "when": {"item": "evening.%d", "operator": "%s", "value": %d}, "severity": "critical",
             "onDraft": true, "crisisCard": true, "title": {"en": "On edge"}}""";
        var rules = List.of(
                rule.formatted("same", 2, "=", 2),
                rule.formatted("above", 2, ">", 1),
                rule.formatted("at-most", 1, "<=", 0),
                rule.formatted("below", 1, "<", 1),
                rule.formatted("other", 1, "!=", 1));
        var all = "\"alerts\": [\"same\", \"above\", \"at-most\", \"below\", \"other\"]";
        OwnQuestionnaire.publish(
                admin,
                OwnQuestionnaire.json("evening")
                        .replace("\"alertRules\": []", "\"alertRules\": " + rules)
                        .replace("\"band\": \"high\"}}}", "\"band\": \"high\"}}, " + all + "}")
                        .replace(
                                "{\"value\": 0, \"band\": \"low\"}}}",
                                "{\"value\": 0, \"band\": \"low\"}}, \"alerts\": [\"other\"]}")
                        .replace(
                                "{\"value\": 1, \"band\": \"low\"}}}",
                                "{\"value\": 1, \"band\": \"low\"}}, \"alerts\": [\"other\"]}"),
                "evening");
        clinician
                .asks()
                .body(
                        "{\"client\": \"%s\", \"questionnaire\": \"evening\", \"author\": \"client\", \"authoredAt\": \"2026-01-05T10:00:00Z\", \"answers\": {\"evening.1\": 0, \"evening.2\": 2}, \"complete\": true}"
                                .formatted(client.id()))
                .put("/v1/responses/" + UUID.randomUUID())
                .then()
                .statusCode(201);

        List<Map<String, Object>> found = list("").extract().path("items");
        var values = found.stream()
                .collect(java.util.stream.Collectors.toMap(one -> one.get("alertRule"), one -> one.get("values")));
        assertThat(values)
                .isEqualTo(Map.of(
                        "same", Map.of("answer", 2, "equalTo", 2),
                        "above", Map.of("answer", 2, "above", 1),
                        "at-most", Map.of("answer", 0, "atMost", 0),
                        "below", Map.of("answer", 0, "below", 1),
                        "other", Map.of("answer", 0, "otherThan", 1)));
    }

    @Test
    void whoElseAnswersCriticallyIsASignalOfTheirOwn() {
        givenOn(clinician, client, answers(3, 2), "2026-01-05T09:00:00Z");
        clinician
                .asks()
                .body(
                        "{\"client\": \"%s\", \"questionnaire\": \"phq-9\", \"author\": \"informant\", \"authoredAt\": \"2026-01-05T10:00:00Z\", \"answers\": %s, \"complete\": true}"
                                .formatted(client.id(), answers(3, 1)))
                .put("/v1/responses/" + UUID.randomUUID())
                .then()
                .statusCode(201);
        list("").body("items.rule", contains("critical-item", "critical-item"))
                .body("items.author", containsInAnyOrder("client", "informant"))
                .body("items.alertRule", contains("self-harm", "self-harm"));
    }

    @Test
    void aMeasureThatStaysAwayAndTasksThatAreMissedAreTold() {
        Work.assigned(clinician, client, """
                {"questionnaire": "gad-7", "schedule": {"start": "2027-03-01", "rrule": "FREQ=DAILY;COUNT=10", "opensFor": "P1D", "dueAfter": "PT12H"}}
                """);
        Sandbox.moveTo(admin, "2027-03-03T11:00:00Z");
        assertThat(rules()).isEmpty();
        Sandbox.moveTo(admin, "2027-03-04T12:30:00Z");
        assertThat(rules()).contains("missed-in-a-row", "overdue-measure");
        assertThat(standing("missed-in-a-row"))
                .containsEntry("questionnaire", "gad-7")
                .containsEntry("values", Map.of("missed", 3, "missedAtLeast", 3, "policyVersion", 0));
    }

    @Test
    void whatIsDoneBeforeItIsDueEndsARowAtOnce() {
        Sandbox.moveTo(admin, "2027-03-01T00:00:00Z");
        Work.assigned(clinician, client, """
                {"questionnaire": "gad-7", "schedule": {"start": "2027-03-01", "rrule": "FREQ=DAILY;COUNT=10", "opensFor": "P1D", "dueAfter": "PT12H"}}
                """);
        Sandbox.moveTo(admin, "2027-03-04T01:00:00Z");
        assertThat(rules()).contains("missed-in-a-row");
        Map<String, Object> open = client.asks()
                .get("/v1/me/tasks?state=open")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0]");
        var calm = java.util.stream.IntStream.rangeClosed(1, 7)
                .mapToObj("\"gad-7.%d\": 0"::formatted)
                .collect(java.util.stream.Collectors.joining(", "));
        client.asks()
                .body("{\"answers\": {" + calm + "}, \"complete\": true}")
                .put("/v1/tasks/" + open.get("id") + "/response")
                .then()
                .statusCode(201);
        assertThat(rules()).isEmpty();
    }

    @Test
    void theClockAloneBringsWhatIsOverdue() {
        Sandbox.moveTo(admin, "2027-03-01T00:00:00Z");
        Work.assigned(
                clinician,
                client,
                "{\"questionnaire\": \"gad-7\", \"schedule\": {\"start\": \"2027-03-01\", \"opensFor\": \"P30D\", \"dueAfter\": \"P1D\"}}");
        assertThat(rules()).isEmpty();
        Sandbox.moveTo(admin, "2027-03-04T18:00:00Z");
        assertThat(rules()).isEmpty();
        Sandbox.moveTo(admin, "2027-03-05T06:00:00Z");
        assertThat(rules()).containsExactly("overdue-measure");
        assertThat(people.count(admin.practice(), "select count(*) from outbox_event where kind = 'signal.raised'"))
                .isEqualTo(1);
        assertThat(standing("overdue-measure"))
                .containsEntry("values", Map.of("days", 3, "overdueAfterDays", 3, "policyVersion", 0));
        Sandbox.moveTo(admin, "2027-03-08T06:00:00Z");
        assertThat(standing("overdue-measure"))
                .containsEntry("values", Map.of("days", 6, "overdueAfterDays", 3, "policyVersion", 0));
    }

    @Test
    void aStopRuleAndASpikeOfDistressAreTold() {
        for (var day = 1; day <= 3; day++) {
            log("2026-02-%02dT09:00:00Z".formatted(day), 3, false);
        }
        assertThat(rules()).isEmpty();
        log("2026-02-04T09:00:00Z", 9, true);
        assertThat(rules()).containsExactlyInAnyOrder("distress-spike", "stop-rule-used");
        assertThat(standing("distress-spike"))
                .containsEntry(
                        "values",
                        Map.of("peak", 9, "usual", 3, "distressAtLeast", 7, "distressRise", 3, "policyVersion", 0));
        var spiked = standing("distress-spike").get("evidenceId");
        clinician
                .asks()
                .body(
                        "{\"client\": \"%s\", \"exercise\": \"slow-breath\", \"author\": \"client\", \"authoredAt\": \"2026-02-04T20:00:00Z\", \"before\": {\"suds\": 2}, \"after\": {\"breath-comfort\": 5, \"suds\": 2}, \"complete\": true}"
                                .formatted(client.id()))
                .put("/v1/logs/" + UUID.randomUUID())
                .then()
                .statusCode(201);
        assertThat(standing("distress-spike"))
                .as("the session that spiked, not the one after it, which has no peak")
                .containsEntry("evidenceId", spiked)
                .containsEntry("since", "2026-02-04T09:00:00Z");
        log("2026-02-05T09:00:00Z", 4, false);
        assertThat(rules()).isEmpty();
    }

    @Test
    void distressIsMeasuredAgainstWhatIsUsualInThatExerciseAlone() {
        for (var day = 1; day <= 20; day++) {
            log("2026-01-%02dT09:00:00Z".formatted(day), 2, false);
        }
        Noting.opensTheGate(clinician, client);
        var ladder = List.of(7, 4, 4);
        for (var i = 0; i < ladder.size(); i++) {
            log("asking-ladder", "2026-02-%02dT09:00:00Z".formatted(7 * i + 1), ladder.get(i), false);
            assertThat(rules()).as("%d of another exercise", i + 1).isEmpty();
        }
        for (var hour = 0; hour < 23; hour++) {
            log("2026-02-16T%02d:00:00Z".formatted(hour), 2, false);
        }
        log("asking-ladder", "2026-02-22T09:00:00Z", 7, false);
        assertThat(judgedBy(standing("distress-spike")))
                .containsEntry("peak", 7)
                .containsEntry("usual", 4);
    }

    @Test
    void anotherThresholdLooksAtEverybodyAgain() {
        givenOn(clinician, client, answers(14), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(14), "2026-01-12T09:00:00Z");
        givenOn(clinician, client, answers(14), "2026-01-19T09:00:00Z");
        assertThat(rules()).isEmpty();
        policy("\"measurements\": 3", "0").statusCode(200);
        assertThat(rules()).containsExactly("no-early-response");
        var first = standing("no-early-response");
        assertThat(judgedBy(first)).containsEntry("measurementsAtLeast", 3).containsEntry("policyVersion", 1);
        policy("\"measurements\": 3, \"missedInARow\": 2", "1").statusCode(200);
        assertThat(standing("no-early-response")).as("the same signal").containsEntry("id", first.get("id"));
        assertThat(judgedBy(standing("no-early-response"))).containsEntry("policyVersion", 2);
        policy("\"measurements\": 3, \"off\": [\"no-early-response\"]", "2").statusCode(200);
        assertThat(rules()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"measurements\": 2; 422; /measurements",
                "\"missedInARow\": 15; 422; /missedInARow",
                "\"overdueAfter\": \"PT5M\"; 422; /overdueAfter",
                "\"off\": [\"lost-gain\", \"lost-gain\"]; 422; /off/1",
                "\"alerts\": [{\"rule\": \"stop-rule-used\", \"severity\": \"notice\"}]; 422; /alerts/0/rule",
            })
    void aPolicyThatMakesNoSenseIsRefused(String part, int status, String pointer) {
        policy(part, "0").statusCode(status).body("errors[0].pointer", org.hamcrest.Matchers.equalTo(pointer));
        admin.asks().get("/v1/practice/signal-policy").then().body("own", org.hamcrest.Matchers.equalTo(false));
    }

    @Test
    void aPolicyIsWrittenOnItsVersionByTheAdmin() {
        policy("\"measurements\": 4", "0").statusCode(200);
        policy("\"measurements\": 5", "0").statusCode(412);
        policyBy(clinician, "\"measurements\": 5", "1").statusCode(403);
        policyBy(people.practice(), "\"measurements\": 5", "1").statusCode(412);
    }

    @Test
    void whoDoesNotCareForTheClientSeesNothing() {
        for (var stranger : List.of(
                people.clinician(admin.practice()),
                people.clinician(people.practice().practice()))) {
            stranger.asks().get(path("")).then().statusCode(404);
        }
        client.asks().get(path("")).then().statusCode(403);
    }

    @Test
    void whoReadsTwiceChangesNothing() throws java.sql.SQLException {
        givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(15), "2026-02-05T09:00:00Z");
        rules();
        ticking.in(admin.practice());
        var asked = Statements.during(this::rules);
        assertThat(asked).noneMatch(sql -> sql.contains("signal") && !sql.contains("select"));
        assertThat(asked).noneMatch(sql -> sql.contains("from score"));
        assertThat(people.count(admin.practice(), "select count(*) from signal"))
                .isEqualTo(1);
    }

    @Test
    void whatCommitsLateIsNotMissed() throws Exception {
        givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        try (var slow = people.connection()) {
            slow.setAutoCommit(false);
            try (var statement = slow.createStatement()) {
                statement.execute("select set_config('kith.practice', '" + admin.practice() + "', true)");
                statement.execute(
                        "insert into outbox_event (practice_id, id, kind, about_id, client_id, payload, occurred_at)"
                                + " values (kith_practice(), gen_random_uuid(), 'response.completed', gen_random_uuid(), '"
                                + client.id()
                                + "', '{}', now())");
            }
            ticking.in(admin.practice());
            assertThat(due()).isFalse();
            slow.commit();
        }
        assertThat(due()).isTrue();
        ticking.in(admin.practice());
        assertThat(due()).isFalse();
    }

    @Test
    void inADatabaseThatWasRestoredElsewhereEverybodyIsLookedAtAgain() throws java.sql.SQLException {
        givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        ticking.in(admin.practice());
        people.run(
                admin.practice(),
                "update signal_watch set seen = '4611686018427387900:4611686018427387900:' where practice_id = kith_practice()");
        givenOn(clinician, client, answers(15), "2026-02-05T09:00:00Z");
        ticking.in(admin.practice());
        assertThat(people.count(admin.practice(), "select count(*) from signal where ended_at is null"))
                .isEqualTo(1);
        ticking.in(admin.practice()); // the alert that it raised is news too
        assertThat(due()).isFalse();
    }

    @Test
    void aSignalThatStandsIsToldWithTheNewestFigures() {
        givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(15), "2026-02-05T09:00:00Z");
        var first = standing("reliable-deterioration").get("id");
        var newest = givenOn(clinician, client, answers(20), "2026-02-12T09:00:00Z");
        assertThat(standing("reliable-deterioration"))
                .containsEntry("id", first)
                .containsEntry("evidenceId", newest.toString())
                .containsEntry("since", "2026-02-05T09:00:00Z")
                .containsEntry("values", Map.of("from", 9, "latest", 20, "points", 11, "threshold", 6));
    }

    @Test
    void ofAClientWhoLeftNothingStands() {
        givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(15), "2026-02-05T09:00:00Z");
        assertThat(rules()).hasSize(1);
        people.run(admin.practice(), "update client set archived_at = now() where id = ?", client.id());
        people.run(
                admin.practice(),
                "insert into signal_due values (kith_practice(), ?) on conflict do nothing",
                client.id());
        assertThat(rules()).isEmpty();
    }

    @Test
    void softwareHearsOfAnswersOnlyWithTheScopeForThem() {
        givenOn(clinician, client, answers(3, 2), "2026-01-05T09:00:00Z");
        List<String> without = people.integration(admin.practice(), "progress:read")
                .asks()
                .get(path(""))
                .then()
                .statusCode(200)
                .extract()
                .path("items.rule");
        assertThat(without).isEmpty();
        List<String> with = people.integration(admin.practice(), "progress:read", "responses:read")
                .asks()
                .get(path(""))
                .then()
                .statusCode(200)
                .extract()
                .path("items.rule");
        assertThat(with).containsExactly("critical-item");
    }

    @Test
    void manyClientsAreLookedAtInAFixedNumberOfStatements() {
        policy("\"alerts\": []", "0").statusCode(200); // each alert is a story of its own
        statements(1);
        var few = statements(4); // powers of two, into which the driver cuts a batch
        var many = statements(16);
        assertThat(many).isEqualTo(few);
    }

    private boolean due() {
        return practices.<Boolean>within(
                admin.practice(), () -> watch.hasNews(java.time.Instant.now(), java.time.Duration.ofDays(3)));
    }

    private int statements(int clients) {
        for (var i = 0; i < clients; i++) {
            var one = people.clientOf(clinician);
            givenOn(clinician, one, answers(9), "2026-01-05T09:00:00Z");
            givenOn(clinician, one, answers(15), "2026-02-05T09:00:00Z");
        }
        return (int) Statements.during(() -> ticking.in(admin.practice())).stream()
                .filter(sql -> !sql.contains("insert into outbox_event"))
                .count();
    }

    private void log(String at, int peak, boolean stopped) {
        log("slow-breath", at, peak, stopped);
    }

    private void log(String exercise, String at, int peak, boolean stopped) {
        var alone = exercise.equals("slow-breath");
        clinician
                .asks()
                .body(("{\"client\": \"%s\", \"exercise\": \"%s\", \"author\": \"client\", \"authoredAt\": \"%s\","
                                + " \"before\": {\"suds\": 2%s}, \"after\": {%s, \"suds-peak\": %d, \"suds\": 2},"
                                + " \"stopRuleUsed\": %s, \"complete\": true}")
                        .formatted(
                                client.id(),
                                exercise,
                                at,
                                alone ? "" : ", \"rung\": 1",
                                alone ? "\"breath-comfort\": 5" : "\"outcome\": \"asked-yes\"",
                                peak,
                                stopped))
                .put("/v1/logs/" + UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    private ValidatableResponse policy(String part, String version) {
        return policyBy(admin, part, version);
    }

    private ValidatableResponse policyBy(Someone somebody, String part, String version) {
        var whole = new java.util.LinkedHashMap<>(Map.of(
                "measurements", "6",
                "overdueAfter", "\"P3D\"",
                "missedInARow", "3",
                "distressRise", "3",
                "distressAtLeast", "7",
                "off", "[]",
                "alerts", "[]"));
        whole.keySet().removeIf(member -> part.contains("\"" + member + "\""));
        var rest = new StringBuilder();
        whole.forEach((member, value) ->
                rest.append(", \"").append(member).append("\": ").append(value));
        return somebody.asks()
                .header("If-Match", "\"" + version + "\"")
                .body("{" + part + rest + "}")
                .put("/v1/practice/signal-policy")
                .then();
    }

    private List<String> rules() {
        return list("").extract().path("items.rule");
    }

    private Map<String, Object> standing(String rule) {
        List<Map<String, Object>> found = list("").extract().path("items");
        return found.stream()
                .filter(one -> rule.equals(one.get("rule")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + rule + " in " + found));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> judgedBy(Map<String, Object> signal) {
        return (Map<String, Object>) java.util.Objects.requireNonNull(signal.get("values"));
    }

    private ValidatableResponse list(String query) {
        return clinician.asks().get(path(query)).then().statusCode(200);
    }

    private String path(String query) {
        return "/v1/clients/" + client.id() + "/signals" + query;
    }
}
