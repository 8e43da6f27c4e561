package dev.kith.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds in every zone on every day, clock changes in front. */
class WindowPropertiesTest {

    @Property
    void aWindowOpensThenIsDueThenCloses(
            @ForAll("starts") LocalDateTime start,
            @ForAll("zones") ZoneId zone,
            @ForAll("spans") Span one,
            @ForAll("spans") Span other) {
        for (var window : new Window[] {
            Window.of(start, zone, null, null), Window.of(start, zone, one, null), Window.of(start, zone, null, other)
        }) {
            assertThat(window.dueAt()).isAfterOrEqualTo(window.opensAt());
            assertThat(window.closesAt()).isAfterOrEqualTo(window.dueAt());
        }
    }

    @Property
    void theShiftTellsWhatTheWallClockShows(@ForAll("starts") LocalDateTime start, @ForAll("zones") ZoneId zone) {
        var window = Window.of(start, zone, null, null);
        var shown = LocalDateTime.ofInstant(window.opensAt(), zone);
        switch (window.shifted()) {
            case NONE -> assertThat(shown).isEqualTo(start);
            case GAP -> {
                assertThat(shown).isAfter(start);
                assertThat(LocalDateTime.ofInstant(window.opensAt().minusNanos(1), zone))
                        .as("nothing valid before it")
                        .isBefore(start);
            }
            case OVERLAP -> {
                assertThat(shown).isEqualTo(start);
                assertThat(zone.getRules().getValidOffsets(start)).hasSize(2);
                assertThat(window.opensAt())
                        .as("the first of the two")
                        .isEqualTo(start.toInstant(
                                zone.getRules().getTransition(start).getOffsetBefore()));
            }
        }
    }

    @Property
    void laterWallTimesNeverOpenEarlier(
            @ForAll("starts") LocalDateTime one, @ForAll("starts") LocalDateTime other, @ForAll("zones") ZoneId zone) {
        var first = one.isBefore(other) ? one : other;
        var second = one.isBefore(other) ? other : one;

        assertThat(Window.of(second, zone, null, null).opensAt())
                .isAfterOrEqualTo(Window.of(first, zone, null, null).opensAt());
    }

    @Property
    void withoutClockChangesAllIsPlainAddition(@ForAll("starts") LocalDateTime start, @ForAll("spans") Span span) {
        assertThat(Window.of(start, ZoneOffset.UTC, span, span).dueAt())
                .isEqualTo(start.plus(span.date()).plus(span.time()).toInstant(ZoneOffset.UTC));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Berlin",
                        "Europe/Dublin",
                        "America/New_York",
                        "America/St_Johns",
                        "America/Santiago",
                        "Australia/Lord_Howe",
                        "Africa/Cairo",
                        "Africa/Casablanca",
                        "Asia/Beirut",
                        "Asia/Kathmandu",
                        "Pacific/Apia",
                        "Pacific/Chatham",
                        "UTC")
                .map(ZoneId::of);
    }

    /** Any quarter of an hour from 2010 to 2030, most of them in the small hours where clocks change. */
    @Provide
    Arbitrary<LocalDateTime> starts() {
        var day = Arbitraries.integers().between(0, 365 * 20);
        var minute = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(0, 16)),
                Tuple.of(1, Arbitraries.integers().between(0, 95)));
        return Combinators.combine(day, minute)
                .as((d, quarter) ->
                        LocalDateTime.of(2010, 1, 1, 0, 0).plusDays(d).plusMinutes(quarter * 15L));
    }

    @Provide
    Arbitrary<Span> spans() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.integers().between(1, 100_000))
                .as((days, seconds) -> new Span(Period.ofDays(days), Duration.ofSeconds(seconds)));
    }
}
