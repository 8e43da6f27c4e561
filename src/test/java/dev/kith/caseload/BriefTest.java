package dev.kith.caseload;

import static dev.kith.house.Phq9.answers;
import static dev.kith.house.Phq9.givenOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.kith.client.AddToCareTeam;
import dev.kith.client.CareTeamRole;
import dev.kith.house.Noting;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Phq9;
import dev.kith.house.Statements;
import dev.kith.house.Work;
import dev.kith.house.Worlds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What to know before a session, each line with its source. */
@QuarkusTest
class BriefTest {
    private static final String NASTY = "<script>alert(1)</script>\\\" onload=x {client.name} &amp;";

    @Inject
    People people;

    @Inject
    Worlds worlds;

    Someone admin;
    Someone supervisor;
    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        admin = people.practice();
        supervisor = people.supervisor(admin.practice());
        clinician = people.clinicianSupervisedBy(supervisor);
        client = people.clientOf(clinician);
    }

    @Test
    void everyLineIsLinkedToASourceThatTheReaderMayRead() {
        live("private");
        agree();
        for (var reader : List.of(clinician, supervisor)) {
            var lines = lines(brief(reader, ""));
            assertThat(lines)
                    .extracting(line -> line.get("code"))
                    .contains(
                            "reliable-deterioration",
                            "work-done",
                            "work-skipped",
                            "rung-held",
                            "ask-not-done",
                            "log-made",
                            "feedback-unread",
                            "scores-asked",
                            "critical-alert-open",
                            "alert-open",
                            "signal-stands",
                            "signals-not-judged",
                            "program-held",
                            "goal-rated",
                            "goal-proposed",
                            "goal-achieved",
                            "goal-closed",
                            "safety-plan-changed",
                            "origins-changed",
                            "discuss-formulation-tag",
                            "ask-what-felt-unsafe");
            allSourcesAnswer(reader, lines);
        }
    }

    @Test
    void practiceSoftwareIsToldOnlyOfWhatItMayRead() {
        live("private");
        agree();
        var software = people.integration(
                admin.practice(),
                "caseload:read",
                "responses:read",
                "assignments:read",
                "logs:read",
                "alerts:read",
                "progress:read",
                "enrollments:read");
        var lines = lines(brief(software, ""));
        assertThat(lines).extracting(line -> line.get("code")).contains("log-made", "critical-alert-open");
        assertThat(lines)
                .extracting(line -> line.get("code"))
                .doesNotContain("rung-held", "rung-not-tried", "ask-not-done", "feedback-unread", "scores-asked")
                .doesNotContain("goal-rated", "goal-proposed", "goal-achieved", "goal-closed", "safety-plan-changed")
                .doesNotContain("origins-changed", "discuss-formulation-tag");
        allSourcesAnswer(software, lines);
        var trusted = people.integration(admin.practice(), "caseload:read", "safety:read");
        assertThat(lines(brief(trusted, "")))
                .extracting(line -> line.get("code"))
                .contains("safety-plan-changed")
                .doesNotContain("goal-rated", "goal-proposed", "goal-achieved", "goal-closed");
    }

    @ParameterizedTest
    @CsvSource({
        "alerts:read, alerts",
        "progress:read, signals",
        "progress:read;responses:read, change;signals",
        "responses:read, ''",
        "assignments:read, done;not-done",
        "logs:read, logs",
        "enrollments:read, program",
        "safety:read, safety-plan"
    })
    void practiceSoftwareIsNotToldWhatItsScopesDoNotAllow(String scopes, String sections) {
        live("private");
        agree();
        appointment("ehr%7C1", Instant.now().minus(3, ChronoUnit.DAYS));
        var given = Stream.concat(Stream.of("caseload:read"), Stream.of(scopes.split(";")));
        var told = brief(people.integration(admin.practice(), given.toArray(String[]::new)), "");
        var expected = Stream.concat(Stream.of(sections.split(";")), Stream.of("questions"))
                .filter(code -> !code.isEmpty())
                .toList();
        told.body("sections.code", equalTo(expected))
                .body("sinceBasis", equalTo(scopes.equals("assignments:read") ? "last-appointment" : "fourteen-days"));
        for (var section : expected) {
            if (!section.equals("questions") && !section.equals("done")) {
                assertThat(told.extract().<List<Object>>path("sections.find { it.code == '" + section + "' }.lines"))
                        .as(section)
                        .isNotEmpty();
            }
        }
        assertThat(codes(told).contains("ask-about-safety")).isEqualTo(scopes.equals("alerts:read"));
    }

    @Test
    void signalsOfAnswersAndLogsAreToldToWhoMayReadThose() {
        live("private");
        for (var scope : List.of("responses:read", "logs:read")) {
            var told = brief(people.integration(admin.practice(), "caseload:read", "progress:read", scope), "");
            List<String> rules =
                    told.extract().path("sections.find { it.code == 'signals' }.lines.collect { it.values.rule }");
            assertThat(rules.contains("critical-item")).isEqualTo(scope.equals("responses:read"));
            assertThat(rules.contains("stop-rule-used")).isEqualTo(scope.equals("logs:read"));
        }
    }

    @Test
    void whatCouldNotBeJudgedIsOneLineSinceSilenceIsNoAllClear() {
        var nothing = line(brief(clinician, ""), "signals-not-judged");
        assertThat(text(nothing))
                .isEqualTo(
                        "Could not be judged: too few sessions with the highest distress noted; no session yet; no task is over yet; nothing was measured.");
        assertThat(source(nothing)).containsEntry("href", "/v1/clients/" + client.id() + "/signals");
        assertThat(values(nothing).get("rules")).asList().hasSize(8).doesNotContain("outside-local-band");
        givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        var one = line(brief(clinician, ""), "signals-not-judged");
        assertThat(text(one))
                .contains("only one score (Patient Health Questionnaire")
                .doesNotContain("nothing was measured");
        assertThat(values(one).get("reasons")).asList().contains("ONE_MEASUREMENT");
        var software = people.integration(admin.practice(), "caseload:read", "progress:read");
        assertThat(values(line(brief(software, ""), "signals-not-judged")).get("rules"))
                .asList()
                .doesNotContain("critical-item", "distress-spike", "stop-rule-used");
    }

    @Test
    void whatChangedIsToldWithWhetherItIsReal() {
        var today = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
        givenOn(clinician, client, answers(16), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(10), "2026-01-12T09:00:00Z");
        var latest = givenOn(clinician, client, answers(8), today.toString());
        var line = line(brief(clinician, "?since=2026-01-13"), "reliable-improvement");
        assertThat(text(line))
                .contains("8, Mild")
                .contains("-8 points since 5 January 2026: a reliable improvement.")
                .contains("no longer is")
                .contains("-2 points against the last score before this time, no reliable change.");
        assertThat(values(line))
                .containsEntry("latest", 8)
                .containsEntry("baseline", 16)
                .containsEntry("points", -8)
                .containsEntry("class", "reliable-improvement")
                .containsEntry("clinical", "recovered")
                .containsEntry("classSince", "no-reliable-change")
                .containsKey("citation");
        assertThat(source(line)).containsEntry("kind", "response").containsEntry("id", latest.toString());
        assertThat(line(brief(clinician, "?since=2026-01-13"), "ask-what-helped"))
                .isNotNull();
        assertThat(lines(brief(clinician, "?since=" + Instant.now())))
                .extracting(one -> one.get("code"))
                .doesNotContain("reliable-improvement", "ask-what-helped");
    }

    @Test
    void whatWasAnsweredBeforeTheSessionAndCameAfterItIsNews() {
        givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(10), "2026-01-12T09:00:00Z");
        var session = Instant.now();
        assertThat(codes(brief(clinician, "?since=" + session))).doesNotContain("reliable-deterioration");
        var late = givenOn(
                clinician,
                client,
                answers(16),
                session.minus(1, ChronoUnit.DAYS).toString());
        var line = line(brief(clinician, "?since=" + session), "reliable-deterioration");
        assertThat(source(line)).containsEntry("id", late.toString());
        assertThat(values(line))
                .containsEntry("latest", 16)
                .containsEntry("points", 7)
                .containsEntry("pointsSince", 6)
                .containsEntry("classSince", "reliable-deterioration");
        assertThat(codes(brief(clinician, "?since=" + session))).contains("ask-what-happened");
        assertThat(codes(brief(clinician, "?since=" + Instant.now()))).doesNotContain("reliable-deterioration");
    }

    @Test
    void whatComesLateFromBeforeTheLatestScoreIsNewsOfTheWholeCourse() {
        givenOn(clinician, client, answers(15), "2026-02-05T09:00:00Z");
        var session = Instant.now();
        assertThat(codes(brief(clinician, "?since=" + session))).doesNotContain("first-score");
        givenOn(clinician, client, answers(9), "2026-01-05T09:00:00Z");
        var line = line(brief(clinician, "?since=" + session), "reliable-deterioration");
        assertThat(values(line)).containsEntry("latest", 15).containsEntry("baseline", 9);
        assertThat(values(line).get("pointsSince"))
                .as("the latest was known then")
                .isNull();
    }

    @Test
    void anAskBeforeTheSessionThatWasToldAfterItWasTried() {
        var ladder = Noting.ladder(client, 2, 5);
        var session = Instant.now();
        assertThat(codes(brief(clinician, "?since=" + session))).contains("rung-not-tried");
        asked(ladder, "\"met\": 5, \"outcome\": \"asked-yes\"", session.minus(1, ChronoUnit.DAYS));
        assertThat(codes(brief(clinician, "?since=" + session))).doesNotContain("rung-not-tried", "ask-not-done");
        asked(ladder, "\"outcome\": \"not-done\"", session.minus(1, ChronoUnit.HOURS));
        assertThat(codes(brief(clinician, "?since=" + session))).contains("ask-not-done");
        assertThat(codes(brief(clinician, "?since=" + Instant.now()))).contains("rung-not-tried");
    }

    private void asked(String ladder, String what, Instant at) {
        client.asks()
                .body("{%s, \"at\": \"%s\"}".formatted(what, at))
                .post("/v1/ladders/" + ladder + "/rungs/"
                        + Noting.rungs(client, ladder).get(0) + "/attempts")
                .then()
                .statusCode(201);
    }

    @Test
    void newsOfGoalsIsToldAndWhatWaitsForAClinician() {
        var proposed = agree();
        var told = brief(clinician, "");
        var rated = lines(told).stream()
                .filter(line -> "goal-rated".equals(line.get("code")))
                .toList();
        assertThat(rated).extracting(line -> values(line).get("author")).containsExactly("client", "clinician");
        assertThat(text(rated.get(0)))
                .startsWith("Tell my sister how my day was: at 1 in the client's own eyes, ")
                .endsWith(". 0 is what was hoped for.");
        assertThat(values(rated.get(0))).containsEntry("level", 1).containsEntry("revision", 1);
        assertThat(source(line(told, "goal-proposed")))
                .containsEntry("kind", "goal")
                .containsEntry("id", proposed);
        assertThat(text(line(told, "goal-proposed"))).contains("waits for a clinician to agree");
        told.body(not(containsString("canary")));
        var later = Instant.now();
        assertThat(codes(brief(clinician, "?since=" + later)))
                .as("what waits is told until it is answered")
                .contains("goal-proposed")
                .doesNotContain("goal-rated", "goal-achieved", "goal-closed", "safety-plan-changed");
        clinician
                .asks()
                .header("If-Match", "*")
                .body("{\"state\": \"active\"}")
                .patch("/v1/goals/" + proposed)
                .then()
                .statusCode(200);
        assertThat(codes(brief(clinician, ""))).doesNotContain("goal-proposed");
    }

    @Test
    void whoChangedTheSafetyPlanIsToldAndNoWordOfIt() {
        assertThat(codes(brief(clinician, ""))).doesNotContain("safety-plan-changed");
        plans(client, "canary river");
        plans(client, "canary lake");
        plans(clinician, "canary sea");
        var told = brief(clinician, "");
        told.body(not(containsString("canary")));
        assertThat(lines(told))
                .filteredOn(line -> "safety-plan-changed".equals(line.get("code")))
                .satisfiesExactly(
                        team -> {
                            assertThat(values(team)).containsEntry("author", "care-team");
                            assertThat(text(team)).startsWith("The care team changed the safety plan on ");
                        },
                        own -> {
                            assertThat(values(own))
                                    .containsEntry("author", "client")
                                    .containsEntry("times", 2)
                                    .containsEntry("revision", 2);
                            assertThat(text(own)).startsWith("The client changed the safety plan 2 times, last on ");
                        });
        assertThat(source(line(told, "safety-plan-changed"))).containsEntry("kind", "safety-plan");
    }

    @Test
    void twoTagsThatHaveAPromptAreSuggestedWhoIsSafeNowFirstAndSayWhereTheyComeFrom() {
        assertThat(codes(brief(clinician, ""))).doesNotContain("discuss-formulation-tag", "origins-changed");
        formulates("neglect", "contempt-for-need");
        originates("unsafe-people", "parentified");
        var told = brief(clinician, "");
        told.body(not(containsString("canary")));
        var prompts = lines(told).stream()
                .filter(line -> "discuss-formulation-tag".equals(line.get("code")))
                .toList();
        assertThat(prompts)
                .satisfiesExactly(
                        own -> {
                            assertThat(text(own))
                                    .startsWith("From the client's entry on origins, “People who are not safe”: Who");
                            assertThat(values(own))
                                    .containsEntry("tag", "unsafe-people")
                                    .containsEntry("chosenBy", "client");
                        },
                        team -> {
                            assertThat(text(team))
                                    .startsWith("From the formulation, “Hard on need in others”: What goes on in");
                            assertThat(values(team))
                                    .containsEntry("rule", "discuss-formulation-tag")
                                    .containsEntry("ruleVersion", 1)
                                    .containsEntry("tag", "contempt-for-need")
                                    .containsEntry("chosenBy", "care-team");
                            assertThat(String.valueOf(values(team).get("evidence")))
                                    .contains("/formulation");
                            assertThat(source(team))
                                    .containsEntry("kind", "formulation")
                                    .containsEntry("href", "/v1/clients/" + client.id() + "/formulation");
                        });
        assertThat(lines(told).get(lines(told).size() - 1))
                .as("after what calls for more haste")
                .containsEntry("code", "discuss-formulation-tag");
        formulates("culture-of-individualism", "unsafe-people", "contempt-for-need");
        List<String> tags = brief(clinician, "")
                .extract()
                .path("sections.lines.flatten().findAll { it.code == 'discuss-formulation-tag' }.values.tag");
        assertThat(tags).containsExactly("unsafe-people", "culture-of-individualism");
        clinician
                .asks()
                .header("Accept-Language", "de")
                .get(path())
                .then()
                .body(containsString("Aus dem Fallkonzept, „Allein zurechtkommen als Wert“: Was am"));
    }

    @Test
    void whatTheClientSaysAnewOfTheirOriginsIsToldOnceAndNoWordOfIt() {
        originates("neglect");
        var line = line(brief(clinician, ""), "origins-changed");
        assertThat(text(line)).startsWith("The client changed their entry on origins on ");
        assertThat(values(line)).containsEntry("revision", 1).containsKey("at");
        assertThat(source(line)).containsEntry("kind", "formulation");
        var session = Instant.now();
        assertThat(codes(brief(clinician, "?since=" + session))).doesNotContain("origins-changed");
        formulates("neglect");
        assertThat(codes(brief(clinician, "?since=" + session)))
                .as("what the care team writes it knows")
                .doesNotContain("origins-changed");
        originates("neglect", "let-down");
        assertThat(codes(brief(clinician, "?since=" + session))).contains("origins-changed");
    }

    @Test
    void itTellsSinceTheLastSessionAndSaysSo() {
        brief(clinician, "").body("sinceBasis", equalTo("fourteen-days"));
        var began = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(3, ChronoUnit.DAYS);
        appointment("ehr%7C1", began.minus(7, ChronoUnit.DAYS));
        appointment("ehr%7C2", began);
        appointment("ehr%7C3", began.plus(30, ChronoUnit.DAYS));
        brief(clinician, "")
                .body("sinceBasis", equalTo("last-appointment"))
                .body("since", equalTo(began.toString()))
                .body("sinceText", containsString("Since the last session"));
        appointment("ehr%7C4", Instant.now().minus(2, ChronoUnit.MINUTES));
        brief(clinician, "").body("since", equalTo(began.toString()));
        brief(clinician, "?since=2026-01-05")
                .body("sinceBasis", equalTo("given"))
                .body("since", equalTo("2026-01-05T00:00:00Z"));
        clinician.asks().get(path() + "?since=2999-01-01").then().statusCode(422);
        clinician.asks().get(path() + "?since=yesterday").then().statusCode(400);
    }

    @Test
    void theQuestionOfSafetyStaysUntilSomebodyResolvesTheAlert() {
        Phq9.givenOn(clinician, client, Phq9.answers(8, 1), Instant.now().toString());
        String alert = clinician
                .asks()
                .get("/v1/alerts?client=" + client.id())
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        assertThat(codes(brief(clinician, ""))).contains("ask-about-safety");
        clinician.asks().post("/v1/alerts/" + alert + "/acknowledgement").then().statusCode(200);
        assertThat(codes(brief(clinician, ""))).contains("critical-alert-acknowledged", "ask-about-safety");
        clinician
                .asks()
                .body("{\"action\": \"called-client\"}")
                .post("/v1/alerts/" + alert + "/resolution")
                .then()
                .statusCode(200);
        assertThat(codes(brief(clinician, ""))).doesNotContain("ask-about-safety");
    }

    @Test
    void aQuestionNamesItsRuleAndWhatCalledForIt() {
        var task = skipped("felt-unsafe");
        var line = line(brief(clinician, ""), "ask-what-felt-unsafe");
        assertThat(line).containsEntry("text", "Ask what made it feel unsafe.");
        assertThat(values(line)).containsEntry("rule", "ask-what-felt-unsafe").containsEntry("ruleVersion", 1);
        assertThat(String.valueOf(values(line).get("evidence"))).contains(task);
        assertThat(source(line)).containsEntry("kind", "task").containsEntry("id", task);
        assertThat(text(line(brief(clinician, ""), "work-skipped"))).contains("it felt unsafe");
        assertThat(lines(brief(clinician, "")))
                .extracting(one -> one.get("code"))
                .doesNotContain("ask-for-a-smaller-step");
    }

    @Test
    void thePageIsHarmlessWhateverAClientIsCalled() {
        var id = clinician
                .asks()
                .body("{\"displayName\": \"%s\", \"timeZone\": \"UTC\", \"language\": \"en\"}".formatted(NASTY))
                .post("/v1/clients")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var page = clinician
                .asks()
                .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", "de")
                .get("/v1/clients/" + id + "/brief")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Language", "de")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", containsString("no-store"))
                .extract()
                .asString();
        assertThat(page)
                .contains("<html lang=\"de\">")
                .contains(
                        "Vor der Sitzung: &lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=x {client.name} &amp;amp;")
                .doesNotContain("<script")
                .doesNotContain("\" onload");
        assertThat(page.split("<h1", -1)).hasSize(2);
        assertThat(page)
                .contains("<h2 id=\"questions\">")
                .contains("name=\"viewport\"")
                .contains("@media print");
    }

    @Test
    void thePageSaysWhatTheDataSays() {
        live("private");
        var lines = lines(brief(clinician, ""));
        var page = page(clinician);
        for (var line : lines) {
            assertThat(page).contains("href=\"" + source(line).get("href") + "\"");
        }
        assertThat(page).contains("Ask what made it feel unsafe.");
        clinician.asks().accept("*/*").get(path()).then().contentType("application/json");
        clinician.asks().accept("image/png").get(path()).then().statusCode(406);
    }

    @Test
    void noWordOfALogStandsInIt() {
        live("private");
        live("shared");
        for (var reader : List.of(clinician, supervisor, people.integration(admin.practice(), "caseload:read"))) {
            brief(reader, "").body(not(containsString("canary")));
            assertThat(page(reader)).doesNotContain("canary");
            var caseload = reader.asks().get("/v1/caseload").then().statusCode(200);
            caseload.body(not(containsString("canary")));
        }
    }

    @Test
    void onlyWhoCaresForTheClientReadsIt() {
        var cover = people.clinician(admin.practice());
        for (var stranger :
                List.of(cover, people.clinician(people.practice().practice()), people.supervisor(admin.practice()))) {
            stranger.asks().get(path()).then().statusCode(404);
            stranger.asks().accept("text/html").get(path()).then().statusCode(404);
        }
        for (var refused : List.of(client, admin, people.integration(admin.practice(), "progress:read"))) {
            refused.asks().get(path()).then().statusCode(403);
        }
        people.onTeam(client, AddToCareTeam.fromToday(cover.id(), CareTeamRole.COVER));
        brief(cover, "");
    }

    @Test
    void theTrailTellsWhoReadIt() {
        brief(clinician, "");
        page(clinician);
        assertThat(people.count(
                        admin.practice(),
                        "select count(*) from audit_entry where action = 'caseload.brief-read' and actor_id = ? and client_id = ?",
                        clinician.account(),
                        client.id()))
                .isEqualTo(2);
    }

    @Test
    void moreHistoryCostsNoMoreStatements() {
        live("private");
        brief(clinician, "");
        var few = Statements.during(() -> brief(clinician, ""));
        for (var i = 0; i < 3; i++) {
            live("shared");
        }
        brief(clinician, "");
        assertThat(Statements.during(() -> brief(clinician, "")))
                .hasSameSizeAs(few)
                .hasSizeLessThan(32); // nine of them judge this client by what happened a moment ago
    }

    /** Something of everything. */
    private void live(String sharing) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        givenOn(clinician, client, answers(3), "2026-01-05T09:00:00Z");
        var response =
                givenOn(clinician, client, answers(14, 2), now.minusSeconds(60).toString());
        for (var who : List.of(clinician, client)) {
            who.asks()
                    .body("{\"text\": \"canary between us\"}")
                    .post("/v1/responses/" + response + "/feedback")
                    .then()
                    .statusCode(201);
        }
        skipped("felt-unsafe");
        var ladder = Noting.ladder(client, 2, 5);
        var rung = Noting.rungs(client, ladder).get(0);
        for (var outcome : List.of("\"met\": 5, \"outcome\": \"asked-yes\"", "\"outcome\": \"not-done\"")) {
            client.asks()
                    .body("{" + outcome + "}")
                    .post("/v1/ladders/" + ladder + "/rungs/" + rung + "/attempts")
                    .then()
                    .statusCode(201);
        }
        Noting.log(client, Noting.task(clinician, client), """
            {"before": {"rung": 1, "suds": 6, "context": {"text": "canary context", "sharing": "%1$s"}},
             "after": {"suds-peak": 7, "suds": 4, "outcome": "asked-yes", "learned": {"text": "canary learned", "sharing": "%1$s"},
               "who-helped": [{"who": "friend", "alias": "canary alias", "sharing": "%1$s"}]},
             "stopRuleUsed": true, "complete": true}
            """.formatted(sharing));
        clinician
                .asks()
                .body("{\"program\": \"somatic-first-steps\"}")
                .post("/v1/clients/" + client.id() + "/enrollments");
    }

    /** Goals that were rated, achieved, closed and proposed, a safety plan, and scores that are asked for; the goal that waits. */
    private String agree() {
        chooses(clinician, "/v1/clients/" + client.id() + "/progress/visibility", "\"hidden\": [\"phq-9\"]");
        chooses(client, "/v1/me/progress-visibility", "\"hidden\": [], \"asked\": [\"phq-9\"]");
        var rated = worlds.goal(clinician, client);
        for (var who : List.of(client, clinician)) {
            who.asks()
                    .body("{\"level\": 1, \"note\": \"canary note\"}")
                    .post("/v1/goals/" + rated + "/ratings")
                    .then()
                    .statusCode(201);
        }
        for (var end : List.of("achieved", "closed")) {
            clinician
                    .asks()
                    .header("If-Match", "*")
                    .body("{\"state\": \"%s\", \"reason\": \"canary reason\"}".formatted(end))
                    .patch("/v1/goals/" + worlds.goal(clinician, client))
                    .then()
                    .statusCode(200);
        }
        plans(client, "canary river");
        formulates("parentified");
        originates("neglect");
        return client.asks()
                .body(Worlds.GOAL)
                .post("/v1/clients/" + client.id() + "/goals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void chooses(Someone who, String path, String members) {
        who.asks()
                .header("If-Match", "*")
                .body("{" + members + "}")
                .put(path)
                .then()
                .statusCode(200);
    }

    private void plans(Someone who, String coping) {
        var path = "/v1/clients/" + client.id() + "/safety-plan";
        who.asks()
                .header("If-Match", who.asks().get(path).header("ETag"))
                .body("""
                    {"warningSigns": [], "coping": ["%s"], "distractions": [], "people": [], "professionals": [], "saferSurroundings": []}
                    """.formatted(coping))
                .put(path)
                .then()
                .statusCode(200);
    }

    private void formulates(String... tags) {
        var chosen = Stream.of(tags)
                .map("{\"tag\": \"%s\", \"by\": \"clinician\", \"note\": \"canary note\"}"::formatted)
                .toList();
        clinician
                .asks()
                .header("If-Match", "*")
                .body("{\"tags\": " + chosen + ", \"summary\": \"canary summary\"}")
                .put("/v1/clients/" + client.id() + "/formulation")
                .then()
                .statusCode(200);
    }

    private void originates(String... tags) {
        var chosen = Stream.of(tags).map("\"%s\""::formatted).toList();
        client.asks()
                .header("If-Match", "*")
                .body("{\"tags\": " + chosen + ", \"words\": {\"text\": \"canary words\", \"sharing\": \"shared\"}}")
                .put("/v1/me/origins")
                .then()
                .statusCode(200);
    }

    private static List<Object> codes(ValidatableResponse brief) {
        return lines(brief).stream().map(line -> line.get("code")).toList();
    }

    private String skipped(String barrier) {
        var assignment = Work.assigned(clinician, client, "{\"questionnaire\": \"gad-7\"}");
        var task = String.valueOf(Work.tasks(clinician, assignment).get(0).get("id"));
        client.asks()
                .body("{\"barrier\": \"" + barrier + "\", \"note\": \"canary note\"}")
                .post("/v1/tasks/" + task + "/skip")
                .then()
                .statusCode(200);
        return task;
    }

    private void appointment(String externalId, Instant at) {
        clinician
                .asks()
                .urlEncodingEnabled(false)
                .body("{\"startsAt\": \"" + at + "\"}")
                .put("/v1/clients/" + client.id() + "/appointments/" + externalId)
                .then()
                .statusCode(201);
    }

    private static void allSourcesAnswer(Someone reader, List<Map<String, Object>> lines) {
        assertThat(lines).isNotEmpty();
        for (var line : lines) {
            assertThat(text(line)).isNotBlank();
            var href = String.valueOf(source(line).get("href"));
            assertThat(reader.asks().get(href).statusCode())
                    .as("%s of %s", href, line.get("code"))
                    .isEqualTo(200);
        }
    }

    private ValidatableResponse brief(Someone who, String asked) {
        return who.asks().get(path() + asked).then().statusCode(200);
    }

    private String page(Someone who) {
        return who.asks()
                .accept("text/html")
                .get(path())
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String path() {
        return "/v1/clients/" + client.id() + "/brief";
    }

    private static List<Map<String, Object>> lines(ValidatableResponse brief) {
        return brief.extract().path("sections.lines.flatten()");
    }

    private static Map<String, Object> line(ValidatableResponse brief, String code) {
        return lines(brief).stream()
                .filter(line -> code.equals(line.get("code")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code));
    }

    private static String text(Map<String, Object> line) {
        return String.valueOf(line.get("text"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> source(Map<String, Object> line) {
        return (Map<String, Object>) Objects.requireNonNull(line.get("source"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> values(Map<String, Object> line) {
        return (Map<String, Object>) Objects.requireNonNull(line.get("values"));
    }
}
