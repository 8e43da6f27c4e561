package dev.kith.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change of the clocks in twelve zones from 2010 to 2030. */
class ClockChangesTest {

    static List<ZoneId> zones() {
        return AnyRule.ZONES;
    }

    @ParameterizedTest
    @MethodSource("zones")
    void aTaskOpensAtTheFirstValidInstantOrAtTheFirstOfTwo(ZoneId zone) {
        for (var change : changes(zone)) {
            for (var minutes = -90; minutes <= 90; minutes += 15) {
                var from = change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
                var local = from.plusMinutes(minutes);
                var window = Schedule.once(local, zone, null, null)
                        .occurrences()
                        .findFirst()
                        .orElseThrow()
                        .window();

                assertThat(window.local()).isEqualTo(local);
                assertThat(window.opensAt()).as("%s in %s", local, zone).isEqualTo(byHand(local, zone, change));
            }
        }
    }

    /** By the offsets alone: the wall clock of the one before reaches the time first, unless the change skipped it. */
    private static Instant byHand(LocalDateTime local, ZoneId zone, ZoneOffsetTransition change) {
        var before = local.toInstant(change.getOffsetBefore());
        var after = local.toInstant(change.getOffsetAfter());
        if (before.isBefore(change.getInstant())) {
            return before;
        }
        return after.isBefore(change.getInstant()) ? change.getInstant() : after;
    }

    @ParameterizedTest
    @MethodSource("zones")
    void aTaskEachQuarterHourNeverRunsBackwards(ZoneId zone) {
        for (var change : changes(zone)) {
            var day = change.getDateTimeBefore().toLocalDate().minusDays(1).atStartOfDay();
            var quarters = Stream.iterate(day, local -> local.plusMinutes(15))
                    .limit(4 * 24 * 3)
                    .toList();
            var schedule = new Schedule(
                    day, zone, null, quarters, List.of(), List.of(), null, Span.parse("PT1H"), null, null, null);
            var windows = schedule.occurrences().map(Occurrence::window).toList();

            assertThat(windows).extracting(Window::local).isEqualTo(quarters);
            assertThat(windows).extracting(Window::opensAt).isSorted();
            assertThat(windows).allMatch(window -> window.closesAt().isAfter(window.opensAt()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Pacific/Apia,2011-12-29T09:00,2011-12-29T19:00:00Z,2011-12-30T10:00:00Z,2011-12-30T19:00:00Z",
        "Australia/Lord_Howe,2026-10-03T02:15,2026-10-02T15:45:00Z,2026-10-03T15:30:00Z,2026-10-04T15:15:00Z",
        "Antarctica/Troll,2026-03-28T01:30,2026-03-28T01:30:00Z,2026-03-29T01:00:00Z,2026-03-29T23:30:00Z",
        "America/Sao_Paulo,2018-11-03T00:00,2018-11-03T03:00:00Z,2018-11-04T03:00:00Z,2018-11-05T02:00:00Z",
        "Europe/Dublin,2026-10-24T01:30,2026-10-24T00:30:00Z,2026-10-25T00:30:00Z,2026-10-26T01:30:00Z",
        "Africa/Casablanca,2024-03-09T02:30,2024-03-09T01:30:00Z,2024-03-10T01:30:00Z,2024-03-11T02:30:00Z",
    })
    void threeDaysAroundAChange(String zone, String start, Instant first, Instant second, Instant third) {
        var schedule = Asked.from(start)
                .in(zone)
                .rule("FREQ=DAILY;COUNT=3")
                .spans("PT2H", null, null)
                .schedule();

        assertThat(schedule.occurrences().map(task -> task.window().opensAt())).containsExactly(first, second, third);
    }

    @Test
    void twoStartsWithinOneGapOpenTogetherAndBothStay() {
        var schedule = Asked.from("2026-03-29T02:00")
                .plus("2026-03-29T02:30")
                .spans("PT2H", null, null)
                .schedule();

        assertThat(schedule.occurrences().map(Occurrence::window))
                .extracting(Window::local, Window::opensAt, Window::shifted)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                LocalDateTime.parse("2026-03-29T02:00"),
                                Instant.parse("2026-03-29T01:00:00Z"),
                                Shift.GAP),
                        org.assertj.core.groups.Tuple.tuple(
                                LocalDateTime.parse("2026-03-29T02:30"),
                                Instant.parse("2026-03-29T01:00:00Z"),
                                Shift.GAP));
    }

    @Test
    void aWindowOrPeriodThatAGapTakesAwayKeepsItsLength() {
        var window = Asked.from("2026-03-29T02:00")
                .at("02:00-02:30")
                .schedule()
                .occurrences()
                .findFirst();
        assertThat(window.orElseThrow().window().closesAt()).isEqualTo("2026-03-29T01:30:00Z");

        var day = Asked.from("2011-12-30T00:00")
                .in("Pacific/Apia")
                .dose(1, Dose.Per.DAY)
                .schedule()
                .occurrences();
        assertThat(day.findFirst().orElseThrow().window().closesAt()).isEqualTo("2011-12-31T10:00:00Z");
    }

    @ParameterizedTest
    @MethodSource("zones")
    void anEndInUtcLetsThroughWhatOpensByThen(ZoneId zone) {
        for (var change : changes(zone)) {
            for (var minutes = -150; minutes <= 150; minutes += 30) {
                var until = change.getInstant().plusSeconds(60L * minutes);
                var last = WallTime.lastBy(until, zone);

                assertThat(WallTime.of(last, zone).instant()).isBeforeOrEqualTo(until);
                assertThat(WallTime.of(last.plusSeconds(1), zone).instant())
                        .as("%s in %s", until, zone)
                        .isAfter(until);
            }
        }
    }

    private static List<ZoneOffsetTransition> changes(ZoneId zone) {
        var end = LocalDateTime.parse("2030-01-01T00:00").toInstant(ZoneOffset.UTC);
        var rules = zone.getRules();
        return Stream.iterate(
                        rules.nextTransition(Instant.parse("2010-01-01T00:00:00Z")),
                        change -> change != null && change.getInstant().isBefore(end),
                        change -> rules.nextTransition(change.getInstant()))
                .toList();
    }
}
