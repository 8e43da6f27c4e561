package dev.kith.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.recurrence.Dose.Per;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoseAndTimesTest {

    @Test
    void threeTimesAWeekOpensWithTheWeekAndClosesAtItsEnd() {
        var schedule = Asked.from("2026-06-03T08:00")
                .dose(3, Per.WEEK)
                .until("2026-06-16")
                .schedule();

        assertThat(told(schedule))
                .containsExactly(
                        "1 2026-06-03T06:00:00Z 2026-06-10T06:00:00Z",
                        "2 2026-06-03T06:00:00Z 2026-06-10T06:00:00Z",
                        "3 2026-06-03T06:00:00Z 2026-06-10T06:00:00Z",
                        "1 2026-06-10T06:00:00Z 2026-06-17T06:00:00Z",
                        "2 2026-06-10T06:00:00Z 2026-06-17T06:00:00Z",
                        "3 2026-06-10T06:00:00Z 2026-06-17T06:00:00Z");
        assertThat(schedule.occurrences())
                .allMatch(task -> task.window().dueAt().equals(task.window().closesAt()));
    }

    @Test
    void withoutAnEndADoseIsOnePeriod() {
        assertThat(told(Asked.from("2026-06-03T08:00").dose(2, Per.MONTH).schedule()))
                .containsExactly(
                        "1 2026-06-03T06:00:00Z 2026-07-03T06:00:00Z", "2 2026-06-03T06:00:00Z 2026-07-03T06:00:00Z");
    }

    @Test
    void aMonthFromThe31stComesBackToIt() {
        var schedule = Asked.from("2026-01-31T00:00")
                .in("UTC")
                .dose(1, Per.MONTH)
                .until("2026-03-31")
                .schedule();

        assertThat(told(schedule))
                .containsExactly(
                        "1 2026-01-31T00:00:00Z 2026-02-28T00:00:00Z",
                        "1 2026-02-28T00:00:00Z 2026-03-31T00:00:00Z",
                        "1 2026-03-31T00:00:00Z 2026-04-30T00:00:00Z");
    }

    @Test
    void aRuleNamesWhenPeriodsBegin() {
        var monthly = Asked.from("2026-06-01T08:00").in("UTC").rule("FREQ=MONTHLY;BYDAY=1MO;COUNT=2");

        assertThat(told(monthly.dose(1, Per.WEEK).schedule()))
                .containsExactly(
                        "1 2026-06-01T08:00:00Z 2026-06-08T08:00:00Z", "1 2026-07-06T08:00:00Z 2026-07-13T08:00:00Z");
        assertThat(monthly.dose(4, Per.MONTH).starts()).hasSize(8);
        assertThatThrownBy(() -> monthly.rule("FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4")
                        .dose(3, Per.WEEK)
                        .schedule())
                .isInstanceOfSatisfying(
                        BadSchedule.class,
                        refused -> assertThat(refused.code()).isEqualTo(BadSchedule.Code.PERIODS_OVERLAP));
    }

    @Test
    void aDoseMayBeDueBeforeItsPeriodEnds() {
        var task = Asked.from("2026-06-01T08:00")
                .in("UTC")
                .dose(1, Per.WEEK)
                .spans(null, "P5D", "P1D")
                .schedule()
                .occurrences()
                .findFirst()
                .orElseThrow()
                .window();

        assertThat(task.dueAt()).isEqualTo("2026-06-06T08:00:00Z");
        assertThat(task.lateAfter()).isEqualTo("2026-06-07T08:00:00Z");
        assertThat(task.closesAt()).isEqualTo("2026-06-08T08:00:00Z");
    }

    @Test
    void aDoseHasNoOtherClosingNorTimes() {
        var week = Asked.from("2026-06-01T08:00");

        refused(week.dose(3, Per.WEEK).spans("P3D", null, null), BadSchedule.Code.NOT_TOGETHER, "/opensFor");
        refused(week.dose(3, Per.WEEK).spans(null, "P8D", null), BadSchedule.Code.DUE_AFTER_CLOSE, "/dueAfter");
        refused(week.dose(3, Per.WEEK).at("08:00"), BadSchedule.Code.NOT_TOGETHER, "/times");
        refused(week.dose(0, Per.WEEK), BadSchedule.Code.OUT_OF_RANGE, "/dose/times");
        refused(week.dose(51, Per.WEEK), BadSchedule.Code.OUT_OF_RANGE, "/dose/times");
    }

    @Test
    void timesOfDayTakeThePlaceOfTheStartsTime() {
        var schedule = Asked.from("2026-06-01T12:00")
                .in("UTC")
                .rule("FREQ=DAILY;COUNT=2")
                .at("22:00-02:00", "08:00")
                .spans("PT3H", "PT1H", "PT10M")
                .schedule();

        assertThat(schedule.occurrences().map(Occurrence::window))
                .extracting(window ->
                        window.opensAt() + " " + window.dueAt() + " " + window.lateAfter() + " " + window.closesAt())
                .as("nothing before the start; a window past midnight")
                .containsExactly(
                        "2026-06-01T22:00:00Z 2026-06-02T02:00:00Z 2026-06-02T02:10:00Z 2026-06-02T02:00:00Z",
                        "2026-06-02T08:00:00Z 2026-06-02T09:00:00Z 2026-06-02T09:10:00Z 2026-06-02T11:00:00Z",
                        "2026-06-02T22:00:00Z 2026-06-03T02:00:00Z 2026-06-03T02:10:00Z 2026-06-03T02:00:00Z");
    }

    @Test
    void countCountsDaysOnWhichSomethingOpens() {
        assertThat(Asked.from("2026-06-01T21:00")
                        .rule("FREQ=DAILY;COUNT=2")
                        .at("08:00", "20:00")
                        .starts())
                .as("nothing is left of the first day")
                .containsExactly("2026-06-02T08:00", "2026-06-02T20:00", "2026-06-03T08:00", "2026-06-03T20:00");
        assertThat(Asked.from("2026-06-01T21:00")
                        .rule("FREQ=WEEKLY;COUNT=1")
                        .at("08:00")
                        .starts())
                .as("still a Monday")
                .containsExactly("2026-06-08T08:00");
    }

    @Test
    void aDateAtMidnightIsADayWithItsTimes() {
        var asked = Asked.from("2026-06-01T07:00").at("08:00", "20:00-21:00");

        assertThat(asked.plus("2026-06-05T00:00", "2026-06-07T15:00").starts())
                .containsExactly(
                        "2026-06-01T08:00",
                        "2026-06-01T20:00",
                        "2026-06-05T08:00",
                        "2026-06-05T20:00",
                        "2026-06-07T15:00");
    }

    private static void refused(Asked asked, BadSchedule.Code code, String pointer) {
        assertThatThrownBy(asked::schedule).isInstanceOfSatisfying(BadSchedule.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.pointer()).isEqualTo(pointer);
        });
    }

    private static List<String> told(Schedule schedule) {
        return schedule.occurrences()
                .map(task -> task.ordinal() + " " + task.window().opensAt() + " "
                        + task.window().closesAt())
                .toList();
    }
}
