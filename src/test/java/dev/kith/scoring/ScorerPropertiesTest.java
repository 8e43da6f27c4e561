package dev.kith.scoring;

import static dev.kith.scoring.Models.STRICT;
import static dev.kith.scoring.Models.meanOf;
import static dev.kith.scoring.Models.n;
import static dev.kith.scoring.Models.names;
import static dev.kith.scoring.Models.sumOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every model and all answers. */
class ScorerPropertiesTest {

    /** Items with a highest value and a key each, and an answer or none. */
    record Sheet(List<ScoredItem> items, Map<String, BigDecimal> answers) {

        ScoringModel model(MissingRule missing) {
            var names = items.stream().map(ScoredItem::linkId).toList();
            return new ScoringModel(
                    items,
                    List.of(
                            new Scale("mean", meanOf(names), missing, 2, List.of()),
                            new Scale("sum", sumOf(names), missing, 0, List.of())),
                    List.of(),
                    List.of(),
                    List.of());
        }
    }

    @Property
    void aScoreStaysWithinItsRange(@ForAll("sheets") Sheet sheet) {
        var model = sheet.model(new MissingRule.AtMost(sheet.items().size()));
        for (var score : Scorer.score(model, sheet.answers()).scales()) {
            if (score.value() != null) {
                assertThat(model.range(score.scale()).holds(score.value())).isTrue();
            }
        }
    }

    @Property
    void theOrderOfItemsAndAnswersSaysNothing(@ForAll("sheets") Sheet sheet, @ForAll long seed) {
        var items = new ArrayList<>(sheet.items());
        Collections.shuffle(items, new Random(seed));
        var entries = new ArrayList<>(sheet.answers().entrySet());
        Collections.shuffle(entries, new Random(~seed));
        var answers = new LinkedHashMap<String, BigDecimal>();
        entries.forEach(entry -> answers.put(entry.getKey(), entry.getValue()));
        var missing = new MissingRule.AtMost(sheet.items().size());

        assertThat(Scorer.score(new Sheet(items, answers).model(missing), answers))
                .isEqualTo(Scorer.score(sheet.model(missing), sheet.answers()));
    }

    @Property
    void reversingTwiceIsTheAnswerItself(@ForAll("items") ScoredItem item) {
        for (var raw : ((Values.Listed) item.values()).values()) {
            var turned = new ScoredItem(item.linkId(), item.values(), true);
            assertThat(turned.keyed(turned.keyed(raw))).isEqualByComparingTo(raw);
        }
    }

    @Property
    void aSheetAndItsReverseAddUpToBothEnds(@ForAll("sheets") Sheet sheet) {
        var complete = sheet.answers().size() == sheet.items().size();
        var model = sheet.model(STRICT);
        var turned = new Sheet(
                        sheet.items().stream()
                                .map(item -> new ScoredItem(item.linkId(), item.values(), !item.reversed()))
                                .toList(),
                        sheet.answers())
                .model(STRICT);
        var one = Scorer.score(model, sheet.answers()).scale("sum").value();
        var other = Scorer.score(turned, sheet.answers()).scale("sum").value();
        if (complete && one != null && other != null) {
            var range = model.range("sum");
            assertThat(one.add(other)).isEqualByComparingTo(range.min().add(range.max()));
        }
    }

    @Property
    void proratingChangesNothingWhenNothingIsMissing(
            @ForAll("sheets") Sheet sheet, @ForAll @IntRange(min = 1, max = 9) int allowed) {
        if (sheet.answers().size() == sheet.items().size()) {
            var plain = Scorer.score(sheet.model(STRICT), sheet.answers());
            assertThat(Scorer.score(sheet.model(new MissingRule.AtMost(allowed)), sheet.answers()))
                    .isEqualTo(plain);
            assertThat(plain.scales()).noneMatch(ScaleScore::prorated);
        }
    }

    @Provide
    Arbitrary<ScoredItem> items() {
        return Combinators.combine(Arbitraries.integers().between(1, 10), Arbitraries.of(true, false))
                .as((most, reversed) -> new ScoredItem("x", Models.zeroTo(most), reversed));
    }

    /** One to twelve items of one range, each keyed either way, answered or not. */
    @Provide
    Arbitrary<Sheet> sheets() {
        return Arbitraries.integers().between(1, 10).flatMap(most -> {
            var answered = Arbitraries.integers().between(-1, most);
            return Combinators.combine(Arbitraries.of(true, false), answered)
                    .as(Map::entry)
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(12)
                    .map(rows -> sheet(most, rows));
        });
    }

    private static Sheet sheet(int most, List<Map.Entry<Boolean, Integer>> rows) {
        var items = new ArrayList<ScoredItem>();
        var answers = new HashMap<String, BigDecimal>();
        for (var name : names(rows.size())) {
            var row = rows.get(items.size());
            items.add(new ScoredItem(name, Models.zeroTo(most), row.getKey()));
            if (row.getValue() >= 0) {
                answers.put(name, n(row.getValue()));
            }
        }
        return new Sheet(items, answers);
    }
}
