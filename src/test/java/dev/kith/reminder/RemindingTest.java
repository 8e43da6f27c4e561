package dev.kith.reminder;

import static dev.kith.house.Work.each;
import static dev.kith.reminder.Reminded.list;
import static dev.kith.reminder.Reminded.reminders;
import static dev.kith.reminder.Reminded.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.kith.house.MailServer;
import dev.kith.house.People;
import dev.kith.house.Statements;
import dev.kith.mail.Rest;
import dev.kith.reminder.Reminded.Cast;
import dev.kith.reminder.Reminded.Given;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    @Inject
    Rest rest;

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
                "update task set ended_as = 'cancelled', ended_why = 'paused', ended_at = opens_at where id = ':task'|paused",
                "insert into client_pace (practice_id, client_id, reminders_off, changed_by, changed_at) values (kith_practice(), ':client', true, ':client', now())|opted-out"
            })
    void itIsDroppedForAReasonThatIsTold(String meanwhile, String why) {
        rules(cast, EMAIL, 5, "");
        var given = reminded.task(cast, "10:00");
        reminded.work(cast, given.opensAt().minusSeconds(60));
        run(meanwhile, given);
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update assignment set state = 'paused', paused_at = made_at, paused_by = made_by, paused_by_client = false|paused|update assignment set state = 'active', paused_at = null, paused_by = null, paused_by_client = null",
                "update client set archived_at = created_at where id = ':client'|archived|update client set archived_at = null where id = ':client'",
                "update client set email = null where id = ':client'|no-address|update client set email = ':address' where id = ':client'",
                "update client set email = E'a@b.example\\r\\nBcc: c@d.example' where id = ':client'|no-address|update client set email = ':address' where id = ':client'",
                "update task set snoozed_until = closes_at|snoozed|update task set snoozed_until = opens_at"
            })
    void whatMayPassIsWaitedForWhileTheTaskIsOpen(String meanwhile, String why, String passed) {
        rules(cast, EMAIL, 5, "");
        var given = reminded.task(cast, "10:00");
        var other = reminded.task(cast, "10:30");
        run(meanwhile, given);
        try (var mail = MailServer.open()) {
            reminded.work(cast, other.opensAt());
            reminded.work(cast, other.opensAt().plus(Duration.ofHours(9)));
            assertThat(mail.counts()).isEmpty();
            assertThat(waiting(given, why)).isEqualTo(1);
            // of one task it passes, for the other it does not while that is open
            people.run(
                    cast.practice(),
                    "update task set closes_at = opens_at + interval '26 hours' where id = ?::uuid",
                    other.task());
            people.run(
                    cast.practice(), "update reminder set due_at = due_at - interval '3 days' where state = 'planned'");
            reminded.work(cast, other.opensAt().plus(Duration.ofHours(26)));
            assertThat(waiting(given, why)).isEqualTo(1);
            assertThat(each(kept(other.task()), "why")).containsExactly(why);
            run(passed, given);
            people.run(
                    cast.practice(), "update reminder set due_at = due_at - interval '3 days' where state = 'planned'");
            reminded.work(cast, other.opensAt().plus(Duration.ofHours(28)));
            assertThat(mail.to(cast.address())).hasSize(1);
        }
        assertThat(each(kept(given.task()), "state")).containsExactly("sent");
    }

    @Test
    void aWorkerThatComesLateSendsItWhileTheTaskIsOpenAndNotAfterwards() {
        rules(cast, EVENT, 5, "");
        var given = reminded.task(cast, "10:00");
        var other = reminded.task(cast, "10:00");
        reminded.work(cast, given.opensAt().minusSeconds(60));
        people.run(
                cast.practice(),
                "update task set due_at = opens_at, late_after = opens_at, closes_at = opens_at + interval '5 hours' where id = ?::uuid",
                other.task());
        reminded.work(cast, given.opensAt().plus(Duration.ofHours(6)));
        assertThat(each(reminders(cast, given.task()), "state")).containsExactly("sent");
        assertThat(each(reminders(cast, other.task()), "why")).containsExactly("too-late");
    }

    @ParameterizedTest
    @CsvSource({
        "email, event, email, email opens, ",
        "email, event, event, email opens, ",
        "email, , event, , not-by-email",
        "email, , email, email opens, ",
        "event, email, email, event opens, ",
        "event, , email, event opens, "
    })
    void theClientChoosesAmongTheChannelsOfTheRules(String rule, String another, String chosen, String by, String why) {
        var first = "{\"channel\": \"%s\", \"moment\": \"opens\"}".formatted(rule);
        var second = another == null ? "" : ", {\"channel\": \"%s\", \"moment\": \"closes\"}".formatted(another);
        rules(cast, first + second, 5, "");
        cast.client()
                .asks()
                .header("If-Match", "\"0\"")
                .body("{\"reminders\": \"on\", \"remindBy\": \"" + chosen + "\"}")
                .put("/v1/clients/" + cast.client().id() + "/pace")
                .then()
                .statusCode(200)
                .body("remindBy", equalTo(chosen));
        var given = reminded.task(cast, "10:00");
        var byEmail = chosen.equals("email") && (rule.equals("email") || "email".equals(another));
        try (var mail = MailServer.open()) {
            reminded.work(cast, given.opensAt());
            assertThat(mail.to(cast.address())).hasSize(byEmail ? 1 : 0);
        }
        assertThat(reminders(cast, given.task()))
                .first()
                .satisfies(reminder -> assertThat(reminder)
                        .containsEntry("state", by == null ? "dropped" : "sent")
                        .containsEntry("why", why)
                        .containsEntry("rule", rule + " opens")
                        .containsEntry("channel", by == null ? rule : byEmail ? "email" : "event"));
    }

    @Test
    void whatIsPlannedIsSentAlsoWhenPlanningFails() {
        rules(cast, EVENT, 5, "");
        var given = reminded.task(cast, "10:00");
        reminded.work(cast, given.opensAt().minusSeconds(60));
        var other = reminded.task(cast, "10:00");
        people.run(cast.practice(), """
                insert into reminder_rules (practice_id, of_id, assignment_id, rules, changed_by, changed_at)
                select practice_id, assignment_id, assignment_id, '[{"slot": "no rule", "moment": "opens", "leadDays": "no span"}]',
                       client_id, opens_at from task where id = ?::uuid
                """, other.task());
        reminded.work(cast, given.opensAt());
        assertThat(each(reminders(cast, given.task()), "state")).containsExactly("sent");
        assertThat(reminders(cast, other.task())).isEmpty();
    }

    @Test
    void aTaskWhoseTimesChangeOrThatComesBackIsPlannedAnew() {
        rules(cast, "{\"channel\": \"event\", \"moment\": \"opens\", \"repeats\": 5, \"every\": \"PT20H\"}", 5, "");
        var given = reminded.task(cast, "10:00");
        reminded.work(cast, given.opensAt().minusSeconds(60));
        assertThat(reminders(cast, given.task())).hasSize(4); // of 72 hours
        people.run(cast.practice(), "update task set closes_at = closes_at + interval '1 day'");
        reminded.work(cast, given.opensAt().minusSeconds(30));
        assertThat(reminders(cast, given.task())).hasSize(5);
        people.run(cast.practice(), "delete from reminder");
        people.run(cast.practice(), "update task set ended_as = 'missed', ended_at = opens_at");
        people.run(cast.practice(), "update task set ended_as = null, ended_at = null");
        reminded.work(cast, given.opensAt().minusSeconds(30));
        assertThat(reminders(cast, given.task())).hasSize(5);
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
        assertThat(each(reminders(cast, given.task()), "state")).containsExactly("planned", "planned");
        reminded.work(cast, given.opensAt().plus(Duration.ofHours(5)));
        assertThat(each(reminders(cast, given.task()), "state")).containsExactlyInAnyOrder("sent", "dropped");
        assertThat(each(reminders(cast, given.task()), "why")).contains("overtaken");
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
    void whatAnAppShowsTakesNoEmailFromTheDay() {
        rules(cast, EVENT + ", " + EMAIL.replace("opens\"", "opens\", \"lead\": \"PT1H\""), 1, "");
        var given = reminded.task(cast, "10:00");
        try (var mail = MailServer.open()) {
            reminded.work(cast, given.opensAt());
            reminded.work(cast, given.opensAt().plus(Duration.ofHours(1)));
            assertThat(mail.to(cast.address())).hasSize(1);
        }
        assertThat(each(reminders(cast, given.task()), "state")).containsExactly("sent", "sent");
    }

    @Test
    void aClientHasAMostADayOfTheirOwnBelowThePracticesAndNotAboveIt() {
        rules(cast, EVENT, 2, "");
        pace("\"remindersPerDay\": 1");
        var first = reminded.task(cast, "10:00");
        reminded.task(cast, "10:00");
        reminded.work(cast, first.opensAt());
        assertThat(sent()).isOne();
        pace("\"remindersPerDay\": 20");
        reminded.task(cast, "10:30");
        reminded.task(cast, "10:30");
        reminded.work(cast, first.opensAt().plus(Duration.ofMinutes(30)));
        assertThat(sent()).isEqualTo(2);
    }

    @Test
    void anAssignmentHasAMostADayOfItsOwn() {
        rules(cast, "{\"channel\": \"event\", \"moment\": \"opens\", \"repeats\": 2, \"every\": \"PT1H\"}", 5, "");
        var given = reminded.task(cast, "10:00");
        var other = reminded.task(cast, "10:00");
        String assignment =
                cast.client().asks().get("/v1/tasks/" + given.task()).path("assignmentId");
        cast.clinician()
                .asks()
                .header("If-Match", "\"0\"")
                .body("{\"mostPerDay\": 1}")
                .put("/v1/assignments/" + assignment + "/reminder-rules")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("own", equalTo(false))
                .body("mostPerDay", equalTo(1));
        for (var hour = 0; hour < 3; hour++) {
            reminded.work(cast, given.opensAt().plus(Duration.ofHours(hour)));
        }
        assertThat(each(reminders(cast, given.task()), "state")).containsExactly("sent", "dropped", "dropped");
        assertThat(each(reminders(cast, given.task()), "why")).containsExactly(null, "capped", "capped");
        assertThat(each(reminders(cast, other.task()), "state")).containsExactly("sent", "sent", "sent");
    }

    @Test
    void aClientSaysHowLongBeforeAndHowOftenInPlaceOfTheRules() {
        rules(cast, "{\"channel\": \"event\", \"moment\": \"due\", \"lead\": \"PT1H\"}", 5, "");
        var given = reminded.task(cast, "10:00");
        var due = given.opensAt().plus(Duration.ofDays(1));
        reminded.work(cast, given.opensAt().minusSeconds(60));
        assertThat(each(reminders(cast, given.task()), "plannedFor"))
                .containsExactly(due.minus(Duration.ofHours(1)).toString());
        pace("\"timing\": {\"lead\": \"PT5H\", \"repeats\": 1, \"every\": \"PT3H\"}");
        assertThat(each(reminders(cast, given.task()), "plannedFor"))
                .containsExactly(
                        due.minus(Duration.ofHours(5)).toString(),
                        due.minus(Duration.ofHours(2)).toString());
        assertThat(each(reminders(cast, given.task()), "rule")).containsOnly("event due PT5H");
        reminded.work(cast, due.minus(Duration.ofHours(5)));
        pace("\"timing\": {\"repeats\": 0}");
        reminded.work(cast, due);
        assertThat(sent())
                .as("the one that came, and the one by the rule's lead")
                .isEqualTo(2);
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
    void withoutAMailServerItWaitsAndIsSentOnce() {
        rules(cast, EMAIL, 5, "");
        var given = reminded.task(cast, "10:00");
        var evening = given.opensAt().plus(Duration.ofHours(9));
        reminded.work(cast, given.opensAt());
        assertThat(reminders(cast, given.task()))
                .allSatisfy(reminder -> assertThat(reminder)
                        .containsEntry("state", "planned")
                        .containsEntry("waitsFor", "unreachable")
                        .containsEntry("dueAt", given.opensAt().toString()));
        try (var mail = MailServer.open()) {
            reminded.work(cast, evening);
            assertThat(mail.to(cast.address()))
                    .as("it is left alone for a while")
                    .isEmpty();
            rest.answered();
            reminded.work(cast, evening);
            reminded.work(cast, evening.plusSeconds(60));
            assertThat(mail.to(cast.address())).hasSize(1);
        }
        assertThat(each(reminders(cast, given.task()), "waitsFor")).containsOnlyNulls();
    }

    @Test
    void whatTheMailServerMissedIsDroppedWhenTheTaskCloses() {
        rules(cast, EMAIL, 5, "");
        var given = reminded.task(cast, "10:00");
        reminded.work(cast, given.opensAt());
        rest.answered();
        reminded.work(cast, given.opensAt().plus(Duration.ofDays(3)));
        assertThat(each(reminders(cast, given.task()), "why")).containsExactly("unreachable");
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

    private long sent() {
        return people.count(cast.practice(), "select count(*) from reminder where state = 'sent'");
    }

    private void pace(String more) {
        cast.client()
                .asks()
                .header("If-Match", "*")
                .body("{\"reminders\": \"on\", " + more + "}")
                .put("/v1/clients/" + cast.client().id() + "/pace")
                .then()
                .statusCode(200);
    }

    /** As the database has them: a client whose record is archived reads nothing. */
    private List<Map<String, Object>> kept(String task) {
        var states = new ArrayList<Map<String, Object>>();
        for (var state : List.of("planned", "sent", "dropped")) {
            for (var why : List.of("paused", "archived", "no-address", "snoozed", "-")) {
                if (people.count(
                                cast.practice(),
                                "select count(*) from reminder where task_id = ?::uuid and state = ? and coalesce(why, '-') = ?",
                                task,
                                state,
                                why)
                        > 0) {
                    states.add(Map.of("state", state, "why", why));
                }
            }
        }
        return states;
    }

    private long waiting(Given given, String what) {
        return people.count(
                cast.practice(),
                "select count(*) from reminder where task_id = ?::uuid and state = 'planned' and waits_for = ?",
                given.task(),
                what);
    }

    private void run(String sql, Given given) {
        people.run(
                cast.practice(),
                sql.replace(":task", given.task())
                        .replace(":client", cast.client().id().toString())
                        .replace(":address", cast.address()));
    }

    private int statements(Instant now) {
        return Statements.during(() -> reminded.work(cast, now)).size();
    }
}
