package dev.kith.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void leftOutItIsDueAfterSevenDaysAndClosesAfterFourteen() {
        var window = Window.of(LocalDate.parse("2026-03-25"), BERLIN, null, null);

        assertThat(window.opensAt()).isEqualTo("2026-03-24T23:00:00Z");
        assertThat(window.dueAt()).as("one hour less: clocks went forward").isEqualTo("2026-03-31T22:00:00Z");
        assertThat(window.closesAt()).isEqualTo("2026-04-07T22:00:00Z");
        assertThat(window.shifted()).isEqualTo(Shift.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,2026-03-29T02:30,2026-03-29T01:00:00Z,GAP",
        "Europe/Berlin,2026-10-25T02:30,2026-10-25T00:30:00Z,OVERLAP",
        "America/New_York,2026-03-08T02:00,2026-03-08T07:00:00Z,GAP",
        "America/New_York,2026-11-01T01:00,2026-11-01T05:00:00Z,OVERLAP",
        "Australia/Lord_Howe,2026-10-04T02:15,2026-10-03T15:30:00Z,GAP",
        "Australia/Lord_Howe,2026-04-05T01:45,2026-04-04T14:45:00Z,OVERLAP",
        "Africa/Cairo,2026-04-24T00:00,2026-04-23T22:00:00Z,GAP",
        "Pacific/Apia,2011-12-30T12:00,2011-12-30T10:00:00Z,GAP",
        "Asia/Kathmandu,2026-01-01T00:00,2025-12-31T18:15:00Z,NONE",
    })
    void aWallTimeMeetsItsZone(ZoneId zone, LocalDateTime local, Instant opensAt, Shift shifted) {
        var window = Window.of(local, zone, null, null);

        assertThat(window.opensAt()).isEqualTo(opensAt);
        assertThat(window.shifted()).isEqualTo(shifted);
    }

    @Test
    void aDayWhoseMidnightIsSkippedStartsWhenItStarts() {
        var window = Window.of(LocalDate.parse("2026-04-24"), ZoneId.of("Africa/Cairo"), null, null);

        assertThat(window.opensAt()).isEqualTo("2026-04-23T22:00:00Z");
        assertThat(window.shifted()).isEqualTo(Shift.GAP);
    }

    @Test
    void daysFollowTheWallAndHoursTheClock() {
        var eve = LocalDateTime.parse("2026-03-28T09:00");

        assertThat(Window.of(eve, BERLIN, null, Span.parse("P1D")).dueAt()).isEqualTo("2026-03-29T07:00:00Z");
        assertThat(Window.of(eve, BERLIN, null, Span.parse("PT24H")).dueAt()).isEqualTo("2026-03-29T08:00:00Z");
        assertThat(Window.of(eve, BERLIN, null, Span.parse("P1DT12H")).dueAt()).isEqualTo("2026-03-29T19:00:00Z");
    }

    @Test
    void afterAShiftedOpeningTheWallTimeAskedForReturns() {
        var window = Window.of(LocalDateTime.parse("2026-03-29T02:30"), BERLIN, null, Span.parse("P7D"));

        assertThat(window.dueAt()).as("02:30 again").isEqualTo("2026-04-05T00:30:00Z");
    }

    @Test
    void whatIsLeftOutGivesWay() {
        var start = LocalDate.parse("2026-06-01");

        var shortOne = Window.of(start, BERLIN, Span.parse("P3D"), null);
        assertThat(shortOne.dueAt()).isEqualTo(shortOne.closesAt()).isEqualTo("2026-06-03T22:00:00Z");
        var longOne = Window.of(start, BERLIN, null, Span.parse("P30D"));
        assertThat(longOne.closesAt()).isEqualTo(longOne.dueAt()).isEqualTo("2026-06-30T22:00:00Z");
    }

    @Test
    void whatIsSaidMustAgree() {
        assertThatThrownBy(() -> Window.of(LocalDate.parse("2026-06-01"), BERLIN, Span.parse("P3D"), Span.parse("P4D")))
                .isInstanceOf(BadSchedule.class)
                .hasMessageContaining("closes");
    }

    @Test
    void aStartBeyondReasonIsRefused() {
        assertThatThrownBy(() -> Window.of(LocalDate.MAX, BERLIN, null, null)).isInstanceOf(BadSchedule.class);
        assertThatThrownBy(() -> Window.of(LocalDate.parse("0001-01-01"), BERLIN, null, null))
                .isInstanceOf(BadSchedule.class);
    }

    @Test
    void anAnswerIsOnTimeUntilGraceIsOver() {
        var start = LocalDateTime.parse("2026-03-27T09:00");
        var due = Span.parse("P1D");

        assertThat(Window.of(start, BERLIN, null, due).lateAfter()).isEqualTo("2026-03-28T08:00:00Z");
        assertThat(Window.of(start, BERLIN, null, due, Span.parse("P1D")).lateAfter())
                .as("by the wall, over a change of the clocks")
                .isEqualTo("2026-03-29T07:00:00Z");
        assertThat(Window.of(start, BERLIN, null, due, Span.parse("PT24H")).lateAfter())
                .isEqualTo("2026-03-29T08:00:00Z");
        var second = Window.of(
                LocalDateTime.parse("2026-10-25T01:30"), BERLIN, null, Span.parse("PT2H"), Span.parse("PT10M"));
        assertThat(second.lateAfter()).as("due at the second 02:30").isEqualTo("2026-10-25T01:40:00Z");
    }
}
