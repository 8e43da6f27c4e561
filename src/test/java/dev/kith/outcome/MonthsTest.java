package dev.kith.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.problem.ProblemException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2025-12-31T22:59:59Z");

    @Test
    void theyBeginAndEndAtThePracticesMidnight() {
        var months = Months.of("2025-03", "2025-07", BERLIN, NOW);
        assertThat(months.begin()).isEqualTo("2025-02-28T23:00:00Z");
        assertThat(months.end()).isEqualTo("2025-07-31T22:00:00Z");
    }

    @Test
    void aMonthIsOverWithItsLastMoment() {
        assertThat(Months.of("2025-12", "2025-12", BERLIN, NOW.plusSeconds(1)).end())
                .isEqualTo("2025-12-31T23:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"2025-12, 2025-12, not-over", "2025-07, 2025-06, out-of-order", "2020-07, 2025-07, too-long"})
    void whatCannotBeToldOfIsRefused(String from, String to, String code) {
        assertThatThrownBy(() -> Months.of(from, to, BERLIN, NOW))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.code()).isEqualTo(code)));
    }
}
