package dev.kith.scoring;

import static dev.kith.scoring.Models.STRICT;
import static dev.kith.scoring.Models.n;
import static dev.kith.scoring.Models.names;
import static dev.kith.scoring.Models.sumOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.scoring.ScaleScore.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Norms are looked up for the person, and nothing is made up where they are silent. */
class NormTableTest {

    private static final Stratum WOMEN = stratum(Sex.FEMALE, 18, 39, 1, 40, 3, 50);
    private static final Stratum OLDER_WOMEN = stratum(Sex.FEMALE, 40, null, 1, 42, 3, 55);
    private static final Stratum MEN = stratum(Sex.MALE, null, null, 1, 44, 3, 61);

    @ParameterizedTest
    @CsvSource({"FEMALE,18,50", "FEMALE,39,50", "FEMALE,40,55", "FEMALE,99,55", "MALE,,61", "MALE,5,61"})
    void theStratumIsThatOfThePerson(Sex sex, @Nullable Integer age, String value) {
        assertThat(read(table(false, false), 3, sex, age)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({",30,SEX_UNKNOWN", ",,SEX_UNKNOWN", "FEMALE,,AGE_UNKNOWN", "FEMALE,17,OUTSIDE_TABLE"})
    void whatIsNotKnownIsNotGuessed(@Nullable Sex sex, @Nullable Integer age, String reason) {
        assertThat(read(table(false, false), 3, sex, age)).isEqualTo(reason);
    }

    @Test
    void aStratumForEverybodyServesThoseOfWhomNothingIsKnown() {
        var table = new NormTable(List.of(WOMEN, stratum(null, null, null, 1, 1, 3, 9)), false, false);

        assertThat(read(table, 3, null, null)).isEqualTo("9");
        assertThat(read(table, 3, Sex.FEMALE, 20)).isEqualTo("50");
    }

    @Test
    void betweenTwoRawScoresLiesNothingOrTheStraightLine() {
        assertThat(read(table(false, false), 2, Sex.MALE, null)).isEqualTo("OUTSIDE_TABLE");
        assertThat(read(table(true, false), 2, Sex.MALE, null))
                .as("44 + 17 / 2 = 52.5, half up")
                .isEqualTo("53");
    }

    @Test
    void beyondTheEndsLiesNothingOrTheEnd() {
        assertThat(read(table(true, false), 0, Sex.MALE, null)).isEqualTo("OUTSIDE_TABLE");
        assertThat(read(table(true, true), 0, Sex.MALE, null)).isEqualTo("44");
        assertThat(read(table(true, true), 6, Sex.MALE, null)).isEqualTo("61");
    }

    @Test
    void theRangeIsThatOfAllStrata() {
        assertThat(model(table(true, true)).range("t")).isEqualTo(new Range(n(40), n(61)));
    }

    @Test
    void aTableThatCannotBeReadIsRefused() {
        assertThatThrownBy(() -> new NormTable(List.of(MEN, stratum(Sex.MALE, 20, 30, 1, 1, 2, 2)), false, false))
                .hasMessageContaining("stratum 2 is never reached");
        assertThatThrownBy(() -> stratum(null, 30, 20, 1, 1, 2, 2)).hasMessageContaining("ages");
        assertThatThrownBy(() -> stratum(null, null, null, 2, 1, 2, 2)).hasMessageContaining("rise");
        assertThatThrownBy(() -> new Stratum(null, null, null, List.of())).hasMessageContaining("points");
        assertThatThrownBy(() -> new NormTable(List.of(), false, false)).hasMessageContaining("stratum");
    }

    private static String read(NormTable table, int raw, @Nullable Sex sex, @Nullable Integer age) {
        var given = new Given(
                Map.of("x1", n(Math.min(raw, 3)), "x2", n(Math.max(raw - 3, 0))),
                Set.of(),
                null,
                new Circumstances(sex, age, null));
        var score = Scorer.score(model(table), given).scale("t");
        assertThat(score.value() == null).isEqualTo(score.reason() != null);
        Reason reason = score.reason();
        return reason == null ? String.valueOf(score.value()) : reason.name();
    }

    private static ScoringModel model(NormTable table) {
        return Models.model(
                names(2).stream().map(Models::item).toList(),
                new Scale("raw", sumOf(names(2)), STRICT, 0, List.of()),
                new Scale("t", new Formula.Lookup("raw", table), STRICT, 0, List.of()));
    }

    private static NormTable table(boolean interpolated, boolean clamp) {
        return new NormTable(List.of(WOMEN, OLDER_WOMEN, MEN), interpolated, clamp);
    }

    private static Stratum stratum(
            @Nullable Sex sex, @Nullable Integer from, @Nullable Integer to, int raw, int value, int raw2, int value2) {
        return new Stratum(
                sex, from, to, List.of(new Stratum.Point(n(raw), n(value)), new Stratum.Point(n(raw2), n(value2))));
    }
}
