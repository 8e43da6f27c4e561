package dev.kith.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.recurrence.BadSchedule.Code;
import java.time.LocalDateTime;
import java.time.temporal.WeekFields;
import java.util.List;
import net.fortuna.ical4j.model.Recur;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of all kinds against the table of the RFC done by hand, and against a second library. */
class OracleTest {

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

    /** What the second library reads in another way, and why we do not. */
    private static boolean readAlike(Rule rule, LocalDateTime start) {
        var ordinals = rule.days().stream().anyMatch(day -> day.ordinal() != 0);
        return switch (rule.frequency()) {
            // it gives up after 1,000 days without one
            case DAILY -> rule.months().isEmpty() && rule.monthDays().isEmpty();
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

    /** It takes the week to begin on Sunday where nothing is said; the RFC says Monday. */
    private static List<LocalDateTime> second(Rule rule, LocalDateTime start, LocalDateTime last) {
        var text = rule.toString().contains("WKST") ? rule.toString() : rule + ";WKST=MO";
        return new Recur<LocalDateTime>(text).getDates(start, start, last.plusSeconds(1));
    }
}
