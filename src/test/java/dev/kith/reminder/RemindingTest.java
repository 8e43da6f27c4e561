package dev.kith.reminder;

import static dev.kith.house.Work.each;
import static dev.kith.reminder.Reminded.list;
import static dev.kith.reminder.Reminded.reminders;
import static dev.kith.reminder.Reminded.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.MailServer;
import dev.kith.house.People;
import dev.kith.house.Statements;
import dev.kith.reminder.Reminded.Cast;
import dev.kith.reminder.Reminded.Given;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a reminder when its time has come: sent once, waiting, or dropped for a reason that is told. */
@QuarkusTest
class RemindingTest {
    private static final String EMAIL = "{\"channel\": \"email\", \"moment\": \"opens\"}";
    private static final String EVENT = "{\"channel\": \"event\", \"moment\": \"opens\"}";

    @Inject
    People people;

    @Inject
    Reminded reminded;

    Cast cast;

    @BeforeEach
    void found() {
        cast = reminded.cast();
    }

    @Test
    void itIsPlannedSentOnceAndTold() {
        rules(cast, EMAIL, 5, "");
        var given = reminded.task(cast, "10:00");
        try (var mail = MailServer.open()) {
            reminded.work(cast, given.opensAt().minusSeconds(60));
            assertThat(reminders(cast, given.task()))
                    .hasSize(1)
                    .allSatisfy(reminder -> assertThat(reminder)
                            .containsEntry("state", "planned")
                            .containsEntry("plannedFor", given.opensAt().toString()));
            reminded.work(cast, given.opensAt());
            reminded.work(cast, given.opensAt().plusSeconds(30));
            assertThat(mail.to(cast.address())).hasSize(1);
        }
        assertThat(reminders(cast, given.task()))
                .hasSize(1)
                .allSatisfy(reminder -> assertThat(reminder)
                        .containsEntry("state", "sent")
                        .containsEntry("rule", "email opens")
                        .containsEntry("claimedAt", given.opensAt().toString()));
    }

    @Test
    void anAppIsToldByAnEventOfIdsOnly() {
        rules(cast, EVENT, 5, "");
        var given = reminded.task(cast, "10:00");
        reminded.work(cast, given.opensAt());
        reminded.work(cast, given.opensAt());
        assertThat(people.count(cast.practice(), """
                select count(*) from outbox_event where kind = 'reminder.due' and about_id = ?::uuid
                  and payload = jsonb_build_object('task', about_id, 'channel', 'event')
                """, given.task())).isEqualTo(1);
        assertThat(each(reminders(cast, given.task()), "state")).containsExactly("sent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update task set ended_as = 'completed', ended_at = opens_at where id = ':task'|done",
                "update task set ended_as = 'skipped', barrier = 'forgot', ended_at = opens_at where id = ':task'|skipped",
                "update task set ended_as = 'cancelled', ended_why = 'schedule-revised', ended_at = opens_at where id = ':task'|withdrawn",
                "update task set ended_as = 'cancelled', ended_why = 'weekly-cap', ended_at = opens_at where id = ':task'|capped",
                "update assignment set state = 'paused', paused_at = made_at, paused_by = made_by, paused_by_client = false|paused",
                "update client set archived_at = created_at where id = ':client'|archived",
                "update client set email = null where id = ':client'|no-address",
                "update client set email = E'a@b.example\\r\\nBcc: c@d.example' where id = ':client'|no-address",
                "insert into client_pace (practice_id, client_id, reminders_off, changed_by, changed_at) values (kith_practice(), ':client', true, ':client', now())|opted-out"
            })
    void itIsDroppedForAReasonThatIsTold(String meanwhile, String why) {
        rules(cast, EMAIL, 5, "");
        var given = reminded.task(cast, "10:00");
        reminded.work(cast, given.opensAt().minusSeconds(60));
        people.run(
                cast.practice(),
                meanwhile
                        .replace(":task", given.task())
                        .replace(":client", cast.client().id().toString()));
        try (var mail = MailServer.open()) {
            reminded.work(cast, given.opensAt());
            assertThat(mail.counts()).isEmpty();
        }
        assertThat(people.count(
                        cast.practice(),
                        "select count(*) from reminder where task_id = ?::uuid and state = 'dropped' and why = ?",
                        given.task(),
                        why))
                .isEqualTo(1);
    }

    @Test
    void aWorkerThatComesTooLateLeavesItBe() {
        rules(cast, EMAIL, 5, "");
        var given = reminded.task(cast, "10:00");
        reminded.work(cast, given.opensAt().minusSeconds(60));
        reminded.work(cast, given.opensAt().plus(Duration.ofHours(2)));
        assertThat(each(reminders(cast, given.task()), "why")).containsExactly("too-late");
    }

    @Test
    void inQuietHoursItWaitsForTheirEnd() {
        rules(cast, EVENT, 5, ", \"quietHours\": {\"from\": \"22:00\", \"to\": \"11:15\"}");
        var given = reminded.task(cast, "10:00");
        var end = given.opensAt().plus(Duration.ofMinutes(75));
        reminded.work(cast, given.opensAt());
        assertThat(reminders(cast, given.task()))
                .allSatisfy(reminder ->
                        assertThat(reminder).containsEntry("state", "planned").containsEntry("dueAt", end.toString()));
        reminded.work(cast, end);
        assertThat(each(reminders(cast, given.task()), "state")).containsExactly("sent");
    }

    @Test
    void aClientsOwnQuietHoursReplaceThePracticesAndPastClosingItIsDropped() {
        rules(cast, EVENT, 5, ", \"quietHours\": {\"from\": \"01:00\", \"to\": \"02:00\"}");
        cast.client()
                .asks()
                .header("If-Match", "\"0\"")
                .body("{\"quietHours\": {\"from\": \"10:30\", \"to\": \"10:00\"}, \"reminders\": \"on\"}")
                .put("/v1/clients/" + cast.client().id() + "/pace")
                .then()
                .statusCode(200);
        var given = reminded.task(cast, "11:00");
        people.run(
                cast.practice(),
                "update task set due_at = opens_at, late_after = opens_at, closes_at = opens_at + interval '2 hours'");
        reminded.work(cast, given.opensAt());
        assertThat(each(reminders(cast, given.task()), "why")).containsExactly("quiet");
    }

    @Test
    void aSnoozedTaskIsRemindedOfWhenTheSnoozeIsOver() {
        rules(cast, EVENT, 5, "");
        var given = reminded.task(cast, "10:00");
        people.run(cast.practice(), "update task set snoozed_until = opens_at + interval '5 hours'");
        reminded.work(cast, given.opensAt());
        assertThat(each(reminders(cast, given.task()), "state")).containsExactly("planned");
        reminded.work(cast, given.opensAt().plus(Duration.ofHours(5)));
        assertThat(each(reminders(cast, given.task()), "state")).containsExactly("sent");
    }

    @Test
    void noMoreADayThanThePracticeSays() {
        rules(cast, EVENT, 2, "");
        var first = reminded.task(cast, "10:00");
        reminded.task(cast, "10:00");
        reminded.task(cast, "10:30");
        reminded.work(cast, first.opensAt());
        reminded.work(cast, first.opensAt().plus(Duration.ofMinutes(30)));
        assertThat(people.count(cast.practice(), "select count(*) from reminder where state = 'sent'"))
                .isEqualTo(2);
        assertThat(people.count(cast.practice(), "select count(*) from reminder where why = 'capped'"))
                .isEqualTo(1);
    }

    @Test
    void ofTwoAtOneMomentOneIsEnough() {
        rules(cast, EVENT + ", {\"channel\": \"event\", \"moment\": \"due\", \"lead\": \"P1D\"}", 5, "");
        var given = reminded.task(cast, "10:00");
        reminded.work(cast, given.opensAt());
        assertThat(each(reminders(cast, given.task()), "state")).containsExactlyInAnyOrder("sent", "dropped");
        assertThat(each(reminders(cast, given.task()), "why")).contains("overtaken");
    }

    @Test
    void itIsRepeatedWhileTheTaskIsNotDone() {
        rules(cast, "{\"channel\": \"event\", \"moment\": \"opens\", \"repeats\": 2, \"every\": \"PT20H\"}", 5, "");
        var given = reminded.task(cast, "10:00");
        reminded.work(cast, given.opensAt());
        reminded.work(cast, given.opensAt().plus(Duration.ofHours(20)));
        people.run(cast.practice(), "update task set ended_as = 'completed', ended_at = opens_at");
        reminded.work(cast, given.opensAt().plus(Duration.ofHours(40)));
        assertThat(each(reminders(cast, given.task()), "state")).containsExactly("sent", "sent", "dropped");
    }

    @Test
    void otherRulesPlanAnewWhatWasOnlyPlanned() {
        rules(cast, EVENT, 5, "");
        var given = reminded.task(cast, "10:00");
        reminded.work(cast, given.opensAt().minusSeconds(60));
        rules(cast, EVENT.replace("opens\"", "opens\", \"lead\": \"PT1H\""), 5, "");
        assertThat(each(reminders(cast, given.task()), "rule")).containsExactly("event opens PT1H");
        reminded.work(cast, given.opensAt());
        assertThat(each(reminders(cast, given.task()), "state")).containsExactly("planned");
    }

    @Test
    void withoutAMailServerItIsTriedAgainAndSentOnce() {
        rules(cast, EMAIL, 5, "");
        var given = reminded.task(cast, "10:00");
        reminded.work(cast, given.opensAt());
        assertThat(reminders(cast, given.task()))
                .allSatisfy(reminder -> assertThat(reminder)
                        .containsEntry("state", "planned")
                        .containsEntry(
                                "dueAt",
                                given.opensAt().plus(Duration.ofMinutes(5)).toString()));
        try (var mail = MailServer.open()) {
            reminded.work(cast, given.opensAt().plus(Duration.ofMinutes(4)));
            assertThat(mail.to(cast.address())).isEmpty();
            reminded.work(cast, given.opensAt().plus(Duration.ofMinutes(5)));
            reminded.work(cast, given.opensAt().plus(Duration.ofMinutes(6)));
            assertThat(mail.to(cast.address())).hasSize(1);
        }
    }

    @Test
    void whatADeadWorkerHadClaimedIsNeverSentAndSaysSo() {
        rules(cast, EMAIL, 5, "");
        var given = reminded.task(cast, "10:00");
        reminded.work(cast, given.opensAt().minusSeconds(60));
        assertThat(reminded.claimOnly(cast.practice(), given.opensAt())).isEqualTo(1);
        try (var mail = MailServer.open()) {
            reminded.work(cast, given.opensAt().plus(Duration.ofMinutes(1)));
            assertThat(each(reminders(cast, given.task()), "state")).containsExactly("sending");
            reminded.work(cast, given.opensAt().plus(Duration.ofMinutes(15)));
            reminded.work(cast, given.opensAt().plus(Duration.ofHours(1)));
            assertThat(mail.counts()).isEmpty();
        }
        assertThat(each(reminders(cast, given.task()), "state")).containsExactly("unsure");
    }

    @Test
    void somebodyElsesRemindersAreNotThere() {
        var given = reminded.task(cast, "10:00");
        list(cast.clinician(), given.task()).statusCode(200);
        list(people.clinician(cast.practice()), given.task()).statusCode(404);
        list(people.clientOf(people.clinician(cast.practice())), given.task()).statusCode(404);
        list(people.clinician(people.practice().practice()), given.task()).statusCode(404);
        list(cast.admin(), given.task()).statusCode(403);
    }

    @Test
    void manyAreNoMoreStatementsThanFew() {
        rules(cast, EVENT, 20, "");
        var one = reminded.task(cast, "10:00");
        reminded.work(cast, one.opensAt().minusSeconds(60));
        var few = statements(one.opensAt());
        Given last = one;
        for (var i = 0; i < 12; i++) {
            last = reminded.task(cast, "12:00");
        }
        reminded.work(cast, last.opensAt().minusSeconds(60));
        assertThat(statements(last.opensAt())).isBetween(few, few + 3); // inserts of events go in batches
    }

    private int statements(Instant now) {
        return Statements.during(() -> reminded.work(cast, now)).size();
    }
}
