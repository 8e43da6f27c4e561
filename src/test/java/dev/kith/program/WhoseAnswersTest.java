package dev.kith.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.OwnQuestionnaire;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Gates of programs hear the client. What a partner or a clinician says in the client's place opens nothing, but where only clinicians answer. */
@QuarkusTest
class WhoseAnswersTest {
    private static final String SAFE = "{\"ksr-20.q0b\": \"yes\"}";
    private static final String CALM =
            Worlds.CALM.replaceFirst("\\{\"answers\": ", "").replace(", \"complete\": true}", "");
    private static final String RESTED = "{\"evening.1\": 2, \"evening.2\": 0}";

    @Inject
    People people;

    Someone admin;
    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        admin = people.practice();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
        OwnQuestionnaire.publish(
                admin,
                OwnQuestionnaire.json("evening")
                        .replace("\"recallPeriod\"", "\"respondents\": [\"clinician\"], \"recallPeriod\""),
                "evening");
        admin.asks().body("""
                {"key": "ours", "version": 1, "languages": ["en"], "title": {"en": "Ours"}, "purpose": {"en": "Try."}, "weeks": 1, "steps": [
                  {"code": "asked", "week": 0, "type": "exercise", "key": "im-fine-pause", "words": {"en": "One."},
                   "gates": [{"kind": "answer", "questionnaire": "ksr-20", "item": "ksr-20.q0b", "is": ["yes"]}]},
                  {"code": "scored", "week": 0, "type": "exercise", "key": "slow-breath", "words": {"en": "Two."},
                   "gates": [{"kind": "score", "questionnaire": "phq-9", "scale": "total", "atLeast": 5, "atMost": 14}]},
                  {"code": "rated", "week": 0, "type": "exercise", "key": "support-map", "words": {"en": "Three."},
                   "gates": [{"kind": "score", "questionnaire": "evening", "scale": "total", "atMost": 2}]}]}
                """).post("/v1/programs").then().statusCode(201);
        admin.asks()
                .body("{}")
                .post("/v1/programs/ours/versions/1/publication")
                .then()
                .statusCode(200);
    }

    @Test
    void aPartnerWhoSaysThatSomebodyIsSafeDoesNotOpenTheAskingOfAClientWhoSaysThatNobodyIs() {
        var walked = Walked.into(clinician, client, "ours");
        assertThat(walked.waitsFor("asked")).containsExactly("not-answered");
        brings("client", "ksr-20", "{\"ksr-20.q0b\": \"no\"}");
        assertThat(walked.waitsFor("asked")).containsExactly("answered-otherwise");
        brings("informant", "ksr-20", SAFE);
        brings("clinician", "ksr-20", SAFE);
        assertThat(walked.waitsFor("asked")).containsExactly("answered-otherwise");
        assertThat(walked.state("asked")).isEqualTo("waiting");
        brings("client", "ksr-20", SAFE);
        assertThat(walked.state("asked")).isEqualTo("assigned");
    }

    @Test
    void aScoreOfTheClientsOwnOpensAStep() {
        var walked = Walked.into(clinician, client, "ours");
        assertThat(walked.waitsFor("scored")).containsExactly("no-score");
        brings("informant", "phq-9", CALM);
        brings("clinician", "phq-9", CALM);
        assertThat(walked.waitsFor("scored")).containsExactly("no-score");
        brings("client", "phq-9", CALM.replaceAll(": \\d", ": 0"));
        assertThat(walked.waitsFor("scored")).containsExactly("score-outside");
        brings("client", "phq-9", CALM);
        assertThat(walked.state("scored")).isEqualTo("assigned");
    }

    @Test
    void whatOnlyCliniciansAnswerIsHeardFromAClinician() {
        var walked = Walked.into(clinician, client, "ours");
        brings("client", "evening", RESTED);
        brings("informant", "evening", RESTED);
        assertThat(walked.waitsFor("rated")).containsExactly("no-score");
        brings("clinician", "evening", RESTED);
        assertThat(walked.state("rated")).isEqualTo("assigned");
    }

    private void brings(String author, String questionnaire, String answers) {
        clinician
                .asks()
                .body("""
                        {"client": "%s", "questionnaire": "%s", "author": "%s", "answers": %s, "complete": true}
                        """.formatted(client.id(), questionnaire, author, answers))
                .put("/v1/responses/" + Ids.next())
                .then()
                .statusCode(201);
    }
}
