package dev.kith.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.recurrence.BadSchedule.Code;
import java.time.Duration;
import java.time.Period;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

    @Test
    void itIsSaidInTheLargestUnitsThatItNames() {
        assertThat(Span.parse("P1Y2M3DT4H5M6S").phrases())
                .containsExactly(
                        Phrase.of("time.years", 1),
                        Phrase.of("time.months", 2),
                        Phrase.of("time.days", 3),
                        Phrase.of("time.hours", 4),
                        Phrase.of("time.minutes", 5),
                        Phrase.of("time.seconds", 6));
        assertThat(Span.parse("P14D").phrases()).containsExactly(Phrase.of("time.weeks", 2));
        assertThat(Span.parse("P15D").phrases()).containsExactly(Phrase.of("time.days", 15));
        assertThat(Span.parse("PT36H").phrases()).containsExactly(Phrase.of("time.hours", 36));
    }

    @Test
    void dateAndTimePartsAreKeptApart() {
        assertThat(Span.parse("P7D")).isEqualTo(new Span(Period.ofDays(7), Duration.ZERO));
        assertThat(Span.parse("PT48H")).isEqualTo(new Span(Period.ZERO, Duration.ofHours(48)));
        assertThat(Span.parse("P1DT12H")).isEqualTo(new Span(Period.ofDays(1), Duration.ofHours(12)));
        assertThat(Span.parse("P2W")).isEqualTo(Span.ofDays(14));
        assertThat(Span.parse("P1Y2M3DT4H5M6S")).hasToString("P1Y2M3DT4H5M6S");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "P1DT",
                "7D",
                "p7d",
                "P-1D",
                "-P1D",
                "+P1D",
                "P1.5D",
                "PT0.5S",
                "P1H",
                "PT1D",
                "P1D1D",
                "P1D1Y",
                "PT1M1H",
                "P7D ",
                "P٧D",
                "P1DT12H\n",
                "P9999999999D",
                "week",
                "P1D/P2D"
            })
    void whatIsNoDurationIsRefused(String text) {
        refused(text, Code.NOT_A_DURATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "PT0S", "P0DT0H", "P0Y0M0W0D"})
    void nothingIsRefused(String text) {
        refused(text, Code.NOT_POSITIVE);
    }

    @ParameterizedTest
    @CsvSource({"P732D", "P25M", "P3Y", "PT999999999H", "P731DT1S", "P999999Y"})
    void moreThanTwoYearsIsRefused(String text) {
        refused(text, Code.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P2Y", "P24M", "P104W", "P731D", "PT17544H", "PT1S"})
    void twoYearsAndASecondAreTaken(String text) {
        assertThat(Span.parse(text)).isNotNull();
    }

    @Property
    void aSpanReadsBackAsItself(
            @ForAll @IntRange(max = 1) int years,
            @ForAll @IntRange(max = 11) int months,
            @ForAll @IntRange(max = 30) int days,
            @ForAll @IntRange(max = 23) int hours,
            @ForAll @IntRange(min = 1, max = 3599) int seconds) {
        var span = new Span(Period.of(years, months, days), Duration.ofSeconds(hours * 3600L + seconds));

        assertThat(Span.parse(span.toString())).isEqualTo(span);
    }

    private static void refused(String text, Code code) {
        assertThatThrownBy(() -> Span.parse(text))
                .isInstanceOfSatisfying(
                        BadSchedule.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
