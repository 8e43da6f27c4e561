package dev.kith.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.words.Words;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=WEEKLY;BYDAY=MO,TH;COUNT=12 | every week on Monday and Thursday at 09:00, 12 times
            FREQ=WEEKLY;INTERVAL=2;COUNT=1 | every 2 weeks on Monday at 09:00, 1 time
            FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU;COUNT=4 | every 2 weeks on Tuesday and Sunday, weeks beginning on Sunday at 09:00, 4 times
            FREQ=DAILY;UNTIL=20260831 | every day at 09:00, until 31 August 2026
            FREQ=DAILY;INTERVAL=3;BYMONTH=6,7;COUNT=5 | every 3 days, only in June and July at 09:00, 5 times
            FREQ=DAILY;BYDAY=MO;BYMONTH=5;COUNT=5 | every day, only on Monday, only in May at 09:00, 5 times
            FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYMONTH=5;COUNT=5 | every 2 weeks on Monday, weeks beginning on Sunday, only in May at 09:00, 5 times
            FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=5 | every day, only on Monday, Tuesday, Wednesday, Thursday and Friday at 09:00, 5 times
            FREQ=MONTHLY;COUNT=3 | every month on day 1 at 09:00, 3 times
            FREQ=MONTHLY;BYMONTHDAY=-1,15,-7;COUNT=3 | every month on day 15, day 7 from the end and the last day at 09:00, 3 times
            FREQ=MONTHLY;BYDAY=2TU,-1FR,-2MO;COUNT=3 | every month on the second Monday from the end, the last Friday and the second Tuesday at 09:00, 3 times
            FREQ=YEARLY;COUNT=3 | every year on 1 June at 09:00, 3 times
            FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;COUNT=2 | every year on the last Sunday of March at 09:00, 2 times
            FREQ=YEARLY;BYMONTH=3,9;COUNT=2 | every year on day 1 of March and September at 09:00, 2 times
            FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1;COUNT=2 | by the rule FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1 at 09:00, 2 times
            FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2 | by the rule FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR at 09:00, 2 times
            FREQ=YEARLY;BYDAY=20MO;COUNT=2 | by the rule FREQ=YEARLY;BYDAY=20MO at 09:00, 2 times
            FREQ=DAILY;UNTIL=20260603T100000 | every day at 09:00, until 3 June 2026 at 10:00
            """)
    void aRuleIsPutIntoWords(String rule, String words) {
        assertThat(words(Asked.from("2026-06-01T09:00").rule(rule))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=WEEKLY;BYDAY=MO,TH;COUNT=12 | jede Woche am Montag und Donnerstag um 09:00 Uhr, 12-mal
            FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU;COUNT=4 | alle 2 Wochen am Dienstag und Sonntag, Wochenbeginn am Sonntag, um 09:00 Uhr, 4-mal
            FREQ=DAILY;UNTIL=20260831 | jeden Tag um 09:00 Uhr, bis zum 31. August 2026
            FREQ=DAILY;INTERVAL=3;BYMONTH=6,7;COUNT=1 | alle 3 Tage, nur im Juni und Juli, um 09:00 Uhr, einmal
            FREQ=DAILY;BYDAY=MO;BYMONTH=5;COUNT=5 | jeden Tag, nur am Montag, nur im Mai, um 09:00 Uhr, 5-mal
            FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYMONTH=5;COUNT=5 | alle 2 Wochen am Montag, Wochenbeginn am Sonntag, nur im Mai, um 09:00 Uhr, 5-mal
            FREQ=MONTHLY;BYMONTHDAY=-1,15,-7;COUNT=3 | jeden Monat am 15. Tag, am 7. Tag vom Ende gezählt und am letzten Tag um 09:00 Uhr, 3-mal
            FREQ=MONTHLY;BYDAY=2TU,-1FR,-2MO;COUNT=3 | jeden Monat am vorletzten Montag, am letzten Freitag und am zweiten Dienstag um 09:00 Uhr, 3-mal
            FREQ=YEARLY;COUNT=3 | jedes Jahr am 1. Juni um 09:00 Uhr, 3-mal
            FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;COUNT=2 | jedes Jahr am letzten Sonntag im März um 09:00 Uhr, 2-mal
            FREQ=YEARLY;BYDAY=20MO;COUNT=2 | nach der Regel FREQ=YEARLY;BYDAY=20MO um 09:00 Uhr, 2-mal
            FREQ=DAILY;UNTIL=20260603T100000 | jeden Tag um 09:00 Uhr, bis zum 3. Juni 2026 um 10:00 Uhr
            """)
    void aRuleIsPutIntoGermanToo(String rule, String words) {
        assertThat(words(Asked.from("2026-06-01T09:00").rule(rule), "de")).isEqualTo(words);
    }

    @Test
    void aScheduleIsPutIntoGermanToo() {
        var asked = Asked.from("2026-06-01T08:00");

        assertThat(words(asked, "de")).isEqualTo("einmal, am 1. Juni 2026 um 08:00 Uhr");
        assertThat(words(
                        asked.rule("FREQ=DAILY;COUNT=7")
                                .at("08:00", "18:00-20:00")
                                .until("2026-06-05"),
                        "de"))
                .isEqualTo("jeden Tag um 08:00 Uhr und zwischen 18:00 und 20:00 Uhr, an 7 Tagen, bis zum 5. Juni 2026");
        assertThat(words(asked.dose(2, Dose.Per.WEEK).rule("FREQ=MONTHLY;COUNT=2"), "de"))
                .isEqualTo(
                        "2-mal innerhalb einer Woche, die jeden Monat am 1. Tag um 08:00 Uhr beginnt, für 2 Zeiträume");
        assertThat(words(asked.dose(3, Dose.Per.DAY).until("2026-06-30"), "de"))
                .isEqualTo("3-mal an jedem Tag, erstmals am 1. Juni 2026 um 08:00 Uhr, bis zum 30. Juni 2026");
    }

    @Test
    void theRestOfAScheduleIsSaidToo() {
        var asked = Asked.from("2026-06-01T08:00");

        assertThat(words(asked)).isEqualTo("once, on 1 June 2026 at 08:00");
        assertThat(words(asked.plus("2026-06-09T08:00", "2026-06-10T08:00").except("2026-06-09T08:00")))
                .isEqualTo("on 1 June 2026 at 08:00, and on 2 more dates, but not on 1 date");
        assertThat(words(asked.rule("FREQ=DAILY;COUNT=7")
                        .at("08:00", "18:00-20:00")
                        .until("2026-06-05")))
                .isEqualTo("every day at 08:00 and between 18:00 and 20:00, for 7 days, until 5 June 2026");
        assertThat(words(asked.dose(3, Dose.Per.WEEK).until("2026-06-30")))
                .isEqualTo("3 times every week, beginning on 1 June 2026 at 08:00, until 30 June 2026");
        assertThat(words(asked.dose(1, Dose.Per.WEEK)))
                .isEqualTo("once within a week, beginning on 1 June 2026 at 08:00");
        assertThat(words(asked.dose(2, Dose.Per.WEEK).rule("FREQ=MONTHLY;COUNT=2")))
                .isEqualTo("2 times within a week that begins every month on day 1 at 08:00, for 2 periods");
    }

    @Test
    void itIsAlsoData() {
        var explained = Asked.from("2026-06-01T08:00")
                .rule("FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO,-1FR;UNTIL=20270101")
                .until("2026-12-01")
                .schedule()
                .explained();

        assertThat(explained.frequency()).isEqualTo(Frequency.MONTHLY);
        assertThat(explained.interval()).isEqualTo(2);
        assertThat(explained.days()).containsExactly("-1FR", "1MO");
        assertThat(explained.count()).isNull();
        assertThat(explained.until()).isEqualTo(LocalDateTime.parse("2026-12-01T23:59:59"));
    }

    @Property(tries = 300)
    void everyRuleHasWords(@ForAll("rules") AnyRule any) {
        String words;
        try {
            words = words(any.asked());
        } catch (BadSchedule refused) {
            Assume.that(false);
            throw refused;
        }

        if (!any.rule().positions().isEmpty()) {
            assertThat(words).startsWith("by the rule FREQ=");
        }
        assertThat(List.of(words, words(any.asked(), "de")))
                .allSatisfy(said -> assertThat(said)
                        .doesNotContain("  ")
                        .doesNotContain(",,")
                        .doesNotContain("null")
                        .doesNotContain("{")
                        .doesNotEndWith(","));
    }

    @Provide
    Arbitrary<AnyRule> rules() {
        return AnyRule.any();
    }

    private static String words(Asked asked) {
        return words(asked, "en");
    }

    private static String words(Asked asked, String language) {
        return Words.in(language).say(asked.schedule().explained().phrase());
    }
}
