package dev.kith.report;

import static dev.kith.house.Phq9.answers;
import static dev.kith.house.Phq9.givenOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.kith.house.OwnQuestionnaire;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.PgTestResource;
import dev.kith.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client's scores and answers as tables, for whom they concern. */
@QuarkusTest
@QuarkusTestResource(PgTestResource.class)
class TablesTest {
    private static final String SCORES =
            "\"at\",\"questionnaire\",\"version\",\"scale\",\"author\",\"value\",\"reason\",\"band\",\"responseId\"";
    private static final String ITEMS =
            "\"responseId\",\"at\",\"questionnaire\",\"version\",\"author\",\"linkId\",\"loinc\",\"answer\"";
    /** Two more questions than the one of the house: texts, and choices of many and of one's own. */
    private static final String MORE = """
            "items": [
               {"linkId": "KEY.3", "type": "text", "required": false, "text": {"en": "What else?"}},
               {"linkId": "KEY.4", "type": "multiple-choice", "required": false, "options": "often", "text": {"en": "Which?"}},
               {"linkId": "KEY.5", "type": "open-choice", "required": false, "options": "often", "text": {"en": "Or?"}},
            """;

    @Inject
    People people;

    private Someone admin;
    private Someone clinician;
    private Someone client;

    @BeforeEach
    void found() {
        admin = people.practice();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
    }

    @Test
    void scoresAreRowsInTheOrderOfTime() {
        var second = givenOn(clinician, client, answers(9), "2026-01-12T09:00:00Z");
        var first = givenOn(clinician, client, answers(18), "2026-01-05T09:00:00Z");
        assertThat(rows(clinician, "scores.csv"))
                .containsExactly(
                        SCORES,
                        row("2026-01-05T09:00:00Z", "phq-9", 1, "total", "client", 18, "", "moderately-severe", first),
                        row("2026-01-12T09:00:00Z", "phq-9", 1, "total", "client", 9, "", "mild", second));
    }

    @Test
    void answersAreRowsWithTheirCodes() {
        var id = givenOn(clinician, client, answers(18), "2026-01-05T09:00:00Z");
        assertThat(rows(clinician, "items.csv"))
                .hasSize(10)
                .startsWith(ITEMS, row(id, "2026-01-05T09:00:00Z", "phq-9", 1, "client", "phq-9.1", "44250-9", 3))
                .endsWith(row(id, "2026-01-05T09:00:00Z", "phq-9", 1, "client", "phq-9.9", "44260-8", 0));
    }

    @Test
    void nobodysOwnWordsAreInIt() {
        var id = answeredInOwnWords(admin, clinician, client, "=cmd|' /C calc'!A0", "@sesame");
        assertThat(rows(clinician, "items.csv"))
                .containsExactly(
                        ITEMS,
                        row(id, "2026-01-05T09:00:00Z", "evening", 1, "client", "evening.4", "", 0),
                        row(id, "2026-01-05T09:00:00Z", "evening", 1, "client", "evening.4", "", 2),
                        row(id, "2026-01-05T09:00:00Z", "evening", 1, "client", "evening.1", "", 1),
                        row(id, "2026-01-05T09:00:00Z", "evening", 1, "client", "evening.2", "", 2));
    }

    @Test
    void theyAreKeptToThePeriodAndTheQuestionnaire() {
        givenOn(clinician, client, answers(18), "2026-01-05T09:00:00Z");
        givenOn(clinician, client, answers(9), "2026-01-12T09:00:00Z");
        assertThat(rows(clinician, "scores.csv?from=2026-01-05&to=2026-01-12"))
                .hasSize(2)
                .last()
                .asString()
                .contains("\"18\"");
        assertThat(rows(clinician, "scores.csv?from=2026-01-06"))
                .hasSize(2)
                .last()
                .asString()
                .contains("\"9\"");
        assertThat(rows(clinician, "items.csv?from=2026-01-06")).hasSize(10);
        assertThat(rows(clinician, "scores.csv?questionnaire=gad-7")).containsExactly(SCORES);
        assertThat(rows(clinician, "items.csv?questionnaire=gad-7")).containsExactly(ITEMS);
        assertThat(rows(clinician, "items.csv?questionnaire=phq-9")).hasSize(19);
    }

    @Test
    void aTableIsLongerThanItsPages() {
        var first = givenOn(clinician, client, answers(18), "2026-01-05T09:00:00Z");
        var more = 2 * Tabling.MANY + 3;
        people.run(clinician.practice(), """
                insert into response
                select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'task_id', null,
                        'authored_at', r.authored_at + (n / 2) * interval '1 minute'))).*
                from response r, generate_series(1, %d) n where r.id = '%s'
                """.formatted(more, first));
        people.run(clinician.practice(), """
                insert into score select (jsonb_populate_record(s, jsonb_build_object('response_id', r.id))).*
                from score s, response r
                where s.response_id = '%s' and r.client_id = '%s' and r.id <> s.response_id
                """.formatted(first, client.id()));
        assertThat(rows(clinician, "scores.csv")).hasSize(more + 2).doesNotHaveDuplicates();
        assertThat(rows(clinician, "items.csv")).hasSize(9 * (more + 1) + 1).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scores.csv", "items.csv"})
    void theyAreFilesThatSayWhatTheyAre(String file) {
        clinician
                .asks()
                .get(path(file))
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/csv;charset=utf-8;header=present"))
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .header("Cache-Control", "no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scores.csv", "items.csv"})
    void theClientReadsTheirOwnWithoutWhatIsKeptForATalk(String file) {
        givenOn(clinician, client, answers(18), "2026-01-05T09:00:00Z");
        assertThat(rows(client, file)).hasSizeGreaterThan(1);
        clinician
                .asks()
                .header("If-Match", "\"0\"")
                .body("{\"hidden\": [\"phq-9\"]}")
                .put("/v1/clients/" + client.id() + "/progress/visibility")
                .then()
                .statusCode(200);
        assertThat(rows(client, file)).hasSize(1);
        assertThat(rows(clinician, file)).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scores.csv", "items.csv"})
    void strangersGetNothing(String file) {
        for (var stranger : new Someone[] {
            people.clinician(clinician.practice()),
            people.clinician(people.practice().practice()),
            people.clientOf(clinician)
        }) {
            stranger.asks().get(path(file)).then().statusCode(404);
        }
        admin.asks().get(path(file)).then().statusCode(403);
        var scope = file.startsWith("scores") ? "progress:read" : "responses:read";
        var other = file.startsWith("scores") ? "responses:read" : "progress:read";
        people.integration(clinician.practice(), scope)
                .asks()
                .get(path(file))
                .then()
                .statusCode(200);
        people.integration(clinician.practice(), other)
                .asks()
                .get(path(file))
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scores", "items"})
    void eachExportLeavesItsRowInTheTrail(String what) {
        rows(clinician, what + ".csv");
        clinician.asks().get(path(what + ".csv?questionnaire=nothing")).then().statusCode(422);
        assertThat(people.count(
                        clinician.practice(),
                        "select count(*) from audit_entry where action = ? and client_id = ?",
                        what + ".exported",
                        client.id()))
                .isEqualTo(1);
    }

    /** A questionnaire of the practice's own with texts and choices, answered: what was said, and what was chosen that is not on the list. */
    static UUID answeredInOwnWords(Someone admin, Someone clinician, Someone client, String said, String other) {
        OwnQuestionnaire.publish(
                admin,
                OwnQuestionnaire.json("evening").replace("\"items\": [\n", MORE.replace("KEY", "evening")),
                "evening");
        var id = Ids.next();
        clinician
                .asks()
                .body(Map.of(
                        "client",
                        client.id().toString(),
                        "questionnaire",
                        "evening",
                        "author",
                        "client",
                        "authoredAt",
                        "2026-01-05T09:00:00Z",
                        "complete",
                        true,
                        "answers",
                        Map.of(
                                "evening.1",
                                1,
                                "evening.2",
                                2,
                                "evening.3",
                                said,
                                "evening.4",
                                List.of(0, 2),
                                "evening.5",
                                Map.of("other", other))))
                .put("/v1/responses/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    private List<String> rows(Someone who, String file) {
        var text = who.asks().get(path(file)).then().statusCode(200).extract().asString();
        assertThat(text).endsWith("\r\n");
        return List.of(text.split("\r\n"));
    }

    private static String row(Object... cells) {
        var quoted = java.util.Arrays.stream(cells)
                .map(cell -> '"' + cell.toString() + '"')
                .toList();
        return String.join(",", quoted);
    }

    private String path(String file) {
        return "/v1/clients/" + client.id() + "/" + file;
    }
}
