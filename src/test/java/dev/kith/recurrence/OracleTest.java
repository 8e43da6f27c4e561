package dev.kith.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.recurrence.BadSchedule.Code;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.fortuna.ical4j.model.Recur;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of all kinds against the table of the RFC done by hand, and against a second library. */
class OracleTest {

    private static final Map<ZoneId, Integer> COMPARED = new ConcurrentHashMap<>();
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
    private static final LocalDateTime LAST = LocalDateTime.parse("2200-12-31T23:59:59");

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void aRuleGivesWhatTheTableOfTheRfcSays(@ForAll("rules") AnyRule any) {
        var byHand = new ByHand(any.rule(), any.start()).starts(end(any.rule()));
        try {
            assertThat(starts(any)).as(any::toString).isEqualTo(byHand);
        } catch (BadSchedule refused) {
            if (refused.code() == Code.NEVER) {
                var late = any.start().plusYears(10); // a first time that is further away is as good as none
                assertThat(byHand).as(any::toString).allMatch(local -> local.isAfter(late));
            } else {
                assertThat(refused.code()).as(any::toString).isEqualTo(Code.TOO_LONG);
                assertThat(byHand.size())
                        .as(any::toString)
                        .isLessThan(any.rule().count());
            }
        }
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void aSecondLibraryGivesTheSame(@ForAll("rules") AnyRule any) {
        var rule = any.rule();
        Assume.that(readAlike(rule, any.start()));
        List<LocalDateTime> ours;
        try {
            ours = starts(any);
        } catch (BadSchedule refused) {
            ours = List.of();
        }
        Assume.that(!ours.isEmpty());
        assertThat(second(rule, any.start(), ours.get(ours.size() - 1)))
                .as(any::toString)
                .isEqualTo(ours);
    }

    /**
     * The same rule in each of twelve zones, instant for instant, where no clock change touches the time of day. What one does touch is settled by
     * our own rule: the first valid instant after a gap, the first of two in an overlap. The second library reckons with zoned times on its way: a day of a
     * gap moves its time of day, and of what follows.
     */
    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void aSecondLibraryGivesTheSameInstantsInTwelveZones(@ForAll("rules") AnyRule some) {
        for (var zone : AnyRule.ZONES) {
            var any = new AnyRule(some.start(), zone, some.text());
            var rule = any.rule();
            var ours = readAlike(rule, any.start()) ? windows(any) : List.<Window>of();
            if (!ours.isEmpty() && isUntouched(any, last(ours).local())) {
                assertThat(zoned(any, last(ours).local())).as(any::toString).isEqualTo(instants(ours));
                COMPARED.merge(zone, 1, Integer::sum);
            }
        }
    }

    @AfterContainer
    static void eachZoneWasCompared() {
        if (!COMPARED.isEmpty()) { // where that property ran
            assertThat(COMPARED.keySet()).containsExactlyInAnyOrderElementsOf(AnyRule.ZONES);
            assertThat(COMPARED.values()).allMatch(many -> many >= 20);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ' ', textBlock = """
            2026-03-28T02:30 Europe/Berlin 2026-03-29T01:00:00Z 2026-03-29T01:30:00Z
            2026-10-03T02:15 Australia/Lord_Howe 2026-10-03T15:30:00Z 2026-10-03T15:45:00Z
            2026-10-24T02:30 Europe/Berlin 2026-10-25T00:30:00Z 2026-10-25T00:30:00Z
            2026-10-31T01:30 America/New_York 2026-11-01T05:30:00Z 2026-11-01T05:30:00Z
            """)
    void inAGapWeOpenAsSoonAsThereIsATimeAndInAnOverlapAtTheFirst(
            String start, String zone, Instant ours, Instant theirs) {
        var any = new AnyRule(LocalDateTime.parse(start), ZoneId.of(zone), "FREQ=DAILY;COUNT=3");

        assertThat(instants(windows(any))).element(1).isEqualTo(ours);
        assertThat(zoned(any, last(windows(any)).local())).element(1).isEqualTo(theirs);
    }

    private static boolean isUntouched(AnyRule any, LocalDateTime last) {
        var rules = any.zone().getRules();
        return any.start()
                .toLocalDate()
                .minusMonths(1)
                .datesUntil(last.toLocalDate().plusMonths(1))
                .map(day -> day.atTime(any.start().toLocalTime()))
                .allMatch(local -> rules.getValidOffsets(local).size() == 1);
    }

    private static List<Window> windows(AnyRule any) {
        try {
            return any.asked().schedule().occurrences().map(Occurrence::window).toList();
        } catch (BadSchedule refused) {
            return List.of();
        }
    }

    private static Window last(List<Window> windows) {
        return windows.get(windows.size() - 1);
    }

    private static List<Instant> instants(List<Window> windows) {
        return windows.stream().map(Window::opensAt).toList();
    }

    /** What the second library reads in another way, and why we do not. */
    private static boolean readAlike(Rule rule, LocalDateTime start) {
        var ordinals = rule.days().stream().anyMatch(day -> day.ordinal() != 0);
        return switch (rule.frequency()) {
            case DAILY -> true;
            // it asks whether the week's start day lies in the month; BYMONTH limits days
            case WEEKLY -> rule.months().isEmpty();
            // it counts 2TU among the days that BYMONTHDAY leaves; the RFC counts within the month
            case MONTHLY -> rule.monthDays().isEmpty() || !ordinals;
            // around New Year the week's year and the start's may differ: it steps by the one, we by the other
            case YEARLY ->
                rule.weekNumbers().isEmpty()
                        || start.get(WeekFields.of(rule.weekStart(), 4).weekBasedYear()) == start.getYear();
        };
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ' ', textBlock = """
            2010-02-21 FREQ=WEEKLY;INTERVAL=5;COUNT=2;BYMONTH=6,12;BYDAY=SU,MO 2010-06-06 2010-12-27
            2013-06-04 FREQ=MONTHLY;COUNT=2;BYMONTHDAY=24,28;BYDAY=-2MO 2014-03-24 2015-08-24
            2018-07-31 FREQ=DAILY;COUNT=2;BYMONTH=2;BYMONTHDAY=29 2020-02-29 2024-02-29
            """)
    void whereTheyDifferTheTextOfTheRfcDecides(String start, String rule, String first, String second) {
        assertThat(Asked.from(start + "T09:00").rule(rule).starts())
                .containsExactly(first + "T09:00", second + "T09:00");
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void aRuleReadsBackAsItself(@ForAll("rules") AnyRule any) {
        var rule = any.rule();

        assertThat(RuleText.read(rule.toString(), any.zone())).isEqualTo(rule).hasToString(rule.toString());
    }

    @Provide
    Arbitrary<AnyRule> rules() {
        return AnyRule.any();
    }

    private static List<LocalDateTime> starts(AnyRule any) {
        return any.asked()
                .schedule()
                .occurrences()
                .map(task -> task.window().local())
                .toList();
    }

    private static LocalDateTime end(Rule rule) {
        return rule.until() == null ? LAST : rule.until();
    }

    private static List<LocalDateTime> second(Rule rule, LocalDateTime start, LocalDateTime last) {
        return patient(() -> new Recur<LocalDateTime>(text(rule)).getDates(start, start, last.plusSeconds(1)));
    }

    /** With a zone, UNTIL is in UTC. */
    private static List<Instant> zoned(AnyRule any, LocalDateTime last) {
        var rule = any.rule();
        var until = rule.until();
        var text = until == null
                ? text(rule)
                : text(rule)
                        .replaceFirst(
                                "UNTIL=[0-9T]+",
                                "UNTIL=" + UTC.format(until.atZone(any.zone()).withZoneSameInstant(ZoneOffset.UTC)));
        var start = any.start().atZone(any.zone());
        var end = last.atZone(any.zone()).plusSeconds(1);
        return patient(() -> new Recur<ZonedDateTime>(text).getDates(start, start, end)).stream()
                .map(ZonedDateTime::toInstant)
                .toList();
    }

    /** It takes the week to begin on Sunday where nothing is said; the RFC says Monday. */
    private static String text(Rule rule) {
        return rule.toString().contains("WKST") ? rule.toString() : rule + ";WKST=MO";
    }

    /** Left alone it gives up after 1,000 days without one. */
    private static <T> T patient(Supplier<T> expansion) {
        System.setProperty(Recur.KEY_MAX_INCREMENT_COUNT, "100000");
        try {
            return expansion.get();
        } finally {
            System.clearProperty(Recur.KEY_MAX_INCREMENT_COUNT);
        }
    }
}
