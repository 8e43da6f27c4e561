package dev.kith.pace;

import static dev.kith.house.Work.assigned;
import static dev.kith.house.Work.each;
import static dev.kith.house.Work.tasks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client's pace: who sets it, what is refused, and what the weekly cap withdraws and brings back. */
@QuarkusTest
class ClientPaceTest {
    private static final String CAP = "{\"weeklyCap\": %d, \"reminders\": \"on\"}";

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

    @Test
    void nobodysSettingIsNoCapAndHasAVersion() {
        client.asks()
                .get(path())
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("weeklyCap", nullValue())
                .body("quietHours", nullValue())
                .body("reminders", equalTo("on"))
                .body("changedAt", nullValue());
    }

    @Test
    void theClientAndTheCareTeamSetIt() {
        sets(client, 0, """
                {"weeklyCap": 3, "quietHours": {"from": "21:30", "to": "08:00"}, "reminders": "off"}
                """)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("quietHours.from", equalTo("21:30"))
                .body("reminders", equalTo("off"));
        sets(clinician, 1, "{\"reminders\": \"on\"}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("weeklyCap", nullValue())
                .body("quietHours", nullValue());
        assertThat(count("select count(*) from outbox_event where kind = 'pace.changed' and client_id = ?"))
                .isEqualTo(2);
        assertThat(count("select count(*) from audit_entry where action = 'pace.changed' and client_id = ?"))
                .isEqualTo(2);
    }

    @Test
    void theSameAgainIsNoChange() {
        sets(client, 0, CAP.formatted(4)).statusCode(200);
        sets(client, 1, CAP.formatted(4)).statusCode(200).header("ETag", "\"1\"");
        assertThat(count("select count(*) from outbox_event where kind = 'pace.changed' and client_id = ?"))
                .isEqualTo(1);
    }

    @Test
    void whenToRemindIsKeptAsItWasSaidAndTheSameInOtherWordsIsNoChange() {
        sets(client, 0, """
                {"reminders": "on", "timing": {"lead": "P1W", "repeats": 2, "every": "PT90M"}, "remindersPerDay": 2}
                """)
                .statusCode(200)
                .body("timing.lead", equalTo("P7D"))
                .body("timing.repeats", equalTo(2))
                .body("timing.every", equalTo("PT1H30M"))
                .body("remindersPerDay", equalTo(2));
        sets(client, 1, """
                {"reminders": "on", "timing": {"lead": "P7D", "repeats": 2, "every": "PT1H30M"}, "remindersPerDay": 2}
                """).statusCode(200).header("ETag", "\"1\"");
        sets(client, 1, "{\"reminders\": \"on\", \"timing\": {\"repeats\": 0}}")
                .statusCode(200)
                .body("timing.repeats", equalTo(0))
                .body("timing.lead", nullValue())
                .body("remindersPerDay", nullValue());
        sets(client, 2, "{\"reminders\": \"on\", \"timing\": {}}")
                .statusCode(200)
                .body("timing", nullValue());
    }

    @Test
    void anOldVersionOrNoneChangesNothing() {
        sets(client, 0, CAP.formatted(4)).statusCode(200);
        sets(client, 0, CAP.formatted(5)).statusCode(412);
        client.asks().body(CAP.formatted(5)).put(path()).then().statusCode(428);
        client.asks().get(path()).then().body("weeklyCap", equalTo(4));
    }

    @Test
    void ofManyFirstSettingsOneWins() throws Exception {
        var replies = AtOnce.calls(
                8,
                () -> client.asks()
                        .header("If-Match", "\"0\"")
                        .body(CAP.formatted(2))
                        .put(path()));
        assertThat(replies).extracting(Response::statusCode).containsOnly(200, 412);
        assertThat(replies).filteredOn(reply -> reply.statusCode() == 200).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"weeklyCap\": 101, \"reminders\": \"on\"}|/weeklyCap",
                "{\"weeklyCap\": -1, \"reminders\": \"on\"}|/weeklyCap",
                "{\"quietHours\": {\"from\": \"24:00\", \"to\": \"08:00\"}, \"reminders\": \"on\"}|/quietHours/from",
                "{\"quietHours\": {\"from\": \"21:00\"}, \"reminders\": \"on\"}|/quietHours/to",
                "{\"quietHours\": {\"from\": \"08:00\", \"to\": \"08:00\"}, \"reminders\": \"on\"}|/quietHours/to",
                "{\"weeklyCap\": 3}|/reminders",
                "{\"reminders\": \"on\", \"remindersPerDay\": 0}|/remindersPerDay",
                "{\"reminders\": \"on\", \"timing\": {\"lead\": \"P40D\"}}|/timing/lead",
                "{\"reminders\": \"on\", \"timing\": {\"lead\": \"soon\"}}|/timing/lead",
                "{\"reminders\": \"on\", \"timing\": {\"repeats\": 2}}|/timing/every",
                "{\"reminders\": \"on\", \"timing\": {\"every\": \"P1D\"}}|/timing/every",
                "{\"reminders\": \"on\", \"timing\": {\"repeats\": 2, \"every\": \"PT5M\"}}|/timing/every",
                "{\"reminders\": \"on\", \"timing\": {\"repeats\": 11, \"every\": \"P1D\"}}|/timing/repeats"
            })
    void whatMakesNoSenseIsRefused(String body, String pointer) {
        sets(client, 0, body).statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void somebodyElsesPaceIsNotThere() {
        var other = people.clientOf(people.clinician(client.practice()));
        sets(other, 0, CAP.formatted(1)).statusCode(404);
        sets(people.clinician(client.practice()), 0, CAP.formatted(1)).statusCode(404);
        sets(people.clinician(people.practice().practice()), 0, CAP.formatted(1))
                .statusCode(404);
    }

    @Test
    void aLowerCapWithdrawsWhatIsPastItAndAHigherOneBringsItBack() {
        var exercise = nextWeek("exercise", "slow-breath");
        var questionnaire = nextWeek("questionnaire", "phq-9");
        sets(client, 0, CAP.formatted(2)).statusCode(200);
        assertThat(each(tasks(clinician, exercise), "state"))
                .containsExactly("scheduled", "scheduled", "cancelled", "cancelled", "cancelled");
        assertThat(each(tasks(clinician, exercise), "endedWhy")).endsWith("weekly-cap", "weekly-cap");
        assertThat(each(tasks(clinician, questionnaire), "state")).containsOnly("scheduled");
        sets(client, 1, CAP.formatted(4)).statusCode(200);
        assertThat(each(tasks(clinician, exercise), "state"))
                .containsExactly("scheduled", "scheduled", "scheduled", "scheduled", "cancelled");
        sets(client, 2, "{\"reminders\": \"on\"}").statusCode(200);
        assertThat(each(tasks(clinician, exercise), "state")).containsOnly("scheduled");
    }

    @Test
    void whatIsOpenStaysAndWhatIsDoneCounts() {
        var open = assigned(clinician, client, "{\"exercise\": \"slow-breath\"}");
        sets(client, 0, CAP.formatted(0)).statusCode(200);
        assertThat(each(tasks(clinician, open), "state")).containsExactly("open");
        people.run(client.practice(), """
                update task set ended_as = 'completed', ended_at = opens_at where client_id = ? and ended_as is null
                """, client.id());
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"));
        sets(client, 1, CAP.formatted(1)).statusCode(200);
        var thisWeek = assigned(clinician, client, """
                {"exercise": "slow-breath", "schedule": {"start": "%sT23:59:59", "opensFor": "P1D"}}
                """.formatted(today));
        assertThat(each(tasks(clinician, thisWeek), "endedWhy")).containsExactly("weekly-cap");
    }

    /** Five days of one week that has not begun. */
    private String nextWeek(String kind, String what) {
        var monday = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"))
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return assigned(clinician, client, """
                {"%s": "%s", "schedule": {"start": "%s", "rrule": "FREQ=DAILY;COUNT=5"}}
                """.formatted(kind, what, monday));
    }

    private ValidatableResponse sets(Someone who, int version, String body) {
        return who.asks()
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put(path())
                .then();
    }

    private String path() {
        return "/v1/clients/" + client.id() + "/pace";
    }

    private long count(String sql) {
        return people.count(client.practice(), sql, client.id());
    }
}
