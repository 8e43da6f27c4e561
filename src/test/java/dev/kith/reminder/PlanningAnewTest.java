package dev.kith.reminder;

import static dev.kith.house.Work.assigned;
import static dev.kith.house.Work.tasks;
import static dev.kith.reminder.Reminded.reminders;
import static dev.kith.reminder.Reminded.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.People;
import dev.kith.house.Work;
import dev.kith.reminder.Reminded.Cast;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other rules, with five weeks of tasks ahead: what opens soon is planned anew at once, the rest by the new rules when its time comes. */
@QuarkusTest
class PlanningAnewTest {
    private static final String EVENT_AT_OPENING = "{\"channel\": \"event\", \"moment\": \"opens\"}";
    private static final String EVENT_BEFORE_CLOSING =
            "{\"channel\": \"event\", \"moment\": \"closes\", \"lead\": \"PT1H\"}";

    @Inject
    People people;

    @Inject
    Reminded reminded;

    @Inject
    Clock clock;

    Cast cast;
    String assignment;
    String soon;
    String later;
    Instant laterOpens;

    @BeforeEach
    void found() {
        cast = reminded.cast();
        rules(cast, EVENT_AT_OPENING, 5, "");
        var tomorrow = LocalDate.ofInstant(clock.instant(), Reminded.BERLIN).plusDays(1);
        assignment = assigned(cast.clinician(), cast.client(), """
                {"questionnaire": "phq-9", "schedule": {"start": "%sT10:00", "rrule": "FREQ=DAILY;INTERVAL=10;COUNT=2", "opensFor": "P1D"}}
                """.formatted(tomorrow));
        var both = tasks(cast.clinician(), assignment).stream()
                .sorted((one, other) -> String.valueOf(one.get("opensAt")).compareTo((String) other.get("opensAt")))
                .toList();
        soon = String.valueOf(both.get(0).get("id"));
        later = String.valueOf(both.get(1).get("id"));
        laterOpens = Instant.parse(String.valueOf(both.get(1).get("opensAt")));
        reminded.work(cast, clock.instant());
        assertThat(Work.each(reminders(cast, soon), "rule")).containsExactly("event opens");
    }

    @Test
    void whatOpensSoonGoesByTheOtherRulesAtOnceAndTheRestWhenItsTimeComes() {
        rules(cast, EVENT_BEFORE_CLOSING, 5, "");
        assertThat(Work.each(reminders(cast, soon), "rule")).containsExactly("event closes PT1H");
        assertThat(reminders(cast, later)).isEmpty();
        reminded.work(cast, laterOpens.minusSeconds(3600));
        assertThat(Work.each(reminders(cast, later), "rule")).containsExactly("event closes PT1H");
    }

    @Test
    void whatOpensLaterIsNotPutInLineAnew() {
        people.run(cast.practice(), "delete from reminder_to_plan"); // to see what is put there
        rules(cast, EVENT_BEFORE_CLOSING, 5, "");
        assertThat(Work.each(reminders(cast, soon), "rule")).containsExactly("event closes PT1H");
        assertThat(inLine(later)).isZero();
    }

    @Test
    void whatWasPlannedForLaterBeforeASandboxsClockWentBackComesAgain() {
        reminded.work(cast, laterOpens.minusSeconds(3600));
        assertThat(inLine(later)).isZero();
        rules(cast, EVENT_BEFORE_CLOSING, 5, "");
        assertThat(inLine(later)).isOne();
        reminded.work(cast, laterOpens.minusSeconds(3600));
        assertThat(Work.each(reminders(cast, later), "rule")).containsExactly("event closes PT1H");
    }

    @Test
    void anAssignmentsOwnRulesDoTheSameForItsTasksAlone() {
        var other = assigned(cast.clinician(), cast.client(), "{\"questionnaire\": \"phq-9\"}");
        var open = String.valueOf(tasks(cast.clinician(), other).get(0).get("id"));
        reminded.work(cast, clock.instant());
        people.run(cast.practice(), "delete from reminder_to_plan");
        cast.clinician()
                .asks()
                .header("If-Match", "\"0\"")
                .body("{\"rules\": [%s]}".formatted(EVENT_BEFORE_CLOSING))
                .put("/v1/assignments/" + assignment + "/reminder-rules")
                .then()
                .statusCode(200);
        assertThat(Work.each(reminders(cast, soon), "rule")).containsExactly("event closes PT1H");
        assertThat(inLine(later)).isZero();
        assertThat(Work.each(reminders(cast, open), "rule")).containsExactly("event opens");
    }

    private long inLine(String task) {
        return people.count(
                cast.practice(), "select count(*) from reminder_to_plan where task_id = '%s'".formatted(task));
    }
}
