package dev.kith.response;

import static dev.kith.house.Statements.during;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.Noting;
import dev.kith.house.OwnQuestionnaire;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much the hot paths ask of the database, counted at the driver: begin, commit and the pool's own talk left out. */
@QuarkusTest
class StatementCountTest {
    private static final String EVENING = "{\"answers\": {\"evening.1\": 1, \"evening.2\": 1}, \"complete\": true}";

    @Inject
    People people;

    @Inject
    Worlds worlds;

    Someone author;
    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        author = people.practice();
        clinician = people.clinician(author.practice());
        client = people.clientOf(clinician);
    }

    @Test
    void completingATaskTakesEightStatements() {
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        var task = worlds.task(clinician, client);
        var asked = during(() -> worlds.answer(client, task, Worlds.CALM));
        assertThat(asked).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void aCriticalAnswerAddsFourStatements() {
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        var calm = worlds.task(clinician, client);
        var critical = worlds.task(clinician, client);
        var another = worlds.task(clinician, client);
        var without = during(() -> worlds.answer(client, calm, Worlds.CALM));
        var with = during(() -> worlds.answer(client, critical, Worlds.CRITICAL));
        // who is there and the practice's pace; the alert with its step, its telling, its link and the news of it; the
        // card; that
        // it was shown. Event and trail go with the response's
        assertThat(with).hasSizeLessThanOrEqualTo(without.size() + 4);
        // a third event, of the alert that it is linked with: the driver sends two rows and one
        var linked = during(() -> worlds.answer(client, another, Worlds.CRITICAL));
        assertThat(linked).hasSizeLessThanOrEqualTo(with.size() + 1);
    }

    @Test
    void anInstrumentOfThePracticesOwnTakesNoMoreThanOneOfTheLibrary() {
        OwnQuestionnaire.publish(author, "evening");
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        worlds.answer(client, evening(), EVENING);
        var library = worlds.task(clinician, client);
        var own = evening();
        var ofLibrary = during(() -> worlds.answer(client, library, Worlds.CALM));
        var ofOwn = during(() -> worlds.answer(client, own, EVENING));
        assertThat(ofOwn).hasSizeLessThanOrEqualTo(8).isEqualTo(ofLibrary);
        assertThat(ofOwn).as("from memory").noneMatch(sql -> sql.contains("from questionnaire_version"));
    }

    @Test
    void whetherAProgramRunsIsAskedOnce() {
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        var task = worlds.task(clinician, client);
        var exercise = Noting.task(clinician, client);
        assertThat(ofEnrolments(during(() -> worlds.answer(client, task, Worlds.CALM))))
                .hasSize(1);
        assertThat(ofEnrolments(during(() -> Noting.log(client, exercise, Noting.DONE))))
                .hasSize(1);
    }

    private static List<String> ofEnrolments(List<String> asked) {
        return asked.stream().filter(sql -> sql.contains("from enrollment ")).toList();
    }

    @Test
    void aClientsOpenTasksAreOneQuery() {
        worlds.task(clinician, client);
        worlds.task(clinician, client);
        client.asks().get("/v1/me/tasks?state=open").then().statusCode(200);
        var asked =
                during(() -> client.asks().get("/v1/me/tasks?state=open").then().statusCode(200));
        assertThat(beside(asked)).hasSize(1);
    }

    @Test
    void progressTakesThreeQueriesForAnyNumberOfScalesAndGoals() { // and one that asks who may see the client
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        readProgress();
        var one = beside(during(this::readProgress));
        bring("gad-7", 7);
        for (var goal : List.of(worlds.goal(clinician, client), worlds.goal(clinician, client))) {
            client.asks()
                    .body("{\"level\": 1}")
                    .post("/v1/goals/" + goal + "/ratings")
                    .then()
                    .statusCode(201);
        }
        worlds.answer(client, worlds.task(clinician, client), Worlds.CALM);
        var more = beside(during(this::readProgress));
        assertThat(one).hasSizeLessThanOrEqualTo(4);
        assertThat(more).hasSameSizeAs(one);
    }

    private String evening() {
        String assignment = clinician
                .asks()
                .body("{\"questionnaire\": \"evening\"}")
                .post("/v1/clients/" + client.id() + "/assignments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return worlds.taskOf(clinician, assignment);
    }

    private void readProgress() {
        clinician.asks().get("/v1/clients/" + client.id() + "/progress").then().statusCode(200);
    }

    private void bring(String questionnaire, int items) {
        var answers = new ArrayList<String>();
        for (var item = 1; item <= items; item++) {
            answers.add("\"%s.%d\": 1".formatted(questionnaire, item));
        }
        clinician
                .asks()
                .body("""
                    {"client": "%s", "questionnaire": "%s", "author": "client", "complete": true, "answers": {%s}}
                    """.formatted(client.id(), questionnaire, String.join(", ", answers)))
                .put("/v1/responses/" + Ids.next())
                .then()
                .statusCode(201);
    }

    /** What is asked besides tenancy, authority and the trail. */
    private static List<String> beside(List<String> asked) {
        return asked.stream()
                .filter(sql -> !sql.contains("set_config") && !sql.contains("kith_authority"))
                .filter(sql -> !sql.contains("into audit_entry"))
                .toList();
    }
}
