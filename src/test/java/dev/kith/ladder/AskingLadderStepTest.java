package dev.kith.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ladder.AskingLadderStep.Because;
import dev.kith.ladder.AskingLadderStep.Decision;
import dev.kith.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The step rule: worked examples, and what holds whatever was tried. */
class AskingLadderStepTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    /** Peaks in time; n: not done; a number with s: the stop rule was used; q: nobody said. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|not-enough|too-few",
                "2|not-enough|too-few",
                "9|not-enough|too-few",
                "9s|step-back|stop-rule-used",
                "3 3|step-up|two-low-peaks",
                "8 3 2|step-up|two-low-peaks",
                "4 3|hold|no-change",
                "8 4|step-up|peak-halved",
                "8 5|hold|no-change",
                "7 4|hold|no-change",
                "7 9 3|step-up|peak-halved",
                "0 0|step-up|two-low-peaks",
                "8 8|step-back|two-high-peaks",
                "8 7|hold|no-change",
                "7 8|hold|no-change",
                "2 9 9|step-back|two-high-peaks",
                "3 2s|step-back|stop-rule-used",
                "8s 4|step-up|peak-halved",
                "n|not-enough|too-few",
                "n n|step-back|two-not-done",
                "2 2 n|hold|last-not-done",
                "n 3|hold|no-peaks",
                "3 n 2|step-up|two-low-peaks",
                "8 n 8|step-back|two-high-peaks",
                "q q|hold|no-peaks",
                "2 q|hold|no-peaks"
            })
    void workedExamples(String peaks, String decision, String because) {
        var said = AskingLadderStep.after(tries(peaks == null ? "" : peaks), false);
        assertThat(said.decision().code()).isEqualTo(decision);
        assertThat(said.because().code()).isEqualTo(because);
    }

    @ParameterizedTest
    @EnumSource
    void whyIsSaidInEveryLanguage(Because because) {
        assertThat(because.in(Words.in("en"))).endsWith(".").isNotEqualTo(because.in(Words.in("de")));
    }

    @Test
    void theNumbersOfTheRuleAreSaidToo() {
        assertThat(Because.TWO_HIGH_PEAKS.in(Words.in("en"))).contains("8 or more");
        assertThat(Because.TWO_LOW_PEAKS.in(Words.in("de"))).contains("bei 3 oder darunter");
    }

    @Test
    void atTheTopThereIsNothingToStepUpTo() {
        assertThat(AskingLadderStep.after(tries("3 2"), true).decision()).isEqualTo(Decision.COMPLETE);
        assertThat(AskingLadderStep.after(tries("8 8"), true).decision()).isEqualTo(Decision.STEP_BACK);
    }

    @Test
    void theEvidenceIsWhatWasLookedAt() {
        var tries = tries("8 6 5 4");
        assertThat(AskingLadderStep.after(tries, false).evidence()).containsExactly(tries.get(0), tries.get(3));
        assertThat(AskingLadderStep.after(tries.subList(0, 3), false).evidence())
                .containsExactly(tries.get(0), tries.get(1), tries.get(2));
    }

    @Property
    void theOrderInWhichTriesComeSaysNothing(@ForAll("anyTries") List<Tried> tries, @ForAll Random random) {
        var shuffled = new ArrayList<>(tries);
        Collections.shuffle(shuffled, random);
        assertThat(AskingLadderStep.after(shuffled, false)).isEqualTo(AskingLadderStep.after(tries, false));
    }

    @Property
    void lowerPeaksNeverGiveAStepBack(
            @ForAll("anyTries") List<Tried> tries, @ForAll @IntRange(min = 0, max = 10) int lower) {
        if (AskingLadderStep.after(tries, false).decision() != Decision.STEP_BACK) {
            assertThat(AskingLadderStep.after(lowered(tries, lower), false).decision())
                    .isNotEqualTo(Decision.STEP_BACK);
        }
    }

    @Property
    void aLowerLastPeakNeverTakesAStepUpAway(
            @ForAll("anyTries") List<Tried> tries, @ForAll @IntRange(min = 0, max = 10) int lower) {
        if (AskingLadderStep.after(tries, false).decision() == Decision.STEP_UP) {
            var last = tries.stream()
                    .sorted(Tried.IN_TIME)
                    .reduce((one, next) -> next)
                    .orElseThrow();
            var easier = new ArrayList<>(tries);
            easier.remove(last);
            easier.addAll(lowered(List.of(last), lower));
            assertThat(AskingLadderStep.after(easier, false).decision()).isEqualTo(Decision.STEP_UP);
        }
    }

    @Property
    void aStopLastTimeAlwaysGoesBack(@ForAll("anyTries") List<Tried> tries, @ForAll boolean top) {
        var stopped = new ArrayList<>(tries);
        stopped.add(new Tried(new UUID(9, 9), MONDAY.plusSeconds(1_000_000), 0, false, true));
        assertThat(AskingLadderStep.after(stopped, top).decision()).isEqualTo(Decision.STEP_BACK);
    }

    @Property
    void whatItSaysRestsOnTriesThatAreThere(@ForAll("anyTries") List<Tried> tries, @ForAll boolean top) {
        var said = AskingLadderStep.after(tries, top);
        assertThat(tries).containsAll(said.evidence());
        assertThat(said.evidence().isEmpty()).isEqualTo(tries.isEmpty());
        assertThat(said.decision()).isNotEqualTo(top ? Decision.STEP_UP : Decision.COMPLETE);
    }

    @Example
    void itIsNamedAndVersioned() {
        assertThat(AskingLadderStep.RULE + " " + AskingLadderStep.VERSION).isEqualTo("asking-ladder-step 1");
    }

    /** Some of them at the same moment. */
    @Provide
    Arbitrary<List<Tried>> anyTries() {
        var peak = Arbitraries.integers().between(0, 10).injectNull(0.2);
        var one = Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.integers().between(0, 3),
                        peak,
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.of(false, false, false, true))
                .as((id, hour, met, notDone, stopped) -> new Tried(
                        new UUID(1, id), MONDAY.plusSeconds(3_600L * hour), notDone ? null : met, notDone, stopped));
        return one.list().uniqueElements(Tried::id).ofMaxSize(6);
    }

    private static List<Tried> lowered(List<Tried> tries, int by) {
        return tries.stream()
                .map(one -> new Tried(
                        one.id(),
                        one.at(),
                        one.peak() == null ? null : Integer.valueOf(Math.max(0, one.peak() - by)),
                        one.notDone(),
                        one.stopRuleUsed()))
                .toList();
    }

    private static List<Tried> tries(String peaks) {
        var tries = new ArrayList<Tried>();
        for (var word : peaks.isBlank() ? new String[0] : peaks.split(" ")) {
            var number = word.replaceAll("\\D", "");
            tries.add(new Tried(
                    new UUID(1, tries.size()),
                    MONDAY.plusSeconds(tries.size()),
                    number.isEmpty() ? null : Integer.valueOf(number),
                    word.equals("n"),
                    word.endsWith("s")));
        }
        return tries;
    }
}
