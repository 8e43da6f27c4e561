package dev.kith.exercise;

import static dev.kith.exercise.Practised.DEFINITION;
import static dev.kith.exercise.Practised.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.kith.exercise.Derivations.DatedLog;
import dev.kith.exercise.Derivations.Derived;
import dev.kith.exercise.Derivations.Week;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers that are made of logs. */
class DerivationsTest {

    @Test
    void aDifferenceIsTheOneLessTheOther() {
        assertThat(Derivations.ofOne(DEFINITION, taken("{\"suds\": 8}", "{\"suds\": 3}")))
                .extracting(Derived::code, Derived::value, Derived::reason)
                .containsExactly(tuple("drop", new BigDecimal("5"), null));
        assertThat(Derivations.ofOne(DEFINITION, taken("{\"suds\": 0}", "{\"suds\": 10}")))
                .extracting(Derived::value)
                .containsExactly(new BigDecimal("-10"));
    }

    @Test
    void withoutOneOfTheTwoThereIsNoneAndTheReasonIsTold() {
        assertThat(Derivations.ofOne(DEFINITION, taken("{\"suds\": 8}", "{}")))
                .containsExactly(new Derived("drop", null, "not-logged"));
    }

    @Test
    void aShareIsRoundedHalfUp() {
        var logs = List.of(
                saw("dogs"),
                saw("trees"),
                saw("dogs\", \"trees"),
                saw("trees"),
                saw("trees"),
                saw("trees"),
                saw("trees"),
                saw("trees"));

        assertThat(Derivations.shares(DEFINITION, logs))
                .contains(
                        new Derived("dogs", new BigDecimal("0.250"), null), new Derived("done-rate", null, "no-logs"));
        assertThat(Derivations.shares(
                        DEFINITION,
                        List.of(
                                outcome("done"),
                                outcome("half"),
                                outcome("half"),
                                outcome("not-done"),
                                outcome("half"),
                                outcome("half"),
                                outcome("half"),
                                outcome("half"),
                                outcome("half"))))
                .contains(new Derived("done-rate", new BigDecimal("0.13"), null));
    }

    @Test
    void logsAreCountedByWeeksThatBeginOnMonday() {
        var counted = Derivations.perWeek(
                DEFINITION,
                List.of(
                        new DatedLog(LocalDate.of(2027, 1, 3), outcome("done")),
                        new DatedLog(LocalDate.of(2027, 1, 4), outcome("half")),
                        new DatedLog(LocalDate.of(2027, 1, 10), outcome("not-done")),
                        new DatedLog(LocalDate.of(2027, 1, 19), taken("{}", "{\"again\": true}"))));

        assertThat(counted)
                .extracting(Derivations.Counted::code, Derivations.Counted::weeks)
                .containsExactly(
                        tuple(
                                "tries",
                                List.of(
                                        new Week(LocalDate.of(2026, 12, 28), 1),
                                        new Week(LocalDate.of(2027, 1, 4), 1),
                                        new Week(LocalDate.of(2027, 1, 11), 0),
                                        new Week(LocalDate.of(2027, 1, 18), 0))),
                        tuple(
                                "agains",
                                List.of(
                                        new Week(LocalDate.of(2026, 12, 28), 0),
                                        new Week(LocalDate.of(2027, 1, 4), 0),
                                        new Week(LocalDate.of(2027, 1, 11), 0),
                                        new Week(LocalDate.of(2027, 1, 18), 1))));
    }

    private static LogValues saw(String codes) {
        return taken("{}", "{\"saw\": [\"" + codes + "\"]}");
    }

    private static LogValues outcome(String code) {
        return taken("{}", "{\"outcome\": \"" + code + "\"}");
    }

    private static LogValues taken(String before, String after) {
        return LogCheck.ofDraft(DEFINITION, log(before, "{}", after)).values();
    }
}
