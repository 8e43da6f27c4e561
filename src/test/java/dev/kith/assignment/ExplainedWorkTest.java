package dev.kith.assignment;

import static dev.kith.house.Work.assigned;
import static dev.kith.house.Work.tasks;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of work, in the language of whoever asks. */
@QuarkusTest
class ExplainedWorkTest {
    @Inject
    People people;

    @Inject
    Clock clock;

    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            de              | de | Sie öffnet am Sonntag, 25. Januar 2026, 08:30 Uhr (Europe/Vienna).
            de-AT, en;q=0.5 | de | Sie öffnet am Sonntag, 25. Jänner 2026, 08:30 Uhr (Europe/Vienna).
            fr, de;q=0.4    | de | Sie öffnet am Sonntag, 25. Januar 2026, 08:30 Uhr (Europe/Vienna).
            en-GB           | en | It opens Sun 25 Jan 2026, 08:30 in Europe/Vienna.
            fr              | en | It opens Sun 25 Jan 2026, 08:30 in Europe/Vienna.
            ;;;             | en | It opens Sun 25 Jan 2026, 08:30 in Europe/Vienna.
            nothing         | en | It opens Sun 25 Jan 2026, 08:30 in Europe/Vienna.
            """)
    void anExplanationSpeaksTheReadersLanguage(@Nullable String wanted, String language, String opens) {
        explanation(given("2026-01-25T08:30"), wanted)
                .header("Content-Language", language)
                .header("Vary", containsString("Accept-Language"))
                .body("words", hasItem(opens))
                .body("because", equalTo("closed-without-answer"));
    }

    @Test
    void anExplanationIsGermanFromEndToEnd() {
        explanation(given("2026-03-29T02:30"), "de")
                .body(
                        "words",
                        equalTo(List.of(
                                "Die Aufgabe ist so vorgesehen: einmal, am 29. März 2026 um 02:30 Uhr.",
                                "Sie sollte am Sonntag, 29. März 2026, 02:30 Uhr (Europe/Vienna) öffnen. Diese Uhrzeit fällt wegen"
                                        + " der Zeitumstellung aus; sie öffnet im ersten Moment danach, am Sonntag, 29. März 2026, 03:00 Uhr.",
                                "Sie ist fällig am Sonntag, 5. April 2026, 02:30 Uhr und schließt am Sonntag, 12. April 2026, 02:30 Uhr.",
                                "Sie hat sich ohne Antwort geschlossen.")));
    }

    @Test
    void whatStoodInTheWayIsSaidInTheReadersLanguage() {
        var task = given(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString());
        client.asks()
                .body("{\"barrier\": \"too-hard\"}")
                .post("/v1/tasks/" + task + "/skip")
                .then()
                .statusCode(200);
        explanation(task, null).body("words", hasItem("It was skipped. What stood in the way: too hard."));
        explanation(task, "de-CH").body("words", hasItem("Sie wurde ausgelassen. Was im Weg stand: zu schwer."));
    }

    @Test
    void whatAClosedGateForbidsIsNotSaidToBeOpenAlone() {
        var assignment = assigned(clinician, client, """
                {"exercise": "asking-ladder", "opensGates": ["safe-person"], "reason": "Her sister is safe to ask."}
                """);
        var task = String.valueOf(tasks(clinician, assignment).get(0).get("id"));
        explanation(task, null).body("because", equalTo("open")).body("closedGates", empty());
        clinician
                .asks()
                .body("{\"gate\": \"safe-person\", \"opens\": false, \"reason\": \"They fell out.\"}")
                .post("/v1/clients/" + client.id() + "/gates")
                .then()
                .statusCode(200);
        explanation(task, null)
                .body("because", equalTo("gate-closed"))
                .body("closedGates", contains("safe-person"))
                .body("words", hasItem("It is open, but cannot be done yet."))
                .body("words", hasItem(startsWith("This exercise opens when there is at least one person")))
                .body("words", not(hasItem("It is open now.")));
        explanation(task, "de")
                .body("words", hasItem("Sie ist offen, kann aber noch nicht gemacht werden."))
                .body("words", hasItem(startsWith("Diese Übung öffnet sich, wenn es mindestens einen Menschen gibt")));
    }

    @Test
    void aSnoozeIsTold() {
        var task = given(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString());
        explanation(task, null).body("snoozedUntil", nullValue());
        String until = client.asks()
                .body("{\"forDuration\": \"P1D\"}")
                .post("/v1/tasks/" + task + "/snooze")
                .then()
                .statusCode(200)
                .extract()
                .path("snoozedUntil");
        explanation(task, null)
                .body("because", equalTo("open"))
                .body("snoozedUntil", equalTo(until))
                .body("words", hasItem(startsWith("It was put off: reminders wait until ")));
        explanation(task, "de")
                .body("words", hasItem(startsWith("Sie wurde zurückgestellt: Erinnerungen warten bis ")));
        people.run(client.practice(), "update task set snoozed_until = opens_at where id = ?::uuid", task);
        explanation(task, null)
                .body("snoozedUntil", nullValue())
                .body("words", not(hasItem(startsWith("It was put off"))));
    }

    @Test
    void aPreviewSpeaksTheReadersLanguageAndAgainWhenAskedAgain() {
        for (var retry = 0; retry < 2; retry++) {
            clinician
                    .asks()
                    .header("Accept-Language", retry == 0 ? "de-AT" : "en")
                    .header("Idempotency-Key", "january-by-year")
                    .body("{\"schedule\": {\"start\": \"2027-01-05T09:00\", \"rrule\": \"FREQ=YEARLY;COUNT=2\"}}")
                    .post("/v1/schedules/preview")
                    .then()
                    .statusCode(200)
                    .header("Content-Language", "de")
                    .body("words", equalTo("jedes Jahr am 5. Jänner um 09:00 Uhr, 2-mal"));
        }
    }

    private String given(String start) {
        var assignment = assigned(clinician, client, """
                {"questionnaire": "phq-9", "schedule": {"start": "%s", "timeZone": "Europe/Vienna"}}
                """.formatted(start));
        return String.valueOf(tasks(clinician, assignment).get(0).get("id"));
    }

    private ValidatableResponse explanation(String task, @Nullable String wanted) {
        var asks = wanted == null ? client.asks() : client.asks().header("Accept-Language", wanted);
        return asks.get("/v1/tasks/" + task + "/explanation").then().statusCode(200);
    }
}
