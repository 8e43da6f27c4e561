package dev.kith.reminder;

import static dev.kith.house.Work.assigned;
import static dev.kith.house.Work.each;
import static dev.kith.house.Work.tasks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.kith.house.MailServer;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import dev.kith.mail.Rest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Not now, but later: who snoozes is reminded when it is over, also where no rule says so. Through the API, by a sandbox's clock. */
@QuarkusTest
class SnoozedTest {
    static MailServer mail;

    @Inject
    People people;

    @Inject
    Rest rest;

    @Inject
    Clock clock;

    Someone admin;
    Someone clinician;
    Someone client;
    String address;
    LocalDate day;
    String task;

    @BeforeAll
    static void open() {
        mail = MailServer.open();
    }

    /** By the rules that hold until a practice has its own: one e-mail when a task opens, one a day, none from 21:00 to 08:00. */
    @BeforeEach
    void remindedAtTen() {
        rest.answered();
        admin = people.sandbox();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
        address = clinician.asks().get("/v1/clients/" + client.id()).path("email");
        day = LocalDate.ofInstant(clock.instant(), Reminded.BERLIN).plusDays(2);
        var assignment = assigned(clinician, client, """
                {"questionnaire": "phq-9", "schedule": {"start": "%sT10:00", "opensFor": "P2D", "dueAfter": "P1D"}}
                """.formatted(day));
        task = String.valueOf(tasks(clinician, assignment).get(0).get("id"));
        timeIs("10:00");
        assertThat(mails()).isEqualTo(1);
        timeIs("10:05");
    }

    @AfterAll
    static void close() {
        mail.close();
    }

    @Test
    void whoSnoozesIsRemindedOnceWhenItIsOver() {
        snooze("PT2H");
        timeIs("12:04");
        assertThat(mails()).isEqualTo(1);
        timeIs("12:06");
        assertThat(mails()).isEqualTo(2);
        timeIs("20:00");
        assertThat(mails()).isEqualTo(2);
        assertThat(each(reminders(), "state")).containsExactly("sent", "sent");
        assertThat(String.valueOf(reminders().get(1).get("rule"))).startsWith("snooze " + day + "T");
    }

    @Test
    void whoSnoozesAgainIsRemindedWhenTheLaterWordSaysSoAndThenOnly() {
        snooze("PT2H");
        timeIs("11:00");
        snooze("PT3H");
        timeIs("13:59");
        assertThat(mails()).isEqualTo(1);
        timeIs("14:01");
        assertThat(mails()).isEqualTo(2);
    }

    @Test
    void theLaterWordCountsAlsoWhenItSaysSooner() {
        snooze("PT3H");
        timeIs("10:06");
        snooze("PT1H");
        timeIs("11:10");
        assertThat(mails()).isEqualTo(2);
        timeIs("14:00");
        assertThat(mails()).isEqualTo(2);
        assertThat(each(reminders(), "why")).containsExactly(null, null, "overtaken");
    }

    @Test
    void eachTimeThatItIsOverOneComes() {
        snooze("PT1H");
        timeIs("11:10");
        snooze("PT1H");
        timeIs("12:20");
        assertThat(mails()).isEqualTo(3);
    }

    @Test
    void whoWantsNoRemindersGetsNone() {
        snooze("PT2H");
        pace("{\"reminders\": \"off\"}");
        timeIs("15:00");
        assertThat(mails()).isEqualTo(1);
        assertThat(each(reminders(), "why")).containsExactly(null, "opted-out");
    }

    @Test
    void whoHasDoneItIsNotReminded() {
        snooze("PT2H");
        timeIs("10:06");
        client.asks()
                .body(Worlds.CALM)
                .put("/v1/tasks/" + task + "/response")
                .then()
                .statusCode(201);
        timeIs("15:00");
        assertThat(mails()).isEqualTo(1);
        assertThat(each(reminders(), "why")).containsExactly(null, "done");
    }

    @Test
    void atNightItWaitsForTheMorning() {
        snooze("PT12H");
        timeIs("23:00");
        assertThat(mails()).isEqualTo(1);
        day = day.plusDays(1);
        timeIs("08:01");
        assertThat(mails()).isEqualTo(2);
    }

    @Test
    void itComesByTheClientsChannel() {
        snooze("PT2H");
        pace("{\"reminders\": \"on\", \"remindBy\": \"event\"}");
        timeIs("12:06");
        assertThat(mails()).isEqualTo(1);
        assertThat(events()).isOne();
        snooze("PT1H");
        timeIs("13:10");
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void whereNobodyIsRemindedAnAppIsToldOfIt() {
        admin.asks()
                .header("If-Match", "\"0\"")
                .body("{\"rules\": [], \"mostPerDay\": 1}")
                .put("/v1/practice/reminder-rules")
                .then()
                .statusCode(200);
        snooze("PT2H");
        timeIs("12:06");
        assertThat(mails()).isEqualTo(1);
        assertThat(events()).isOne();
    }

    @Test
    void otherWorkCountsAgainstTheMostADay() {
        var open = assigned(clinician, client, """
                {"questionnaire": "gad-7", "schedule": {"start": "%sT10:10", "opensFor": "P2D"}}
                """.formatted(day));
        timeIs("10:15"); // its own was one too many
        task = String.valueOf(tasks(clinician, open).get(0).get("id"));
        snooze("PT1H");
        timeIs("12:00");
        assertThat(mails()).isEqualTo(1);
        assertThat(each(reminders(), "why")).containsExactly("capped", "capped");
    }

    private void timeIs(String local) {
        Instant at =
                ZonedDateTime.of(day, LocalTime.parse(local), Reminded.BERLIN).toInstant();
        admin.asks()
                .body("{\"at\": \"%s\"}".formatted(at))
                .put("/v1/sandbox/clock")
                .then()
                .statusCode(200)
                .body("arrived", equalTo(true));
    }

    private void snooze(String span) {
        client.asks()
                .body("{\"forDuration\": \"%s\"}".formatted(span))
                .post("/v1/tasks/" + task + "/snooze")
                .then()
                .statusCode(200);
    }

    private void pace(String body) {
        client.asks()
                .header("If-Match", "*")
                .body(body)
                .put("/v1/clients/" + client.id() + "/pace")
                .then()
                .statusCode(200);
    }

    private int mails() {
        return mail.to(address).size();
    }

    private long events() {
        return people.count(client.practice(), "select count(*) from outbox_event where kind = 'reminder.due'");
    }

    private List<Map<String, Object>> reminders() {
        return Reminded.list(client, task).statusCode(200).extract().path("items");
    }
}
