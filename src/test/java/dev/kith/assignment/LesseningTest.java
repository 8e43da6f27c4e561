package dev.kith.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.assignment.AskedSchedule.AskedTime;
import dev.kith.assignment.Lessening.Lower;
import dev.kith.assignment.Lessening.Step;
import dev.kith.recurrence.Occurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** "Too much for me", said again and again: fewer times, then half as often, and a pause only where nothing is left to lower. */
class LesseningTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");

    @Test
    void twiceAWeekBecomesOnceAWeekThenEverySecondWeekThenEveryFourth() {
        var weekly = asked("2026-11-02", "FREQ=WEEKLY;COUNT=8", null, new AskedDose(2, AskedDose.Per.WEEK));
        var steps = steps(weekly);
        assertThat(steps)
                .extracting(Lower::step)
                .containsExactly(Step.FEWER_TIMES, Step.HALF_AS_OFTEN, Step.HALF_AS_OFTEN, Step.HALF_AS_OFTEN);
        assertThat(opens(steps.get(1).schedule()))
                .containsExactly("2026-11-02T00:00", "2026-11-16T00:00", "2026-11-30T00:00", "2026-12-14T00:00");
        assertThat(opens(steps.get(2).schedule())).containsExactly("2026-11-02T00:00", "2026-11-30T00:00");
        assertThat(opens(steps.get(3).schedule())).as("and after that a pause").hasSize(1);
        assertThat(steps.get(1).schedule().engine().occurrences().findFirst())
                .as("a week as before")
                .map(first -> first.window().closesAt())
                .contains(Instant.parse("2026-11-08T23:00:00Z"));
    }

    @Test
    void aDoseWithoutARuleLeavesOutEverySecondPeriod() {
        var weekly = asked("2026-11-02", null, LocalDate.of(2026, 12, 6), new AskedDose(1, AskedDose.Per.WEEK));
        assertThat(opens(weekly)).hasSize(5);
        assertThat(opens(steps(weekly).get(0).schedule()))
                .containsExactly("2026-11-02T00:00", "2026-11-16T00:00", "2026-11-30T00:00");
        var monthly = asked("2026-12-31", null, LocalDate.of(2027, 5, 1), new AskedDose(1, AskedDose.Per.MONTH));
        assertThat(opens(steps(monthly).get(0).schedule()))
                .containsExactly("2026-12-31T00:00", "2027-02-28T00:00", "2027-04-30T00:00");
    }

    @Test
    void whatIsGivenOnceOrHasOnePeriodIsPaused() {
        assertThat(Lessening.of(asked("2026-11-02", null, null, null))).isEmpty();
        assertThat(Lessening.of(asked("2026-11-02", null, null, new AskedDose(1, AskedDose.Per.WEEK))))
                .isEmpty();
        assertThat(Lessening.of(asked("2026-11-02", "FREQ=WEEKLY;COUNT=1", null, null)))
                .isEmpty();
        assertThat(Lessening.of(
                        asked("2026-11-02", null, LocalDate.of(2026, 11, 3), new AskedDose(1, AskedDose.Per.WEEK))))
                .isEmpty();
    }

    @Test
    void dailyWorkAtTimesOfDayIsOpenForADay() {
        var plan = planned(List.of(new AskedTime("08:00", null)), null, null);
        assertThat(windows(plan)).containsOnly("PT24H due PT24H");
        assertThat(plan.opensFor()).isEqualTo("P1D");
        var closing = planned(List.of(new AskedTime("08:00", "10:00")), null, null);
        assertThat(windows(closing)).containsOnly("PT2H due PT2H");
        assertThat(closing.opensFor()).isNull();
        var mixed = planned(List.of(new AskedTime("08:00", "10:00"), new AskedTime("20:00", null)), null, null);
        assertThat(windows(mixed)).contains("PT2H due PT2H", "PT24H due PT24H").hasSize(60);
    }

    @Test
    void whatIsLeftOutIsUsualAlsoWhereTheOtherIsSaid() {
        assertThat(windows(planned(null, null, "PT12H"))).containsOnly("PT24H due PT12H");
        assertThat(windows(planned(null, "PT12H", null))).containsOnly("PT12H due PT12H");
        assertThat(windows(planned(null, "P3D", null))).containsOnly("PT72H due PT24H");
        assertThat(windows(planned(null, null, "P2D"))).containsOnly("PT48H due PT48H");
    }

    private static List<Lower> steps(ScheduleView schedule) {
        var steps = new ArrayList<Lower>();
        for (var lower = Lessening.of(schedule);
                lower.isPresent() && steps.size() < 20;
                lower = Lessening.of(lower.get().schedule())) {
            steps.add(lower.get());
        }
        return steps;
    }

    private static List<String> opens(ScheduleView schedule) {
        return schedule.engine()
                .occurrences()
                .map(one -> one.window().local().toString())
                .distinct()
                .toList();
    }

    private static List<String> windows(ScheduleView schedule) {
        return schedule.engine().occurrences().map(LesseningTest::window).toList();
    }

    private static String window(Occurrence one) {
        var opens = one.window().opensAt();
        return java.time.Duration.between(opens, one.window().closesAt())
                + " due "
                + java.time.Duration.between(opens, one.window().dueAt());
    }

    private static ScheduleView planned(
            @Nullable List<AskedTime> times, @Nullable String opensFor, @Nullable String dueAfter) {
        var asked = new AskedSchedule(
                "2026-11-02T07:00",
                null,
                "FREQ=DAILY;COUNT=30",
                null,
                null,
                times,
                opensFor,
                dueAfter,
                null,
                null,
                null,
                null);
        return Plan.of(asked, null, BERLIN, null, NOW).kept();
    }

    private static ScheduleView asked(
            String start, @Nullable String rrule, @Nullable LocalDate endsOn, @Nullable AskedDose dose) {
        var asked = new AskedSchedule(start, null, rrule, null, null, null, null, null, null, null, endsOn, null);
        return Plan.of(asked, dose, BERLIN, null, NOW).kept();
    }
}
