package dev.kith.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.scoring.AlertRules;
import dev.kith.scoring.Scorer;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the review accepts, with everything that the language has: it never throws, says the same again, and words count nothing. */
class AcceptedDefinitionsPropertiesTest {

    @Property(tries = 300)
    void whatIsAcceptedIsScoredWithinItsRangeAndNeverThrows(@ForAll long seed) {
        AnyDefinition.accepted(seed).ifPresent(definition -> {
            var random = new Random(seed);
            var model = definition.scoringModel();
            for (var round = 0; round < 5; round++) {
                var given = GivenAnswers.of(AnyAnswers.to(definition, random), AnyAnswers.circumstances(random));
                var scored = Scorer.score(model, given);
                for (var score : scored.scales()) {
                    assertThat(score.value() == null).isEqualTo(score.reason() != null);
                    assertThat(score.value() == null
                                    || model.range(score.scale()).holds(score.value()))
                            .as("%s in %s", score, model.range(score.scale()))
                            .isTrue();
                    assertThat(score.value() == null
                                    || score.band() != null
                                    || score.bandReason() != null
                                    || definition.scale(score.scale()).bands().isEmpty())
                            .as("what has bands has one, or the reason why not: %s", score)
                            .isTrue();
                }
                assertThat(AlertRules.firing(model, given)).isEqualTo(AlertRules.firing(model, given, scored));
                AlertRules.firingOnDraft(model, given);
            }
        });
    }

    @Property(tries = 100)
    void anyTwoAreCompared(@ForAll long seed) {
        AnyDefinition.accepted(seed).ifPresent(one -> {
            assertThat(VersionDiff.of(one, one).comparable()).isTrue();
            AnyDefinition.accepted(seed + 1).ifPresent(other -> {
                var diff = VersionDiff.of(one, other);
                var mine = one.items().stream().map(Item::linkId).toList();
                assertThat(diff.items().added())
                        .isEqualTo(other.items().stream()
                                .map(Item::linkId)
                                .filter(item -> !mine.contains(item))
                                .toList());
                assertThat(diff.scales().removed().isEmpty() || !diff.comparable())
                        .isTrue();
            });
        });
    }

    @Property(tries = 150)
    void everySpellingIsTheSameDefinition(@ForAll long seed) {
        AnyDefinition.accepted(seed).ifPresent(definition -> {
            var ofYaml = Definitions.readYaml(Definitions.yaml(definition)).definition();
            var ofJson = Definitions.readJson(Definitions.json(ofYaml)).definition();
            assertThat(ofYaml).isEqualTo(definition);
            assertThat(ofJson).isEqualTo(definition);
            assertThat(Definitions.yaml(ofJson)).isEqualTo(Definitions.yaml(definition));
        });
    }

    @Property(tries = 150)
    void wordsLaidAndEditedLeaveEveryScoreAsItIs(@ForAll long seed) {
        AnyDefinition.accepted(seed).ifPresent(definition -> {
            var random = new Random(seed);
            var laid = definition.with(Written.wording(words(definition, "ראשון"), definition));
            var edited = definition.with(Written.wording(words(definition, "שני"), definition));
            var said = AnyAnswers.to(definition, random);
            var known = AnyAnswers.circumstances(random);
            var before = Scorer.score(definition.scoringModel(), GivenAnswers.of(said, known));
            for (var worded : new Definition[] {laid, edited}) {
                var answers = Answers.of(worded, said.values());
                assertThat(answers).isEqualTo(said);
                assertThat(Scorer.score(worded.scoringModel(), GivenAnswers.of(answers, known))
                                .toString())
                        .isEqualTo(before.toString());
            }
            assertThat(edited).isNotEqualTo(laid);
        });
    }

    /** Else the properties above would hold of nothing. */
    @Example
    void manyAreAcceptedAndOfEveryKind() {
        var seen = new HashSet<String>();
        var accepted = 0;
        for (var seed = 0L; seed < 300; seed++) {
            var one = AnyDefinition.accepted(seed);
            accepted += one.isPresent() ? 1 : 0;
            one.ifPresent(definition -> {
                definition.scales().forEach(scale -> {
                    seen.add(scale.method().name());
                    seen.add("bands " + !scale.bands().isEmpty());
                });
                definition.criteria().forEach(criterion -> seen.add("criterion"));
                definition.alertRules().forEach(rule -> seen.add("rule"));
                definition.items().stream()
                        .filter(item -> !item.enableWhen().isEmpty())
                        .forEach(item -> seen.add("asked " + item.type()));
            });
        }
        assertThat(accepted).isGreaterThan(100);
        assertThat(seen)
                .containsAll(Set.of("SUM", "MEAN", "WEIGHTED_SUM", "MINIMUM", "MAXIMUM", "COUNT", "LINEAR", "TABLE"))
                .containsAll(Set.of("bands true", "criterion", "rule", "asked CHOICE", "asked INTEGER"));
    }

    private static ObjectNode words(Definition definition, String word) {
        var wording = (ObjectNode) Definitions.parseYaml(
                "{questionnaire: own, version: 1, language: he, status: official, credit: us, texts: {}}");
        var texts = wording.withObject("/texts").put("title", word);
        definition
                .items()
                .forEach(item ->
                        texts.withObject("/items").putObject(item.linkId()).put("text", word));
        definition.scales().forEach(scale -> {
            var said = texts.withObject("/scales").putObject(scale.code()).put("title", word);
            scale.bands().forEach(band -> said.withObject("/bands").put(band.code(), word));
        });
        definition.criteria().forEach(one -> texts.withObject("/criteria").put(one.code(), word));
        definition.alertRules().forEach(one -> texts.withObject("/alertRules").put(one.key(), word));
        texts.withObject("/options").putObject("often").put("0", word).put("2", word);
        return wording;
    }
}
