package dev.kith.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void withoutARuleTheStartIsTheOnlyOne() {
        assertThat(Asked.from("2026-06-03T09:00").starts()).containsExactly("2026-06-03T09:00");
        assertThat(Asked.from("2026-06-03T09:00")
                        .plus("2026-06-07T10:00", "2026-06-05T10:00")
                        .starts())
                .containsExactly("2026-06-03T09:00", "2026-06-05T10:00", "2026-06-07T10:00");
    }

    @Test
    void aStartThatTheRuleDoesNotNameIsNoOccurrence() {
        assertThat(Asked.from("2026-06-03T09:00")
                        .rule("FREQ=WEEKLY;BYDAY=MO;COUNT=2")
                        .starts())
                .as("a Wednesday")
                .containsExactly("2026-06-08T09:00", "2026-06-15T09:00");
    }

    @Test
    void datesAreAddedAndTaken() {
        var schedule = Asked.from("2026-06-01T09:00")
                .rule("FREQ=WEEKLY;COUNT=3")
                .plus("2026-06-03T12:00", "2026-06-08T09:00")
                .except("2026-06-15T09:00", "2027-01-01T09:00");

        assertThat(schedule.starts())
                .as("one date twice is one; a date taken still counts")
                .containsExactly("2026-06-01T09:00", "2026-06-03T12:00", "2026-06-08T09:00");
    }

    @Test
    void aDateTakenAtMidnightTakesItsDay() {
        assertThat(Asked.from("2026-06-01T09:00")
                        .rule("FREQ=DAILY;COUNT=3")
                        .except("2026-06-02T00:00")
                        .starts())
                .containsExactly("2026-06-01T09:00", "2026-06-03T09:00");
        assertThat(Asked.from("2026-06-01T08:00")
                        .rule("FREQ=DAILY;COUNT=2")
                        .at("08:00", "20:00")
                        .except("2026-06-02T00:00")
                        .starts())
                .containsExactly("2026-06-01T08:00", "2026-06-01T20:00");
        assertThat(Asked.from("2026-06-01T00:00")
                        .rule("FREQ=DAILY;COUNT=2")
                        .at("00:00", "20:00")
                        .except("2026-06-02T00:00")
                        .starts())
                .as("where midnight is a time, it is that time")
                .containsExactly("2026-06-01T00:00", "2026-06-01T20:00", "2026-06-02T20:00");
    }

    @Test
    void nothingOpensAfterItsEnd() {
        var daily = Asked.from("2026-06-01T09:00");

        assertThat(daily.rule("FREQ=DAILY").until("2026-06-03").starts()).hasSize(3);
        assertThat(daily.rule("FREQ=DAILY;COUNT=300").until("2026-06-03").starts())
                .hasSize(3);
        assertThat(daily.rule("FREQ=DAILY;UNTIL=20260603").starts())
                .as("a date in whole")
                .hasSize(3);
        assertThat(daily.rule("FREQ=DAILY;UNTIL=20260603T085959").starts()).hasSize(2);
        assertThat(daily.rule("FREQ=DAILY;UNTIL=20260603T090000").starts()).hasSize(3);
        assertThat(daily.rule("FREQ=DAILY;UNTIL=20260603T070000Z").starts())
                .as("09:00 in Berlin")
                .hasSize(3);
        assertThat(daily.rule("FREQ=DAILY;UNTIL=20260603T065959Z").starts()).hasSize(2);
    }

    @Test
    void aRuleIsPutInOneOrder() {
        var asked = Asked.from("2026-06-01T09:00");

        assertThat(asked.rule("byday=th,MO,mo;interval=01;UNTIL=20261231T080000Z;freq=WEEKLY;WKST=MO")
                        .schedule()
                        .rrule())
                .isEqualTo("FREQ=WEEKLY;UNTIL=20261231T090000;BYDAY=MO,TH");
        assertThat(asked.rule("FREQ=MONTHLY;COUNT=2;BYDAY=+1MO,MO,-1FR")
                        .schedule()
                        .rrule())
                .isEqualTo("FREQ=MONTHLY;COUNT=2;BYDAY=-1FR,MO");
    }

    @Test
    void itMovesToAnotherStartAndZone() {
        var schedule = Asked.from("2026-06-01T09:00")
                .rule("FREQ=WEEKLY;UNTIL=20260701T070000Z")
                .plus("2026-06-02T10:00", "2026-06-20T10:00")
                .schedule();

        assertThat(Asked.starts(schedule.from(LocalDateTime.parse("2026-06-12T18:00"))))
                .containsExactly("2026-06-12T18:00", "2026-06-19T18:00", "2026-06-20T10:00", "2026-06-26T18:00");
        var elsewhere = schedule.in(java.time.ZoneId.of("Pacific/Auckland"));
        assertThat(Asked.starts(elsewhere)).isEqualTo(Asked.starts(schedule));
        assertThat(elsewhere.occurrences().findFirst().orElseThrow().window().opensAt())
                .isEqualTo("2026-05-31T21:00:00Z");
    }
}
