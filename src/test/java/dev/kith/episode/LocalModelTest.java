package dev.kith.episode;

import static dev.kith.house.Phq9.answers;
import static dev.kith.house.Phq9.givenOn;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Sandbox;
import dev.kith.house.Statements;
import dev.kith.jobs.Ticking;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who does worse than a practice's own closed episodes did; made once a day, told with all its figures, kept for good. */
@QuarkusTest
class LocalModelTest {
    @Inject
    People people;

    @Inject
    ClosedClients closed;

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
        Sandbox.moveTo(admin, "2027-03-01T10:00:00Z");
    }

    @Test
    void whoIsOffTheCourseOfThosePastIsToldWithAllItsFigures() {
        closed.archived(admin.practice(), 0, 200);
        var latest = measured(client, 15, 14, 13, 15);
        wanted();
        assertThat(signals(client)).as("no model yet").isEmpty();
        ticking.in(admin.practice());
        var model = model();
        var signal = signals(client).get(0);
        assertThat(signals(client)).hasSize(1);
        assertThat(signal)
                .containsEntry("rule", "outside-local-band")
                .containsEntry("ruleVersion", 1)
                .containsEntry("severity", "amber")
                .containsEntry("questionnaire", "phq-9")
                .containsEntry("scale", "total")
                .containsEntry("author", "client")
                .containsEntry("evidenceId", latest.toString())
                .containsEntry("since", "2026-01-23T09:00:00Z");
        assertThat(figures(signal))
                .isEqualTo(
                        "{bound=14.57, episodes=200, expected=12.23, high=14.57, initial=15, level=0.9, low=9.89, score=15, session=3}");
        assertThat(String.valueOf(signal.get("sentences")))
                .contains("The score is 15. By 200 closed episodes of this practice, no more than 14.57 was expected.")
                .contains(
                        "Local: it tells only how it went in this practice with those who came here, and nothing of what works.");
        assertThat(judge(signal))
                .isEqualTo(Map.of(
                        "id",
                        model.get("id"),
                        "label",
                        "local",
                        "rule",
                        "local-expected-response",
                        "ruleVersion",
                        1,
                        "episodes",
                        200,
                        "madeAt",
                        model.get("madeAt")));
        clinician
                .asks()
                .get("/v1/caseload?signal=outside-local-band")
                .then()
                .body("items.clientId", equalTo(List.of(client.id().toString())));
    }

    @Test
    void progressTellsTheSameAndTheModelBesideIt() {
        closed.archived(admin.practice(), 0, 200);
        measured(client, 15, 14, 13, 15);
        assertThat(ofScale("")).as("where nobody said so").isEmpty();
        wanted();
        ticking.in(admin.practice());
        var told = ofScale("");
        var signal = signals(client).get(0);
        assertThat(told).hasSize(1);
        for (var same : List.of("rule", "ruleVersion", "severity", "evidenceId", "sentences", "localModel", "since")) {
            assertThat(told.get(0)).as(same).containsEntry(same, signal.get(same));
        }
        assertThat(figures(told.get(0))).isEqualTo(figures(signal));
        assertThat(judge(told.get(0))).containsEntry("label", "local");
        assertThat(ofScale("?to=2026-01-20"))
                .as("one score less, which lies within")
                .isEmpty();
        policy(", \"localModels\": true, \"off\": [\"outside-local-band\"]", 1);
        assertThat(ofScale("")).as("without the rule").isEmpty();
    }

    @Test
    void modelsCostProgressOneStatementWhereTheyAreWantedAndNoneElsewhere() {
        closed.archived(admin.practice(), 0, 200);
        measured(client, 15, 14, 13, 15);
        ofScale("");
        var without = Statements.during(() -> ofScale(""));
        wanted();
        ticking.in(admin.practice());
        var with = Statements.during(() -> ofScale(""));
        assertThat(without).noneMatch(LocalModelTest::looksForModels);
        assertThat(with).hasSize(without.size() + 1);
        assertThat(with).filteredOn(LocalModelTest::looksForModels).hasSize(1);
    }

    @Test
    void clientsAreToldOfNoModel() {
        closed.archived(admin.practice(), 0, 200);
        measured(client, 15, 14, 13, 15);
        wanted();
        ticking.in(admin.practice());
        var asked = Statements.during(() -> client.asks()
                .get("/v1/clients/" + client.id() + "/progress")
                .then()
                .statusCode(200)
                .body("scales[0].signals", equalTo(List.of())));
        assertThat(asked).noneMatch(LocalModelTest::looksForModels);
    }

    /** What progress tells of the PHQ-9. */
    private List<Map<String, Object>> ofScale(String query) {
        return clinician
                .asks()
                .get("/v1/clients/" + client.id() + "/progress" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("scales[0].signals");
    }

    @Test
    void itIsSaidInGermanToo() {
        closed.archived(admin.practice(), 0, 200);
        measured(client, 15, 14, 13, 15);
        wanted();
        ticking.in(admin.practice());
        clinician
                .asks()
                .header("Accept-Language", "de")
                .get("/v1/clients/" + client.id() + "/signals")
                .then()
                .body(
                        "items[0].sentences.text",
                        equalTo(
                                List.of(
                                        "Der Wert ist 15. Nach 200 abgeschlossenen Behandlungen dieser Praxis waren höchstens 14,57 zu erwarten.",
                                        "Lokal: Das zeigt nur, wie es in dieser Praxis bei denen verlief, die hier waren, und nichts darüber, was wirkt.")));
    }

    @Test
    void whoIsOnCourseIsNotToldOf() {
        closed.archived(admin.practice(), 0, 200);
        measured(client, 15, 14, 13, 14);
        var better = people.clientOf(clinician);
        measured(better, 15, 9, 6, 2);
        var once = people.clientOf(clinician);
        measured(once, 24);
        var lowerThanAnybody = people.clientOf(clinician);
        measured(lowerThanAnybody, 2, 7);
        wanted();
        ticking.in(admin.practice());
        for (var one : List.of(client, better, once, lowerThanAnybody)) {
            assertThat(signals(one)).isEmpty();
        }
        assertThat(silence(client)).as("judged, and all is well").isEmpty();
        assertThat(silence(better)).isEmpty();
        assertThat(silence(once)).containsExactly("ONE_MEASUREMENT");
        assertThat(silence(lowerThanAnybody)).containsExactly("BEYOND_EPISODES");
    }

    @Test
    void thePracticeMayWantAnAlertOrDoWithoutTheRule() {
        closed.archived(admin.practice(), 0, 200);
        measured(client, 15, 14, 13, 15);
        policy(
                ", \"localModels\": true, \"alerts\": [{\"rule\": \"outside-local-band\", \"severity\": \"notice\"}]",
                0);
        ticking.in(admin.practice());
        assertThat(signals(client)).hasSize(1);
        clinician.asks().get("/v1/alerts").then().body("items.rule", equalTo(List.of("outside-local-band")));
        policy(", \"localModels\": true, \"off\": [\"outside-local-band\"]", 1);
        assertThat(signals(client)).isEmpty();
    }

    @Test
    void withOneEpisodeLessThereIsNoneAndTheReason() {
        closed.archived(admin.practice(), 0, 199);
        measured(client, 15, 14, 13, 27);
        wanted();
        ticking.in(admin.practice());
        assertThat(model())
                .containsEntry("episodes", 199)
                .containsEntry("episodesNeeded", 200)
                .containsEntry("reason", "TOO_FEW_EPISODES")
                .containsEntry("figures", null);
        assertThat(rules(client)).doesNotContain("outside-local-band");
        assertThat(silence(client)).containsExactly("TOO_FEW_EPISODES");
    }

    @Test
    void anotherPracticesEpisodesNeverCount() {
        var other = people.practice();
        closed.archived(other.practice(), 0, 300);
        closed.archived(admin.practice(), 0, 120);
        wanted();
        ticking.in(admin.practice());
        assertThat(model()).containsEntry("episodes", 120).containsEntry("reason", "TOO_FEW_EPISODES");
        people.admin(other.practice())
                .asks()
                .get("/v1/practice/local-models")
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of()));
        other.asks()
                .get("/v1/practice/local-models/" + model().get("id"))
                .then()
                .statusCode(404);
    }

    @Test
    void whereNobodySaidSoNothingIsMadeAndNothingIsAskedFor() {
        closed.archived(admin.practice(), 0, 200);
        measured(client, 15, 14, 13, 15);
        admin.asks().get("/v1/practice/signal-policy").then().body("localModels", equalTo(false));
        var asked = Statements.during(() -> ticking.in(admin.practice()));
        assertThat(signals(client)).isEmpty();
        assertThat(models("")).isEmpty();
        assertThat(asked).noneMatch(sql -> sql.contains("insert into local_model") || sql.contains("regr_sxx"));
        assertThat(asked).noneMatch(LocalModelTest::looksForModels);
    }

    @Test
    void turnedOffAgainTheSignalEndsAndWhatWasMadeStays() {
        closed.archived(admin.practice(), 0, 200);
        measured(client, 15, 14, 13, 15);
        wanted();
        ticking.in(admin.practice());
        var signal = signals(client).get(0);
        policy("", 1);
        assertThat(signals(client)).isEmpty();
        closed.archived(admin.practice(), 200, 210);
        Sandbox.moveTo(admin, "2027-03-02T10:00:00Z");
        assertThat(models("?newest=false")).hasSize(1);
        List<Map<String, Object>> past =
                list(client, "?standing=false").extract().path("items");
        assertThat(past).hasSize(1);
        assertThat(judge(past.get(0))).isEqualTo(judge(signal));
    }

    @Test
    void onOneDayItIsMadeOnceHoweverOftenAndByHoweverMany() throws Exception {
        closed.archived(admin.practice(), 0, 200);
        wanted();
        AtOnce.times(4, () -> {
            ticking.in(admin.practice());
            return true;
        });
        closed.archived(admin.practice(), 200, 210);
        ticking.in(admin.practice());
        Sandbox.moveTo(admin, "2027-03-01T23:00:00Z");
        assertThat(models("?newest=false"))
                .extracting(one -> one.get("episodes"))
                .containsExactly(200);
        assertThat(people.count(admin.practice(), "select count(*) from outbox_event where kind = 'local-model.made'"))
                .isEqualTo(1);
        Sandbox.moveTo(admin, "2027-03-02T01:00:00Z");
        assertThat(models("?newest=false"))
                .extracting(one -> one.get("episodes"))
                .containsExactly(210, 200);
        assertThat(models("")).extracting(one -> one.get("episodes")).containsExactly(210);
    }

    @Test
    void whoseClosedClientsAreMoreThanOnePortionIsAddedUpAll() {
        closed.archived(admin.practice(), 0, Modelling.AT_ONCE + 220);
        wanted();
        ticking.in(admin.practice());
        assertThat(model()).containsEntry("episodes", Modelling.AT_ONCE + 220).containsEntry("reason", null);
        assertThat(String.valueOf(model().get("figures")))
                .as("scores of all: 1 + n % 6 of each")
                .contains("scores=" + 7 * (Modelling.AT_ONCE + 220) / 2);
        assertThat(
                        people.count(
                                admin.practice(),
                                "select count(*) from local_model_round where practice_id = kith_practice() and done and sums = '[]'"))
                .isEqualTo(1);
    }

    @Test
    void aDayThatBringsNothingNewAddsNothing() {
        closed.archived(admin.practice(), 0, 200);
        wanted();
        ticking.in(admin.practice());
        var made = model();
        Sandbox.moveTo(admin, "2027-03-04T10:00:00Z");
        assertThat(models("?newest=false")).containsExactly(made);
    }

    @Test
    void aSignalStaysExplainedByTheModelThatItWasJudgedBy() {
        closed.archived(admin.practice(), 0, 200);
        measured(client, 15, 14, 13, 15);
        wanted();
        ticking.in(admin.practice());
        var first = model();
        var signal = signals(client).get(0);
        closed.archived(admin.practice(), 200, 260);
        Sandbox.moveTo(admin, "2027-03-02T10:00:00Z");
        var second = model();
        assertThat(second).containsEntry("episodes", 260);
        assertThat(second.get("id")).isNotEqualTo(first.get("id"));
        assertThat(signals(client)).containsExactly(signal);
        Map<String, Object> read = clinician
                .asks()
                .get("/v1/practice/local-models/" + judge(signal).get("id"))
                .then()
                .statusCode(200)
                .extract()
                .path("$");
        assertThat(read).isEqualTo(first);
        givenOn(clinician, client, answers(16), "2026-02-01T09:00:00Z");
        var later = signals(client).get(0);
        assertThat(later.get("id")).isEqualTo(signal.get("id"));
        assertThat(judge(later)).containsEntry("id", second.get("id")).containsEntry("episodes", 260);
        assertThat(figures(later)).contains("score=16", "session=4", "episodes=260");
    }

    @Test
    void nobodyChangesOrRemovesAModel() {
        closed.archived(admin.practice(), 0, 3);
        wanted();
        ticking.in(admin.practice());
        for (var sql : List.of("update local_model set episodes = 200", "delete from local_model")) {
            assertThatThrownBy(() -> people.run(admin.practice(), sql))
                    .hasStackTraceContaining("permission denied for table local_model");
        }
    }

    @Test
    void onlyThePracticesMembersReadThem() {
        for (var stranger : List.of(client, people.integration(admin.practice(), "progress:read"))) {
            stranger.asks().get("/v1/practice/local-models").then().statusCode(403);
        }
        admin.asks().get("/v1/practice/local-models?limit=0").then().statusCode(422);
        admin.asks()
                .get("/v1/practice/local-models/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void manyClientsAreJudgedInAFixedNumberOfStatements() {
        closed.archived(admin.practice(), 0, 200);
        policy(", \"localModels\": true, \"alerts\": []", 0);
        ticking.in(admin.practice());
        statements(1);
        var few = statements(4);
        var many = statements(16);
        assertThat(many).hasSameSizeAs(few);
        assertThat(many).filteredOn(LocalModelTest::looksForModels).hasSize(1);
    }

    private static boolean looksForModels(String sql) {
        return sql.contains("from local_model") && sql.contains("cross join lateral");
    }

    private List<String> statements(int clients) {
        for (var i = 0; i < clients; i++) {
            measured(people.clientOf(clinician), 15, 14, 13, 15);
        }
        return Statements.during(() -> ticking.in(admin.practice())).stream()
                .filter(sql -> !sql.contains("insert into outbox_event"))
                .toList();
    }

    /** A week apart; the last one's id. */
    private UUID measured(Someone who, int... totals) {
        var last = new UUID(0, 0);
        for (var i = 0; i < totals.length; i++) {
            last = givenOn(clinician, who, answers(totals[i]), "2026-01-%02dT09:00:00Z".formatted(2 + 7 * i));
        }
        return last;
    }

    private void wanted() {
        policy(", \"localModels\": true", 0);
    }

    private void policy(String more, int version) {
        var off = more.contains("\"off\"") ? "" : ", \"off\": []";
        var alerts = more.contains("\"alerts\"") ? "" : ", \"alerts\": []";
        admin.asks()
                .header("If-Match", "\"" + version + "\"")
                .body(
                        "{\"measurements\": 6, \"overdueAfter\": \"P3D\", \"missedInARow\": 3, \"distressRise\": 3, \"distressAtLeast\": 7"
                                + off + alerts + more + "}")
                .put("/v1/practice/signal-policy")
                .then()
                .statusCode(200)
                .body("localModels", equalTo(more.contains("localModels")));
    }

    /** The only one. */
    private Map<String, Object> model() {
        var models = models("");
        assertThat(models).hasSize(1);
        return models.get(0);
    }

    private List<Map<String, Object>> models(String query) {
        return admin.asks()
                .get("/v1/practice/local-models" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** Why the rule could not be judged. */
    private List<String> silence(Someone who) {
        return list(who, "").extract().path("notJudged.findAll { it.rule == 'outside-local-band' }.reason");
    }

    private List<String> rules(Someone who) {
        return list(who, "").extract().path("items.rule");
    }

    private List<Map<String, Object>> signals(Someone who) {
        return list(who, "").extract().path("items");
    }

    private ValidatableResponse list(Someone who, String query) {
        return clinician
                .asks()
                .get("/v1/clients/" + who.id() + "/signals" + query)
                .then()
                .statusCode(200);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> judge(Map<String, Object> signal) {
        return (Map<String, Object>) requireNonNull(signal.get("localModel"));
    }

    /** By name, as plain numbers. */
    private static String figures(Map<String, Object> signal) {
        var figures = new java.util.TreeMap<String, String>();
        ((Map<?, ?>) requireNonNull(signal.get("values")))
                .forEach((name, value) -> figures.put(
                        name.toString(),
                        new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()));
        return figures.toString();
    }
}
