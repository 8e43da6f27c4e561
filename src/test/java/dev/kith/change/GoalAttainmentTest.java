package dev.kith.change;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.change.GoalAttainment.Rated;
import dev.kith.change.GoalAttainment.RatedTwice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kiresuk and Sherman 1968, rho 0.3. */
class GoalAttainmentTest {

    @Test
    void sixGoalsWithWeights() {
        var score = GoalAttainment.score(goals(List.of(-2, 0, -1, 2, 0, 1), List.of(3, 5, 1, 4, 2, 6)));

        assertThat(score.t()).isEqualByComparingTo("55");
        assertThat(score.goals()).isEqualTo(6);
        assertThat(score.rho()).isEqualByComparingTo("0.3");
    }

    @Test
    void allAsExpectedIsFifty() {
        assertThat(t(0, 0, 0, 0)).isEqualByComparingTo("50");
    }

    @Test
    void theWorkedExamplesOfEqualGoals() {
        assertThat(t(1, 1, 1)).isEqualByComparingTo("63.69");
        assertThat(t(-2, -2, -2)).isEqualByComparingTo("22.61");
        assertThat(t(2)).isEqualByComparingTo("70");
    }

    @Test
    void whoWeighsNothingIsTakenToWeighAlikeAndThatIsSaid() {
        var nothing = GoalAttainment.score(goals(List.of(1, 1, 1), List.of(0, 0, 0)));

        assertThat(nothing.t()).isEqualByComparingTo("63.69");
        assertThat(nothing.weighedAlike()).isTrue();
        assertThat(GoalAttainment.score(goals(List.of(1, 1), List.of(0, 1))).weighedAlike())
                .isFalse();
    }

    @Test
    void aGoalWithoutWeightSaysNothingBesideOneWithWeight() {
        assertThat(GoalAttainment.score(goals(List.of(2, -2), List.of(1, 0))).t())
                .isEqualByComparingTo("70");
    }

    @Test
    void changeIsOverGoalsThatWereRatedTwice() {
        var change = GoalAttainment.change(List.of(twice(-2, 0), twice(-2, 0), twice(-2, 0), twice(-1, null)));

        assertThat(change.baseline().t()).isEqualByComparingTo("22.61");
        assertThat(change.latest().t()).isEqualByComparingTo("50");
        assertThat(change.change()).isEqualByComparingTo("27.39");
        assertThat(change.leftOut()).isEqualTo(1);
    }

    @Test
    void withoutGoalsThereIsNoScore() {
        assertThat(GoalAttainment.score(List.of()).reason()).isEqualTo(Reason.NO_GOAL);
        assertThat(GoalAttainment.change(List.of()).reason()).isEqualTo(Reason.NO_GOAL);
        assertThat(GoalAttainment.change(List.of(twice(null, 1))).reason()).isEqualTo(Reason.NO_GOAL_RATED_TWICE);
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, 3})
    void aRatingOutsideTheFiveLevelsIsRefused(int rating) {
        assertThatThrownBy(() -> new Rated(BigDecimal.ONE, rating)).hasMessageContaining("rating");
        assertThatThrownBy(() -> twice(0, rating)).hasMessageContaining("rating");
    }

    @Test
    void aWeightBelowNothingIsRefused() {
        assertThatThrownBy(() -> new Rated(BigDecimal.ONE.negate(), 0)).hasMessageContaining("weight");
    }

    @Property
    void theScoreStaysWithinItsBounds(@ForAll("rated") List<Rated> goals) {
        assertThat(requireNonNull(GoalAttainment.score(goals).t()))
                .isBetween(new BigDecimal("13.48"), new BigDecimal("86.52"));
    }

    @Property
    void aGoalThatGoesBetterNeverLowersTheScore(
            @ForAll("rated") List<Rated> goals, @ForAll @IntRange(max = 5) int which) {
        var index = which % goals.size();
        var goal = goals.get(index);
        var better = new ArrayList<>(goals);
        better.set(index, new Rated(goal.weight(), Math.min(2, goal.rating() + 1)));

        assertThat(GoalAttainment.score(better).t())
                .isGreaterThanOrEqualTo(GoalAttainment.score(goals).t());
    }

    @Property
    void mirroredRatingsMirrorTheScore(@ForAll("rated") List<Rated> goals) {
        var mirrored = goals.stream()
                .map(goal -> new Rated(goal.weight(), -goal.rating()))
                .toList();

        assertThat(requireNonNull(GoalAttainment.score(goals).t())
                        .add(requireNonNull(GoalAttainment.score(mirrored).t())))
                .isBetween(new BigDecimal("99.99"), new BigDecimal("100.01"));
    }

    @Property
    void weightsCountBesideEachOtherOnly(
            @ForAll("rated") List<Rated> goals, @ForAll @IntRange(min = 1, max = 9) int times) {
        var heavier = goals.stream()
                .map(goal -> new Rated(goal.weight().multiply(BigDecimal.valueOf(times)), goal.rating()))
                .toList();

        assertThat(GoalAttainment.score(heavier)).isEqualTo(GoalAttainment.score(goals));
    }

    @Provide
    Arbitrary<List<Rated>> rated() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(-2, 2))
                .as((weight, rating) -> new Rated(BigDecimal.valueOf(weight), rating))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static @Nullable BigDecimal t(Integer... ratings) {
        var all = List.of(ratings);
        return GoalAttainment.score(goals(all, all.stream().map(rating -> 1).toList()))
                .t();
    }

    private static List<Rated> goals(List<Integer> ratings, List<Integer> weights) {
        return IntStream.range(0, ratings.size())
                .mapToObj(i -> new Rated(BigDecimal.valueOf(weights.get(i)), ratings.get(i)))
                .toList();
    }

    private static RatedTwice twice(@Nullable Integer baseline, @Nullable Integer latest) {
        return new RatedTwice(BigDecimal.ONE, baseline, latest);
    }
}
