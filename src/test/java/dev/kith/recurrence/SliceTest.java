package dev.kith.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A slice of a schedule is a slice of the whole, however it is cut. */
class SliceTest {

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void aSliceIsWhatTheWholeHasThere(
            @ForAll("rules") AnyRule any,
            @ForAll @IntRange(max = 3) int kind,
            @ForAll @IntRange(min = -100, max = 2000) int from,
            @ForAll @IntRange(max = 800) int length) {
        var schedule = made(any, kind);
        var begin = any.start().plusDays(from);
        var end = begin.plusDays(length);

        assertThat(schedule.between(begin, end).toList())
                .as("%s from %s to %s", any, begin, end)
                .isEqualTo(schedule.occurrences()
                        .filter(task -> !task.window().local().isBefore(begin)
                                && task.window().local().isBefore(end))
                        .toList());
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void chunksJoinedAreTheWhole(
            @ForAll("rules") AnyRule any,
            @ForAll @IntRange(max = 3) int kind,
            @ForAll @IntRange(min = 5, max = 90) int days) {
        var schedule = made(any, kind);
        var whole = schedule.occurrences().toList();
        var end = whole.get(whole.size() - 1).window().local();
        Assume.that(end.isBefore(any.start().plusYears(10)));

        assertThat(Stream.iterate(any.start(), from -> !from.isAfter(end), from -> from.plusDays(days))
                        .flatMap(from -> schedule.between(from, from.plusDays(days))))
                .isEqualTo(whole);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void anotherZoneKeepsTheWallTimes(@ForAll("rules") AnyRule any, @ForAll("rules") AnyRule elsewhere) {
        var schedule = made(any, 0);
        var moved = schedule.in(elsewhere.zone());

        assertThat(Asked.starts(moved)).isEqualTo(Asked.starts(schedule));
        assertThat(moved.in(any.zone())).isEqualTo(schedule);
        assertThat(moved.occurrences().map(task -> task.window().opensAt()).toList())
                .isSorted();
    }

    @Test
    void periodsOfADoseAreSkippedToo() {
        var schedule = Asked.from("2026-01-31T08:00")
                .dose(2, Dose.Per.MONTH)
                .until("2027-12-31")
                .schedule();

        assertThat(schedule.between(LocalDateTime.parse("2027-02-28T08:00"), LocalDateTime.parse("2027-03-31T08:01"))
                        .map(task -> task.window().local() + "/" + task.ordinal()))
                .containsExactly(
                        "2027-02-28T08:00/1", "2027-02-28T08:00/2", "2027-03-31T08:00/1", "2027-03-31T08:00/2");
    }

    @Test
    void aSliceOutsideIsEmpty() {
        var schedule = Asked.from("2026-06-01T09:00").rule("FREQ=DAILY;COUNT=5").schedule();

        assertThat(schedule.between(LocalDateTime.MIN, LocalDateTime.MAX)).hasSize(5);
        assertThat(schedule.between(LocalDateTime.MIN, schedule.start())).isEmpty();
        assertThat(schedule.between(LocalDateTime.parse("2026-06-06T00:00"), LocalDateTime.MAX))
                .isEmpty();
    }

    @Provide
    Arbitrary<AnyRule> rules() {
        return AnyRule.any();
    }

    /** Plain, at times of day, with dates, or both. */
    private static Schedule made(AnyRule any, int kind) {
        var noon = any.start().toLocalDate().plusDays(9).atTime(12, 0);
        var asked = kind % 2 == 1 ? any.asked().at("09:00", "18:00-20:00") : any.asked();
        try {
            return (kind > 1
                            ? asked.plus(noon.toString())
                                    .except(any.start().plusDays(7).toString())
                            : asked)
                    .schedule();
        } catch (BadSchedule refused) {
            Assume.that(false);
            throw refused;
        }
    }
}
