package dev.kith.signal;

import static dev.kith.house.Phq9.answers;
import static dev.kith.house.Phq9.givenOn;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.kith.house.OwnQuestionnaire;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Sandbox;
import dev.kith.house.Statements;
import dev.kith.house.Work;
import dev.kith.house.Worlds;
import dev.kith.jobs.Ticking;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No signal because all is well, and no signal because there was nothing to judge by, are told apart. */
@QuarkusTest
class NotJudgedTest {
    private static final String DAILY = """
            {"questionnaire": "gad-7", "schedule": {"start": "2027-03-02", "rrule": "FREQ=DAILY;COUNT=10", "opensFor": "P1D", "dueAfter": "PT12H"}}
            """;

    @Inject
    People people;

    @Inject
    Worlds worlds;

    @Inject
    Ticking ticking;

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
    void ofWhomNothingIsKnownEachRuleSaysThatItSaysNothing() {
        list(clinician, "").body("items", equalTo(List.of()), "moreNotJudged", equalTo(false));
        var reasons = new LinkedHashMap<String, Object>();
        notJudged().forEach(one -> {
            assertThat(one).containsEntry("ruleVersion", 1).containsEntry("questionnaire", null);
            assertThat(reasons.put(String.valueOf(one.get("rule")), one.get("reason")))
                    .isNull();
        });
        assertThat(reasons)
                .containsOnly(
                        Map.entry("reliable-deterioration", "NO_MEASUREMENT"),
                        Map.entry("lost-gain", "NO_MEASUREMENT"),
                        Map.entry("no-early-response", "NO_MEASUREMENT"),
                        Map.entry("critical-item", "NO_MEASUREMENT"),
                        Map.entry("overdue-measure", "NOTHING_DUE"),
                        Map.entry("missed-in-a-row", "NOTHING_DUE"),
                        Map.entry("distress-spike", "TOO_FEW_SESSIONS"),
                        Map.entry("stop-rule-used", "NO_SESSION"),
                        Map.entry("outside-local-band", "RULE_OFF"));
    }

    @Test
    void oneScoreIsNoChangeAndTwoAreJudged() {
        givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        assertThat(ofScale("reliable-deterioration"))
                .containsEntry("questionnaire", "phq-9")
                .containsEntry("scale", "total")
                .containsEntry("author", "client")
                .containsEntry("reason", "ONE_MEASUREMENT");
        assertThat(ofScale("lost-gain")).containsEntry("reason", "ONE_MEASUREMENT");
        assertThat(told("critical-item")).as("looked at with each answer").isEmpty();
        givenOn(clinician, client, answers(12), "2026-01-12T09:00:00Z");
        assertThat(told("reliable-deterioration")).isEmpty();
        assertThat(told("lost-gain")).isEmpty();
        assertThat(ofScale("no-early-response")).containsEntry("reason", "TOO_FEW_MEASUREMENTS");
        for (var week = 1; week <= 4; week++) {
            givenOn(clinician, client, answers(6), "2026-02-%02dT09:00:00Z".formatted(7 * week));
        }
        assertThat(told("no-early-response")).as("six, and all is well").isEmpty();
    }

    @Test
    void whereNobodyPublishedFiguresTheReasonIsThat() {
        OwnQuestionnaire.publish(admin, "evening");
        for (var day = 1; day <= 2; day++) {
            clinician
                    .asks()
                    .body("""
                        {"client": "%s", "questionnaire": "evening", "author": "client", "authoredAt": "2026-01-0%dT09:00:00Z", "complete": true,
                         "answers": {"evening.1": 1, "evening.2": %d}}
                        """.formatted(client.id(), day, day))
                    .put("/v1/responses/" + Ids.next())
                    .then()
                    .statusCode(201);
        }
        for (var rule : List.of("reliable-deterioration", "lost-gain", "no-early-response")) {
            assertThat(ofScale(rule))
                    .containsEntry("questionnaire", "evening")
                    .containsEntry("reason", "NO_PUBLISHED_RELIABILITY");
        }
    }

    @Test
    void whatWasGivenAndNeverAnsweredIsNamed() {
        givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(9), "2026-01-12T09:00:00Z");
        Work.assigned(clinician, client, "{\"questionnaire\": \"gad-7\"}");
        assertThat(ofScale("reliable-deterioration"))
                .containsEntry("questionnaire", "gad-7")
                .containsEntry("scale", null)
                .containsEntry("reason", "NO_MEASUREMENT");
        assertThat(told("critical-item")).as("nothing in it would be critical").isEmpty();
        var other = people.clientOf(clinician);
        worlds.task(clinician, other); // a PHQ-9
        client = other;
        assertThat(ofScale("critical-item"))
                .containsEntry("questionnaire", "phq-9")
                .containsEntry("reason", "NO_MEASUREMENT");
    }

    @Test
    void workOfWhichNothingIsOverIsNamedUntilSomethingIs() {
        Sandbox.moveTo(admin, "2027-03-02T01:00:00Z");
        var assignment = Work.assigned(clinician, client, DAILY);
        assertThat(ofScale("missed-in-a-row"))
                .containsEntry("assignmentId", assignment)
                .containsEntry("questionnaire", "gad-7")
                .containsEntry("reason", "NOTHING_DUE");
        assertThat(told("overdue-measure")).as("it is open, and not late").isEmpty();
        Sandbox.moveTo(admin, "2027-03-03T02:00:00Z");
        assertThat(told("missed-in-a-row")).as("one was missed: judged").isEmpty();
        assertThat(told("overdue-measure")).isEmpty();
    }

    @Test
    void aRuleThatThePracticeDoesWithoutIsToldOnceAndOfNothing() {
        givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        admin.asks()
                .header("If-Match", "\"0\"")
                .body("""
                    {"measurements": 6, "overdueAfter": "P3D", "missedInARow": 3, "distressRise": 3, "distressAtLeast": 7,
                     "off": ["lost-gain"], "alerts": [], "localModels": true}
                    """)
                .put("/v1/practice/signal-policy")
                .then()
                .statusCode(200);
        assertThat(ofScale("lost-gain"))
                .containsEntry("reason", "RULE_OFF")
                .containsEntry("questionnaire", null)
                .containsEntry("ruleVersion", 1);
        assertThat(ofScale("outside-local-band"))
                .containsEntry("questionnaire", "phq-9")
                .containsEntry("reason", "ONE_MEASUREMENT");
        givenOn(clinician, client, answers(9), "2026-01-12T09:00:00Z");
        assertThat(ofScale("outside-local-band")).containsEntry("reason", "NO_LOCAL_MODEL");
    }

    @Test
    void softwareIsNotToldOfRulesThatItMayNotHearOf() {
        var software = people.integration(admin.practice(), "progress:read");
        List<String> rules = list(software, "").extract().path("notJudged.rule");
        assertThat(rules)
                .contains("reliable-deterioration", "missed-in-a-row")
                .doesNotContain("critical-item", "distress-spike", "stop-rule-used");
    }

    @Test
    void ofAClientWhoLeftNothingIsJudged() {
        givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(15), "2026-02-05T09:00:00Z");
        people.run(admin.practice(), "update client set archived_at = now() where id = ?", client.id());
        assertThat(notJudged())
                .hasSize(SignalRule.values().length)
                .allSatisfy(one -> assertThat(one).containsEntry("reason", "NOT_IN_CARE"));
    }

    @Test
    void factsThatCannotBeJudgedAreNoAllClear() {
        var response = givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        people.run(admin.practice(), """
            insert into score (practice_id, response_id, revision, scale, value, answered, items, prorated, engine)
            values (kith_practice(), ?, 1, 'no-such-scale', 1, 1, 1, false, 'a test')
            """, response);
        assertThat(notJudged())
                .hasSize(SignalRule.values().length)
                .allSatisfy(one -> assertThat(one).containsEntry("reason", "FACTS_UNREADABLE"));
    }

    @Test
    void itIsOnEveryPageAndCostsNoFurtherStatement() throws SQLException {
        givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(15, 2), "2026-02-05T09:00:00Z");
        ticking.in(admin.practice());
        ticking.in(admin.practice()); // the alerts that it raised are news too
        var first = list(clinician, "?limit=1");
        assertThat(first.extract().<List<Object>>path("items")).hasSize(1);
        var asked = Statements.during(
                () -> list(clinician, "?limit=1&after=" + first.extract().path("next"))
                        .body("notJudged", equalTo(first.extract().path("notJudged"))));
        assertThat(asked)
                .as("the policy, whether there is news, and the page")
                .filteredOn(sql -> sql.contains("signal"))
                .hasSize(3);
        assertThat(asked).noneMatch(sql -> sql.contains("from score") || sql.contains("from log"));
    }

    @Test
    void whoIsNewIsJudgedByWhoeverReadsFirst() throws SQLException {
        ticking.in(admin.practice());
        people.run(admin.practice(), "delete from signal_due where practice_id = kith_practice()");
        people.run(admin.practice(), "delete from signal_not_judged where practice_id = kith_practice()");
        assertThat(told("reliable-deterioration")).hasSize(1);
        assertThat(people.count(admin.practice(), "select count(*) from signal_not_judged"))
                .isEqualTo(1);
    }

    @Test
    void anotherPracticeSeesNothingOfIt() {
        notJudged();
        var elsewhere = people.practice();
        assertThat(people.count(elsewhere.practice(), "select count(*) from signal_not_judged"))
                .isZero();
        people.clinician(elsewhere.practice()).asks().get(path("")).then().statusCode(404);
        client.asks().get(path("")).then().statusCode(403);
    }

    @Test
    void itIsBounded() {
        var verdict = new Verdict(Policy.USUAL);
        for (var i = 0; i < 300; i++) {
            verdict.lacks(
                    SignalRule.LOST_GAIN,
                    new Standing.About("q-" + i, null, null, null, null, null),
                    dev.kith.change.Reason.NO_MEASUREMENT);
        }
        var page = SignalPage.of(new dev.kith.paging.Slice<>(List.of(), null), verdict.notJudged(), List.of());
        assertThat(verdict.notJudged()).hasSize(NotJudged.MOST + 1);
        assertThat(page.notJudged()).hasSize(NotJudged.MOST);
        assertThat(page.moreNotJudged()).isTrue();
        assertThat(page.notJudged().get(0).reason())
                .as("what is off comes first")
                .isEqualTo(NotJudged.RULE_OFF);
    }

    /** The only one. */
    private Map<String, Object> ofScale(String rule) {
        var found = told(rule);
        assertThat(found).as(rule).hasSize(1);
        return requireNonNull(found.get(0));
    }

    private List<Map<String, Object>> told(String rule) {
        assertThat(Arrays.stream(SignalRule.values()).map(SignalRule::code)).contains(rule);
        return notJudged().stream().filter(one -> rule.equals(one.get("rule"))).toList();
    }

    private List<Map<String, Object>> notJudged() {
        return list(clinician, "").extract().path("notJudged");
    }

    private ValidatableResponse list(Someone who, String query) {
        return who.asks().get(path(query)).then().statusCode(200);
    }

    private String path(String query) {
        return "/v1/clients/" + client.id() + "/signals" + query;
    }
}
