package dev.kith.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kith.recurrence.BadSchedule.Code;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.AbstractList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, where it is pointed at, and how far anything is walked. */
class HostileScheduleTest {

    private static final LocalDateTime LAST = LocalDateTime.of(Window.LAST_YEAR, 12, 31, 23, 59, 59);
    private static final Asked MONDAY = Asked.from("2026-06-01T09:00");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ' ', textBlock = """
            FREQ=SECONDLY;COUNT=5 TOO_FINE
            FREQ=MINUTELY;UNTIL=20260602 TOO_FINE
            FREQ=HOURLY TOO_FINE
            FREQ=DAILY;COUNT=5;BYHOUR=1,2,3 TOO_FINE
            FREQ=DAILY;COUNT=5;BYMINUTE=1 TOO_FINE
            FREQ=DAILY;COUNT=5;BYSECOND=1 TOO_FINE
            FREQ=DAILY UNBOUNDED
            FREQ=DAILY;UNTIL=99991231 UNBOUNDED
            FREQ=DAILY;UNTIL=20280602 UNBOUNDED
            FREQ=DAILY;COUNT=367 TOO_MANY
            FREQ=DAILY;COUNT=1000000000 TOO_MANY
            FREQ=DAILY;COUNT=99999999999999999999999999 TOO_MANY
            FREQ=DAILY;COUNT=0 OUT_OF_RANGE
            FREQ=DAILY;COUNT=-1 NOT_A_RULE
            FREQ=DAILY;COUNT= NOT_A_RULE
            FREQ=DAILY;INTERVAL=0;COUNT=2 OUT_OF_RANGE
            FREQ=DAILY;INTERVAL=367;COUNT=2 OUT_OF_RANGE
            FREQ=DAILY;INTERVAL=2147483648;COUNT=2 OUT_OF_RANGE
            FREQ=DAILY;UNTIL=20260531 ENDS_BEFORE_START
            FREQ=DAILY;UNTIL=20260631 NOT_A_RULE
            FREQ=DAILY;UNTIL=20260630T250000Z NOT_A_RULE
            FREQ=DAILY;UNTIL=2026-06-30 NOT_A_RULE
            FREQ=DAILY;COUNT=5;UNTIL=20260630 NOT_TOGETHER
            FREQ=DAILY;COUNT=5;COUNT=6 REPEATED_PART
            FREQ=DAILY;COUNT=5;X-ODD=1 UNKNOWN_PART
            FREQ=DAILY;COUNT=5;RSCALE=CHINESE UNKNOWN_PART
            FREQ=DAILY;COUNT=5;SKIP=FORWARD UNKNOWN_PART
            FREQ=DAILY;COUNT=5;BYEASTER=0 UNKNOWN_PART
            RRULE:FREQ=DAILY;COUNT=5 UNKNOWN_PART
            FREQ=DAILY;COUNT=5; NOT_A_RULE
            FREQ=NEVER;COUNT=5 NOT_A_RULE
            COUNT=5 NOT_A_RULE
            daily NOT_A_RULE
            FREQ=MONTHLY;COUNT=5;BYMONTHDAY=32 OUT_OF_RANGE
            FREQ=MONTHLY;COUNT=5;BYMONTHDAY=0 OUT_OF_RANGE
            FREQ=MONTHLY;COUNT=5;BYMONTHDAY=1,,2 NOT_A_RULE
            FREQ=MONTHLY;COUNT=5;BYMONTH=13 OUT_OF_RANGE
            FREQ=MONTHLY;COUNT=5;BYMONTH=-1 OUT_OF_RANGE
            FREQ=MONTHLY;COUNT=5;BYDAY=6MO OUT_OF_RANGE
            FREQ=MONTHLY;COUNT=5;BYDAY=XX NOT_A_RULE
            FREQ=YEARLY;COUNT=5;BYDAY=54MO OUT_OF_RANGE
            FREQ=YEARLY;COUNT=5;BYWEEKNO=53 OUT_OF_RANGE
            FREQ=YEARLY;COUNT=5;BYYEARDAY=367 OUT_OF_RANGE
            FREQ=YEARLY;COUNT=5;BYDAY=MO;BYSETPOS=367 OUT_OF_RANGE
            FREQ=DAILY;COUNT=5;WKST=XX NOT_A_RULE
            FREQ=WEEKLY;COUNT=5;BYDAY=2MO NOT_TOGETHER
            FREQ=WEEKLY;COUNT=5;BYMONTHDAY=2 NOT_TOGETHER
            FREQ=MONTHLY;COUNT=5;BYWEEKNO=2 NOT_TOGETHER
            FREQ=MONTHLY;COUNT=5;BYYEARDAY=2 NOT_TOGETHER
            FREQ=YEARLY;COUNT=5;BYWEEKNO=2;BYDAY=2MO NOT_TOGETHER
            FREQ=YEARLY;COUNT=5;BYMONTHDAY=2;BYDAY=2MO NOT_TOGETHER
            FREQ=DAILY;COUNT=5;BYSETPOS=1 NOT_TOGETHER
            FREQ=YEARLY;COUNT=5;BYMONTH=2;BYMONTHDAY=30 NEVER
            FREQ=YEARLY;INTERVAL=366;COUNT=366;BYMONTH=2;BYMONTHDAY=30;BYDAY=MO,TU,WE NEVER
            FREQ=DAILY;INTERVAL=366;COUNT=366;BYMONTH=2;BYMONTHDAY=30,31 NEVER
            FREQ=MONTHLY;COUNT=5;BYMONTH=4;BYMONTHDAY=31 NEVER
            FREQ=YEARLY;COUNT=5;BYDAY=MO;BYSETPOS=366 NEVER
            FREQ=MONTHLY;COUNT=5;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=32,-32 NEVER
            FREQ=YEARLY;COUNT=366 TOO_LONG
            FREQ=MONTHLY;INTERVAL=366;COUNT=366 TOO_LONG
            FREQ=YEARLY;COUNT=366;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=366 TOO_LONG
            """)
    void aBadRuleIsRefusedAtTheRule(String rule, Code code) {
        refused(MONDAY.rule(rule), code, "/rrule");
    }

    @Test
    void aLongTextAndLongListsAreRefusedUnread() {
        var days = IntStream.rangeClosed(1, 51).mapToObj(i -> "1").collect(Collectors.joining(","));

        refused(MONDAY.rule("FREQ=DAILY;COUNT=2" + " ".repeat(500)), Code.TOO_LONG, "/rrule");
        refused(MONDAY.rule(""), Code.NOT_A_RULE, "/rrule");
        refused(MONDAY.rule("FREQ=MONTHLY;COUNT=2;BYMONTHDAY=" + days), Code.TOO_MANY, "/rrule");
    }

    @Test
    void aHundredThousandDatesAreRefusedWithoutALook() {
        var many = new AbstractList<LocalDateTime>() {
            @Override
            public LocalDateTime get(int index) {
                throw new AssertionError("looked at");
            }

            @Override
            public int size() {
                return 100_000;
            }
        };
        List<LocalDateTime> none = List.of();

        refused(
                () -> new Schedule(
                        MONDAY.start(),
                        MONDAY.zone(),
                        "FREQ=DAILY;COUNT=2",
                        none,
                        many,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null),
                Code.TOO_MANY,
                "/exdates");
        refused(
                () -> new Schedule(
                        MONDAY.start(),
                        MONDAY.zone(),
                        "FREQ=DAILY;COUNT=2",
                        many,
                        none,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null),
                Code.TOO_MANY,
                "/rdates");
    }

    @Test
    void eachDateIsPointedAt() {
        refused(MONDAY.except("2026-06-02T09:00", "9999-01-01T09:00"), Code.OUT_OF_RANGE, "/exdates/1");
        refused(MONDAY.except("2026-06-02T09:00:00.5"), Code.TOO_FINE, "/exdates/0");
        refused(MONDAY.plus("2026-06-02T09:00", "2026-05-31T09:00"), Code.BEFORE_START, "/rdates/1");
        refused(MONDAY.plus("2201-01-01T00:00"), Code.OUT_OF_RANGE, "/rdates/0");
        refused(MONDAY.except("2026-06-01T09:00"), Code.NEVER, "/exdates");
    }

    @Test
    void startsEndsAndTimesArePointedAt() {
        refused(Asked.from("9999-01-01T00:00"), Code.START_OUT_OF_RANGE, "/start");
        refused(Asked.from("1969-12-31T00:00"), Code.START_OUT_OF_RANGE, "/start");
        refused(Asked.from("2026-06-01T00:00:00.001"), Code.TOO_FINE, "/start");
        refused(MONDAY.rule("FREQ=DAILY").until("2028-06-02"), Code.TOO_LONG, "/endsOn");
        refused(MONDAY.until("2026-05-31"), Code.ENDS_BEFORE_START, "/endsOn");
        refused(MONDAY.at("08:00", "18:00-20:00:00.1"), Code.TOO_FINE, "/times/1/to");
        refused(MONDAY.at("08:00", "08:00-20:00"), Code.SAME_TIME_TWICE, "/times/1/from");
        refused(MONDAY.at("08:00"), Code.NEVER, "/times");
        refused(MONDAY.spans("P1D", "P2D", null), Code.DUE_AFTER_CLOSE, "/dueAfter");
    }

    @Test
    void aThousandTasksAreTheMost() {
        var daily = MONDAY.rule("FREQ=DAILY;COUNT=250");

        assertThat(daily.at("10:00", "12:00", "14:00", "16:00").starts()).hasSize(1000);
        refused(MONDAY.rule("FREQ=DAILY;COUNT=251").at("10:00", "12:00", "14:00", "16:00"), Code.TOO_MANY, "/times");
        refused(MONDAY.rule("FREQ=DAILY").until("2028-05-31").dose(2, Dose.Per.DAY), Code.TOO_MANY, "/dose");
    }

    /** A rule of two years names no more than their days; nothing asks the library for more. */
    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            FREQ=DAILY 731
            FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU 731
            FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=1,-1,100,200,300,365,366 15
            FREQ=DAILY;COUNT=366;INTERVAL=366 3
            """)
    void theStepsAreCounted(String rule, int most) {
        var end = LocalDateTime.parse("2028-05-31T23:59:59");
        var steps = new int[1];

        RuleStarts.of(RuleText.read(rule, MONDAY.zone()), MONDAY.start(), MONDAY.start(), end)
                .forEach(local -> steps[0]++);

        assertThat(steps[0]).isBetween(1, most);
    }

    /** What is refused was walked to the last year at most, and no faster machine is needed for it: times that it names, and time that it takes. */
    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            FREQ=YEARLY;COUNT=5;BYMONTH=2;BYMONTHDAY=30 0
            FREQ=YEARLY;INTERVAL=366;COUNT=366;BYMONTH=2;BYMONTHDAY=30;BYDAY=MO,TU,WE 0
            FREQ=DAILY;COUNT=366;BYMONTH=2;BYMONTHDAY=30,31 0
            FREQ=DAILY;INTERVAL=366;COUNT=366;BYMONTH=2;BYMONTHDAY=30,31 0
            FREQ=MONTHLY;COUNT=5;BYMONTH=4;BYMONTHDAY=31 0
            FREQ=YEARLY;COUNT=5;BYDAY=MO;BYSETPOS=366 0
            FREQ=YEARLY;COUNT=5;BYDAY=MO;BYSETPOS=-366,366,54,60,70,80,90,100,200,300 0
            FREQ=MONTHLY;COUNT=5;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=32,-32 0
            FREQ=YEARLY;COUNT=366 175
            FREQ=MONTHLY;INTERVAL=366;COUNT=366 6
            FREQ=YEARLY;COUNT=366;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=366 42
            """)
    void theStepsOfARefusedRuleAreCountedToo(String rule, int named) {
        var steps = new int[1];

        RuleStarts.of(RuleText.read(rule, MONDAY.zone()), MONDAY.start(), MONDAY.start(), LAST)
                .forEach(local -> steps[0]++);

        assertThat(steps[0]).isEqualTo(named);
        var worked = worked(() -> refused(MONDAY.rule(rule), named == 0 ? Code.NEVER : Code.TOO_LONG, "/rrule"));
        assertThat(worked).isLessThan(Duration.ofSeconds(1));
    }

    /** What this thread worked, however busy the machine is with others. */
    private static Duration worked(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
    }

    @Test
    void aLateSliceIsReachedWithoutWalkingToIt() {
        var rule = RuleText.read("FREQ=DAILY", MONDAY.zone());
        var from = LocalDateTime.parse("2028-05-01T00:00");
        var seen = RuleStarts.reaching(rule, MONDAY.start(), from, from.plusDays(9))
                .toList();

        assertThat(seen.get(0)).isAfterOrEqualTo(from.minusDays(2));
        assertThat(seen).hasSizeLessThan(13);
    }

    private static void refused(Asked asked, Code code, String pointer) {
        refused(asked::schedule, code, pointer);
    }

    private static void refused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable asked, Code code, String pointer) {
        var refusal = catchThrowableOfType(BadSchedule.class, asked);

        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.pointer()).isEqualTo(pointer);
        assertThat(refusal.code().word()).matches("[a-z]+(-[a-z]+)*");
    }
}
