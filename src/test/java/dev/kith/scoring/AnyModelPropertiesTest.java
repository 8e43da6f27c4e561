package dev.kith.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every model that can be made, with formulas of every kind, and for all answers. */
class AnyModelPropertiesTest {

    @Property(tries = 3000)
    void everyScoreLiesInTheDeclaredRange(@ForAll long seed) {
        var any = new AnyModel(seed);
        var model = any.model();
        for (var score : Scorer.score(model, any.given()).scales()) {
            assertThat(score.value() == null).isEqualTo(score.reason() != null);
            if (score.value() != null) {
                assertThat(model.range(score.scale()).holds(score.value()))
                        .as("%s in %s", score, model.range(score.scale()))
                        .isTrue();
            }
        }
    }

    @Property
    void scoringTwiceGivesTheSameLetters(@ForAll long seed) {
        var once = new AnyModel(seed);
        var again = new AnyModel(seed);

        assertThat(Scorer.score(once.model(), once.given()).toString())
                .isEqualTo(Scorer.score(again.model(), again.given()).toString());
    }

    @Property
    void theOrderOfAnswersSaysNothing(@ForAll long seed) {
        var any = new AnyModel(seed);
        var given = any.given();
        var entries = new ArrayList<>(given.numbers().entrySet());
        Collections.shuffle(entries, new Random(~seed));
        var shuffled = new LinkedHashMap<String, BigDecimal>();
        entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));

        assertThat(Scorer.score(
                        any.model(), new Given(shuffled, given.answered(), given.asked(), given.circumstances())))
                .isEqualTo(Scorer.score(any.model(), given));
    }

    @Property
    void whatIsMetStaysMetWhateverIsAnsweredBeside(@ForAll long seed) {
        var any = new AnyModel(seed);
        var model = any.model();
        var given = any.given();
        var onlyItems = model.criteria().stream()
                .filter(criterion -> Conditions.within(criterion.when())
                        .allMatch(node -> !node.inner().isEmpty() || node instanceof Condition.OfItem))
                .toList();
        var less = new LinkedHashMap<>(given.numbers());
        less.keySet().removeIf(linkId -> linkId.hashCode() % 2 == 0);
        for (var criterion : onlyItems) {
            var some = criterion.in(MadeFacts.of(Given.of(less))).met();
            if (some != null) {
                assertThat(criterion.in(MadeFacts.of(given)).met()).isEqualTo(some);
            }
        }
    }

    /** Else the properties above would hold of nothing. */
    @Example
    void theModelsAreOfEveryKind() {
        var seen = new HashSet<String>();
        for (var seed = 0L; seed < 2000; seed++) {
            var any = new AnyModel(seed);
            var scored = Scorer.score(any.model(), any.given());
            any.model().scales().forEach(scale -> {
                seen.add(scale.formula().getClass().getSimpleName());
                if (scale.formula() instanceof Formula.OfItems of) {
                    seen.add(of.how().getClass().getSimpleName());
                }
                seen.add(scale.missing().getClass().getSimpleName());
            });
            scored.scales().forEach(score -> seen.add(score.prorated() ? "prorated" : String.valueOf(score.reason())));
            scored.criteria().forEach(result -> seen.add("met " + result.met()));
        }
        assertThat(seen)
                .containsAll(Set.of("OfItems", "OfScales", "Linear", "Lookup", "Sum", "Mean", "WeightedSum", "Extreme"))
                .containsAll(Set.of("CountOf", "Strict", "AtMost", "Share", "Subscales", "prorated", "null"))
                .containsAll(Set.of("TOO_MANY_MISSING", "SUBSCALE_INVALID", "NOTHING_ASKED", "SEX_UNKNOWN"))
                .containsAll(Set.of(
                        "AGE_UNKNOWN", "OUTSIDE_TABLE", "SHARE_OF_NOTHING", "met true", "met false", "met null"));
    }
}
