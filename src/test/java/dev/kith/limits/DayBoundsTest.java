package dev.kith.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kith.limits.DayBounds.Sent;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much a client's app may send in a day that goes from midnight to midnight where the client is. */
class DayBoundsTest {
    private final DayBounds bounds = new DayBounds();

    DayBoundsTest() {
        bounds.config = new LimitsConfig() {
            @Override
            public int inFlight() {
                return 1;
            }

            @Override
            public long requestsPerMinute() {
                return 1;
            }

            @Override
            public int principals() {
                return 1;
            }

            @Override
            public int unplannedResponsesPerDay() {
                return 3;
            }

            @Override
            public int unplannedLogsPerDay() {
                return 2;
            }

            @Override
            public int ratingsPerDay() {
                return 1;
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T10:00:00Z, UTC, 2026-06-01T00:00:00Z, 50401",
        "2026-06-01T21:59:59Z, Europe/Berlin, 2026-05-31T22:00:00Z, 2",
        "2026-06-01T22:00:00Z, Europe/Berlin, 2026-06-01T22:00:00Z, 86400",
        "2026-06-01T10:00:00Z, Pacific/Kiritimati, 2026-06-01T10:00:00Z, 86400",
        // a day of 23 hours, one of 25, and one that begins at one
        "2026-03-29T00:00:00Z, Europe/Berlin, 2026-03-28T23:00:00Z, 79201",
        "2026-10-24T22:30:00Z, Europe/Berlin, 2026-10-24T22:00:00Z, 86400",
        "2018-11-04T12:00:00Z, America/Sao_Paulo, 2018-11-04T03:00:00Z, 50401"
    })
    void theDayIsTheClientsAndTheWaitLastsUntilItsMidnight(Instant now, ZoneId zone, Instant from, int seconds) {
        var asked = new ArrayList<Instant>();
        var full = catchThrowableOfType(
                ProblemException.class,
                () -> bounds.require(Sent.RESPONSES, now, zone, since -> {
                    asked.add(since);
                    return 3;
                }));
        assertThat(asked).containsExactly(from);
        assertThat(full.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        assertThat(full.retryAfter()).isEqualTo(seconds);
        assertThat(full.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("day-is-full");
            assertThat(fault.detail()).contains("3 responses", "send it again after");
        });
    }

    @ParameterizedTest
    @CsvSource({"RESPONSES, 3", "LOGS, 2", "RATINGS, 1"})
    void eachIsBoundedByItself(Sent what, int most) {
        var now = Instant.parse("2026-06-01T10:00:00Z");
        var zone = ZoneId.of("UTC");
        assertThatCode(() -> bounds.require(what, now, zone, since -> most - 1)).doesNotThrowAnyException();
        assertThat(bounds.hasRoom(what, now, zone, since -> most - 1)).isTrue();
        assertThat(bounds.hasRoom(what, now, zone, since -> most)).isFalse();
    }

    @Test
    void whoIsFarPastItIsToldTheSame() {
        var now = Instant.parse("2026-06-01T10:00:00Z");
        var full = catchThrowableOfType(
                ProblemException.class,
                () -> bounds.require(Sent.LOGS, now, ZoneId.of("UTC"), since -> Integer.MAX_VALUE + 1L));
        assertThat(full.retryAfter()).isEqualTo(50_401);
    }
}
