package dev.kith.exercise;

import static dev.kith.exercise.Practised.DEFINITION;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Over logs that somebody might send: they are read without an accident, and what is kept is stable. */
class LogPropertiesTest {
    private static final List<Object> SAID = List.of(
            0,
            7L,
            -3,
            new BigDecimal("2.50"),
            new BigDecimal("1e-12"),
            new BigDecimal("1e400000000"),
            Double.NaN,
            Double.POSITIVE_INFINITY,
            1e300,
            "done",
            "dogs",
            "",
            "\0",
            true,
            List.of(),
            List.of("dogs", "trees"),
            List.of(List.of(List.of())),
            List.of(Map.of("place", "chest")),
            List.of(Map.of("who", "friend", "alias", "Bo")),
            Map.of("text", "words"),
            Map.of("text", "words", "sharing", "shared"),
            Map.of("text", Map.of("text", "words")),
            Map.of());
    private static final List<String> FIELDS = List.of(
            "suds", "belief", "body", "words", "peak", "steps", "who", "outcome", "weather", "saw", "minutes", "km",
            "again", "colour", "");

    @Property(tries = 2_000)
    void anythingIsReadWithoutAnAccidentAndWhatIsKeptIsKeptAgain(@ForAll long seed) {
        var random = new Random(seed);
        var sent = LogValues.sent(part(random), part(random), part(random));

        var checked = LogCheck.ofDraft(DEFINITION, sent);
        var again = LogCheck.ofDraft(DEFINITION, checked.values());

        assertThat(again.faults()).isEmpty();
        assertThat(again.values()).isEqualTo(checked.values());
        assertThat(again.values().toString()).isEqualTo(checked.values().toString());
        assertThat(LogCheck.ofComplete(DEFINITION, sent).faults())
                .as("a complete log must hold all that a draft must")
                .containsAll(checked.faults());
        Derivations.ofOne(DEFINITION, checked.values())
                .forEach(one -> assertThat(one.value() == null).isEqualTo(one.reason() != null));
    }

    @Property
    void aDropMirroredIsARise(@ForAll @IntRange(max = 10) int before, @ForAll @IntRange(max = 10) int after) {
        var there = drop(before, after);

        assertThat(there).isEqualByComparingTo(BigDecimal.valueOf((long) before - after));
        assertThat(drop(after, before)).isEqualByComparingTo(there.negate());
    }

    @Property
    void aShareIsTheSameInAnyOrderAndStaysWithinOne(
            @ForAll @Size(max = 40) List<@IntRange(max = 2) Integer> outcomes, @ForAll Random random) {
        var logs = new ArrayList<>(
                outcomes.stream().map(LogPropertiesTest::outcome).toList());
        var share = Derivations.shares(DEFINITION, logs).get(0);
        Collections.shuffle(logs, random);

        assertThat(Derivations.shares(DEFINITION, logs).get(0)).isEqualTo(share);
        var among = outcomes.stream().filter(one -> one < 2).count();
        if (among == 0) {
            assertThat(share.value()).isNull();
            assertThat(share.reason()).isEqualTo("no-logs");
        } else {
            var done = outcomes.stream().filter(one -> one == 0).count();
            assertThat(share.value())
                    .isEqualTo(new BigDecimal(done).divide(new BigDecimal(among), 2, RoundingMode.HALF_UP))
                    .isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        }
    }

    @Property
    void weeksFollowOneAnotherAndCountEachLogOnce(@ForAll @Size(max = 30) List<@IntRange(max = 700) Integer> days) {
        var start = LocalDate.of(2026, 12, 28);
        var logs = days.stream()
                .map(day -> new Derivations.DatedLog(start.plusDays(day), outcome(day % 3)))
                .toList();
        var weeks = Derivations.perWeek(DEFINITION, logs).get(0).weeks();

        assertThat(weeks.stream().mapToInt(Derivations.Week::count).sum())
                .isEqualTo((int) days.stream().filter(day -> day % 3 < 2).count());
        for (var i = 1; i < weeks.size(); i++) {
            assertThat(weeks.get(i).startsOn())
                    .isEqualTo(weeks.get(i - 1).startsOn().plusWeeks(1));
        }
        assertThat(weeks.isEmpty()).isEqualTo(days.isEmpty());
    }

    private static BigDecimal drop(int before, int after) {
        var log = LogCheck.ofDraft(DEFINITION, LogValues.sent(Map.of("suds", before), null, Map.of("suds", after)))
                .values();
        return Objects.requireNonNull(Derivations.ofOne(DEFINITION, log).get(0).value());
    }

    private static LogValues outcome(int which) {
        return LogValues.sent(
                null,
                null,
                Map.of("outcome", List.of("done", "half", "not-done").get(which)));
    }

    private static Map<String, Object> part(Random random) {
        var part = new HashMap<String, Object>();
        for (var i = random.nextInt(8); i > 0; i--) {
            part.put(
                    FIELDS.get(random.nextInt(FIELDS.size())),
                    random.nextInt(9) == 0 ? null : SAID.get(random.nextInt(SAID.size())));
        }
        return part;
    }
}
