package dev.kith.progress;

import static dev.kith.house.Phq9.answers;
import static dev.kith.house.Phq9.givenOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changed and whether it is real, with the figures it was judged by. */
@QuarkusTest
class ProgressTest {
    private static final String TOTAL = "scales.find { it.questionnaire == 'phq-9' && it.author == 'client' }.";

    @Inject
    People people;

    @Inject
    Worlds worlds;

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
    void fromSixteenToNineIsReliableAndRecoveredByPublishedFigures() {
        weekly(16, 9);
        progress("")
                .rootPath(TOTAL + "change")
                .body("value", equalTo(-7), "rci", equalTo(-2.2915f), "threshold", equalTo(6))
                .body("class", equalTo("reliable-improvement"), "clinical", equalTo("recovered"))
                .body("crossedUnreliably", equalTo(false), "reason", nullValue())
                .body("basis.kind", equalTo("published-threshold"), "basis.sd", equalTo(5.4f))
                .body("basis.reliability", equalTo(0.84f), "basis.standardError", equalTo(3.0547f))
                .body("basis.cutOff", equalTo(10), "basis.citation", containsString("NHS"))
                .body("basis.cutOffKind", equalTo("published"), "basis.cutOffCitation", containsString("NHS"))
                .body("method.name", equalTo("reliable-change"), "method.version", equalTo(1))
                .body("method.citation", containsString("Christensen"), "method.reason", nullValue());
    }

    @Test
    void milestonesAreThreeFactsOfTheirOwn() {
        weekly(16, 9);
        progress("")
                .rootPath(TOTAL + "milestones")
                .body(
                        "percent",
                        equalTo(-43.75f),
                        "importance.felt",
                        equalTo("better"),
                        "importance.points",
                        equalTo(5))
                .body("response.reached", equalTo(false), "response.percent", equalTo(50))
                .body("remission.before", equalTo(false), "remission.now", equalTo(false), "remission.mark", equalTo(5))
                .body("method.name", equalTo("milestones"), "method.citation", nullValue())
                .body("method.reason", equalTo("OWN_ARITHMETIC"));
    }

    @Test
    void aTrendIsTheMedianSlopeOfRealWeeks() {
        weekly(17, 15, 13, 11, 9);
        progress("")
                .rootPath(TOTAL + "trend")
                .body(
                        "slopePerWeek",
                        equalTo(-2.0f),
                        "ci.low",
                        equalTo(-2.0f),
                        "ci.high",
                        equalTo(-2.0f),
                        "n",
                        equalTo(5))
                .body("confidence", equalTo(0.95f), "heading", equalTo("falling"), "going", equalTo("better"))
                .body("method.name", equalTo("theil-sen"), "method.citation", containsString("Sen, P. K. (1968)"));
    }

    @Test
    void aSuddenGainIsFoundWhereItLasted() {
        weekly(20, 19, 20, 10, 11, 10);
        progress("")
                .rootPath(TOTAL + "suddenShifts")
                .body("points", equalTo(6), "found.kind", contains("gain"), "found.gain", contains(10))
                .body("found[0].fromAt", equalTo("2026-01-19T09:00:00Z"), "found[0].meanAfter", equalTo(10.33f))
                .body("method.name", equalTo("sudden-shifts"), "method.citation", containsString("DeRubeis"));
    }

    @Test
    void whereThereIsNothingEachPartSaysWhy() {
        progress("")
                .body(
                        "scales",
                        empty(),
                        "joint",
                        empty(),
                        "exercises",
                        empty(),
                        "ladder",
                        empty(),
                        "truncated",
                        empty())
                .body("adherence.due", equalTo(0), "adherence.rate", nullValue())
                .body("adherence.reason", equalTo("NOTHING_DUE"), "adherence.lagReason", equalTo("NOTHING_DONE"))
                .body("adherence.method.name", equalTo("adherence"), "adherence.method.version", equalTo(1));
    }

    @Test
    void ofOneScoreNoChangeIsMade() {
        weekly(16);
        progress("")
                .body(TOTAL + "change.reason", equalTo("ONE_MEASUREMENT"), TOTAL + "change.value", nullValue())
                .body(TOTAL + "milestones.importance.reason", equalTo("ONE_MEASUREMENT"))
                .body(TOTAL + "trend", nullValue(), TOTAL + "trendReason", equalTo("FEWER_THAN_THREE_TIMES"))
                .body(TOTAL + "inWords", containsString("one score so far"));
    }

    @Test
    void scoresOfOneMomentCountAlikeWhicheverCameFirst() {
        var other = people.clientOf(clinician);
        for (var total : List.of(12, 16)) {
            givenOn(clinician, client, answers(total), at(1));
            givenOn(clinician, other, answers(28 - total), at(1));
        }
        for (var total : List.of(7, 5)) {
            givenOn(clinician, client, answers(total), at(2));
            givenOn(clinician, other, answers(12 - total), at(2));
        }
        for (var one : List.of(client, other)) {
            of(clinician, one, "")
                    .body(TOTAL + "points.value", contains(12, 16, 5, 7))
                    .body(TOTAL + "baseline.value", equalTo(12), TOTAL + "latest.value", equalTo(7));
        }
    }

    @Test
    void theBaselineIsChosen() {
        weekly(20, 16, 9);
        progress("?baseline=2026-01-06")
                .body(TOTAL + "baseline.value", equalTo(16), TOTAL + "change.value", equalTo(-7));
        progress("?baseline=2027-01-06")
                .body(TOTAL + "baseline", nullValue(), TOTAL + "baselineReason", equalTo("NO_MEASUREMENT_THERE"))
                .body(TOTAL + "latest.value", equalTo(9), TOTAL + "change.reason", equalTo("NO_MEASUREMENT_THERE"));
        progress("?baseline=episode").body(TOTAL + "baseline.value", equalTo(20));
    }

    @Test
    void anEpisodeBeginsWithItsIntake() {
        admin.asks()
                .body("{\"at\": \"2027-03-01T09:00:00Z\"}")
                .put("/v1/sandbox/clock")
                .then()
                .statusCode(200);
        worlds.enrollment(clinician, client);
        givenOn(clinician, client, answers(20), "2027-01-10T09:00:00Z");
        givenOn(clinician, client, answers(18), "2027-02-25T09:00:00Z");
        givenOn(clinician, client, answers(12), "2027-03-01T08:00:00Z");
        givenOn(clinician, client, answers(9), "2027-03-01T09:00:00Z");
        progress("?baseline=episode")
                .body("baseline", equalTo("episode"), TOTAL + "baseline.value", equalTo(18))
                .body(TOTAL + "change.value", equalTo(-9));
    }

    @Test
    void daysBeginWhereTheClientLives() { // in Berlin, an hour before they do in UTC
        givenOn(clinician, client, answers(16), "2026-02-01T22:30:00Z");
        givenOn(clinician, client, answers(9), "2026-02-01T23:30:00Z");
        progress("?from=2026-02-02").body(TOTAL + "points.value", contains(9));
        progress("?to=2026-02-02").body(TOTAL + "points.value", contains(16));
        progress("?from=2026-02-02T00:00:00Z").body("scales", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline=2026-13-01", "baseline=last", "from=yesterday", "to=2026-1-1"})
    void whatCannotBeReadIsRefused(String query) {
        clinician.asks().get(path("?" + query)).then().statusCode(400);
    }

    @Test
    void eachAuthorHasTheirOwnSeriesSideBySide() {
        weekly(16, 9);
        given(clinician, "phq-9", 9, 1, "clinician", at(2));
        progress("").body("scales.author", contains("client", "clinician"), "scales.latest.value", contains(9, 9));
    }

    @Test
    void twoMeasuresTogetherAreJudgedByTheRuleWhichSaysThatNobodyReadAllOfIt() {
        weekly(16, 9);
        given(clinician, "gad-7", 7, 2, "client", at(1));
        progress("").rootPath("joint[0]").body("reason", equalTo("TOO_FEW_SESSIONS"), "recovered", nullValue());
        given(clinician, "gad-7", 7, 1, "client", at(2));
        progress("")
                .rootPath("joint[0]")
                .body("rule", equalTo("nhs-talking-therapies"), "verified", equalTo(false), "sessions", equalTo(2))
                .body("caseAtFirst", equalTo(true), "caseAtLast", equalTo(false), "recovered", equalTo(true))
                .body("improved", equalTo(true), "reliablyRecovered", equalTo(true), "reason", nullValue());
    }

    @Test
    void signalsStandAsTheyDoAtTheEndOfThePeriod() {
        weekly(9, 15);
        progress("?from=2026-01-10")
                .body(TOTAL + "points", hasSize(1))
                .body(TOTAL + "signals.rule", contains("reliable-deterioration"))
                .body(TOTAL + "signals[0].sentences[0].text", containsString("6 points worse"));
        progress("?to=2026-01-10").body(TOTAL + "signals", empty());
    }

    @Test
    void aClientReadsTheirOwnInPlainWords() {
        weekly(9, 15);
        given(clinician, "gad-7", 7, 2, "client", at(1));
        of(client, client, "")
                .body(
                        TOTAL + "signals",
                        empty(),
                        TOTAL + "milestones",
                        nullValue(),
                        TOTAL + "suddenShifts",
                        nullValue())
                .body(TOTAL + "change.class", nullValue(), TOTAL + "change.clinical", nullValue())
                .body(TOTAL + "change.basis.cutOff", nullValue(), "joint", empty())
                .body(TOTAL + "change.basis.cutOffKind", nullValue())
                .body(TOTAL + "inWords", containsString("worth talking about"));
        client.asks()
                .header("Accept-Language", "de")
                .get(path(""))
                .then()
                .body(TOTAL + "inWords", containsString("in die andere Richtung"));
    }

    @Test
    void whoHasItAlreadyIsSentNothingAndTheLookIsOnTheTrail() {
        weekly(16, 9);
        var tag = progress("").extract().header("ETag");
        clinician.asks().header("If-None-Match", tag).get(path("")).then().statusCode(304);
        assertThat(people.count(admin.practice(), "select count(*) from audit_entry where action = 'progress.read'"))
                .isEqualTo(2);
        givenOn(clinician, client, answers(5), at(3));
        clinician
                .asks()
                .header("If-None-Match", tag)
                .get(path(""))
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
    }

    @Test
    void whoDoesNotCareForTheClientFindsNothing() {
        for (var stranger : List.of(
                people.clinician(admin.practice()),
                people.clientOf(clinician),
                people.clinician(people.practice().practice()))) {
            stranger.asks().get(path("")).then().statusCode(404);
        }
        admin.asks().get(path("")).then().statusCode(403);
    }

    @Test
    void aLongSeriesIsCutToItsNewestPointsAndStillKnowsItsBaseline() {
        people.run(admin.practice(), ProgressGrowthTest.RESPONSES, client.id(), client.account(), 0, 400);
        people.run(admin.practice(), ProgressGrowthTest.SCORES, client.id(), 0, 400);
        var scale = progress("").rootPath(TOTAL.substring(0, TOTAL.length() - 1));
        scale.body("points", hasSize(366), "truncated", equalTo(true), "trend.n", equalTo(366))
                .body("baseline.at", equalTo("2001-01-01T00:00:00Z"));
    }

    private void weekly(int... totals) {
        for (var i = 0; i < totals.length; i++) {
            givenOn(clinician, client, answers(totals[i]), at(i + 1));
        }
    }

    /** The Monday of that week, from the first one of 2026 on. */
    private static String at(int week) {
        return java.time.Instant.parse("2026-01-05T09:00:00Z")
                .plus(java.time.Duration.ofDays(7L * (week - 1)))
                .toString();
    }

    private void given(Someone who, String questionnaire, int items, int each, String author, String at) {
        Map<String, Integer> answers = IntStream.rangeClosed(1, items)
                .boxed()
                .collect(Collectors.toMap(
                        item -> questionnaire + "." + item,
                        item -> questionnaire.equals("phq-9") && item == 9 ? 1 : each));
        who.asks()
                .body(Map.of(
                        "client", client.id().toString(),
                        "questionnaire", questionnaire,
                        "author", author,
                        "authoredAt", at,
                        "complete", true,
                        "answers", answers))
                .put("/v1/responses/" + Ids.next())
                .then()
                .statusCode(201);
    }

    private ValidatableResponse progress(String query) {
        return of(clinician, client, query);
    }

    private static ValidatableResponse of(Someone who, Someone client, String query) {
        return who.asks()
                .get("/v1/clients/" + client.id() + "/progress" + query)
                .then()
                .statusCode(200);
    }

    private String path(String query) {
        return "/v1/clients/" + client.id() + "/progress" + query;
    }
}
