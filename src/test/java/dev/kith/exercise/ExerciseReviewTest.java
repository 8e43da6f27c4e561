package dev.kith.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.definition.Definitions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever writes an exercise is told everything that is wrong with it, and where. */
class ExerciseReviewTest {

    @Test
    void theWholeOneMayBePublished() {
        assertThat(faults(Practised.tree())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // shape
                "version: 1 | version: 0 | /version minimum",
                "minutes: 20 | minutes: 0 | /minutes minimum",
                "kind: exercise | kind: dance | /kind enum",
                "key: evening-walk | colour: blue | /colour additional-properties",
                "type: rating | type: guess | /before/0/type enum",
                "languages: [en] | languages: [english] | /languages/0 pattern",
                "field: during.peak | field: peak | /stopRules/0/when/field pattern",
                // texts
                "{en: Evening walk} | {en: Evening walk, de: Gang} | /title other-languages",
                "[{en: Mind the road.}] | [{de: Achtung.}] | /cautions/0 other-languages",
                "{en: Done}, attempt | {de: Fertig}, attempt | /after/2/options/0/label other-languages",
                "{en: Walk.} | {en: \"Walk\\u202e.\"} | /steps/0/text/en hidden-character",
                // kinds
                "kind: exercise | kind: reading | /steps not-for-this-kind",
                "kind: exercise | kind: reading | /body body-missing",
                // codes
                "code: belief, | code: suds, | /before/1/code code-twice",
                "code: word, | code: safe-person, | /gates/1/code code-twice",
                "code: half, | code: done, | /after/2/options/1/code code-twice",
                "code: tries, | code: drop, | /derived/1/code code-twice",
                // gates
                "questionnaire: ksr-20, |  | /gates/0 gate-half-said",
                "item: ksr-20.q0b, | item: phq-9.9, | /gates/0/item item-of-another",
                "item: ksr-20.q0b, | item: ksr-20.q0a, | /gates/0/code gate-of-another",
                "opensOn: [\"yes\"], | opensOn: [\"yes\", not-sure], | /gates/0/code gate-of-another",
                "questionnaire: ksr-20, item: ksr-20.q0b, opensOn: [\"yes\"], |  | /gates/0/code gate-of-another",
                "code: word, | code: third-week, questionnaire: ksr-20, item: ksr-20.q0b, opensOn: [\"yes\"], | /gates/1/code gate-of-another",
                // fields
                "min: 0, max: 100 | min: 9, max: 3 | /during/0/min min-above-max",
                "min: 0, max: 100 | min: 0.5, max: 100 | /during/0/min too-precise",
                "min: -1.5 | min: -1.555 | /after/6/min too-precise",
                "max: 30000 | min: -3 | /during/1/min out-of-range",
                "type: minutes | max: 1500, type: minutes | /after/5/max out-of-range",
                "type: belief | type: belief, max: 50 | /before/1/max not-for-this-type",
                "type: rating | type: rating, unit: km | /before/0/unit not-for-this-type",
                "type: yes-no | type: yes-no, low: {en: Never} | /after/7/low not-for-this-type",
                "type: yes-no | type: yes-no, sharing: shared | /after/7/sharing not-for-this-type",
                "type: choice, | type: count, | /after/3/options not-for-this-type",
                "type: yes-no | type: choice | /after/7/options options-missing",
                "{code: dry, | {attempt: true, code: dry, | /after/3/options/0 not-for-this-type",
                "type: choice, | type: outcome, | /after/3 outcome-elsewhere",
                // what refers to fields
                "field: during.peak | field: before.peak | /stopRules/0/when/field unknown-field",
                "field: during.peak | field: before.body | /stopRules/0/when/field not-a-number",
                "atLeast: 8 | atLeast: 8, atMost: 7 | /stopRules/0/when min-above-max",
                ", atLeast: 8 |  | /stopRules/0/when bound-missing",
                "from: before.suds | from: before.sud | /derived/0/from unknown-field",
                "to: after.suds | to: after.outcome | /derived/0/to not-a-number",
                "from: before.suds, |  | /derived/0/from field-missing",
                "kind: difference | of: [done], kind: difference | /derived/0/of not-for-this-kind",
                "field: after.outcome, of: [done, half] | field: after.km, of: [done, half] | /derived/1/field unknown-field",
                "of: [done, half] | of: [done, won] | /derived/1/of/1 unknown-option",
                "of: [done, half] | among: [done], of: [done] | /derived/1/among not-for-this-kind",
                "among: [done, half] | among: [half] | /derived/2/of not-among",
                ", among: [done, half] |  | /derived/2/among options-missing",
                "of: [\"yes\"], better | of: [maybe], better | /derived/4/of/0 unknown-option",
            })
    void whatIsWrongIsToldWithItsPlace(String text, String instead, String told) {
        assertThat(faults(Practised.spoilt(text, instead == null ? "" : instead)))
                .contains(told);
    }

    @ParameterizedTest
    @CsvSource({"emdr, clinician-only", "emdr-resourcing, clinician-only", "cbt,", "emdrive,"})
    void whatIsForCliniciansOnlyIsNotForClientsToStart(String approach, @Nullable String code) {
        var written = Practised.tree();
        written.putArray("approaches").add("exposure").add(approach);
        written.putArray("assignedBy").add("clinician").add("client");
        assertThat(faults(written)).isEqualTo(code == null ? List.of() : List.of("/assignedBy/1 " + code));
        // nor where an older version that was published still says so
        var old = Exercises.readJson(written.toString()).definition();
        assertThat(old.mayBeStartedBy(ExerciseDefinition.Starter.CLIENT)).isEqualTo(code == null);
        assertThat(old.mayBeStartedBy(ExerciseDefinition.Starter.CLINICIAN)).isTrue();
        assertThat(ExerciseView.starters(old)).hasSize(code == null ? 2 : 1);
        written.putArray("assignedBy").add("clinician");
        assertThat(faults(written)).isEmpty();
    }

    @Test
    void aLadderIsMadeOfAttempts() {
        assertThat(faults(Practised.tree().put("ladder", true))).isEmpty();
        assertThat(faults(Practised.spoilt(
                                "code: outcome\n    type: outcome\n    required: true",
                                "code: outcome\n    type: outcome\n    required: false")
                        .put("ladder", true)))
                .contains("/ladder ladder-without-attempts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "suds, type: rating, required | suds, type: number, required | /before/0/type ladder-reads-otherwise",
                "suds, type: rating, required | suds, type: rating, max: 100, required | /before/0/max out-of-range",
                "suds, type: rating, required | suds, type: rating, min: -5, required | /before/0/min out-of-range",
                "code: belief, type: belief | code: expectation, type: rating | /before/1/type ladder-reads-otherwise",
                "code: belief, type: belief | code: rung, type: belief | /before/1/type ladder-reads-otherwise",
                "code: km, type: number, min: -1.5, max: 40, decimals: 2, unit: km | code: suds-peak, type: minutes | /after/6/type ladder-reads-otherwise",
                "code: outcome | code: result | /after/2/code ladder-reads-otherwise",
            })
    void whatALadderReadsIsInItsMeasure(String text, String instead, String told) {
        var spoilt = Practised.spoilt(text, instead);
        assertThat(faults(spoilt.put("ladder", true))).contains(told);
        assertThat(faults(spoilt.put("ladder", false))).doesNotContain(told);
    }

    @Test
    void aReadingNeedsNothingButSomethingToRead() {
        var reading = (ObjectNode) Definitions.parseYaml("""
                {key: calm, version: 1, kind: reading, languages: [en], title: {en: Calm}, purpose: {en: On calm.}, minutes: 2,
                 body: [{heading: {en: Calm}, paragraphs: [{en: It comes.}]}]}
                """);

        assertThat(faults(reading)).isEmpty();
        assertThat(Objects.requireNonNull(Exercises.review(reading).definition())
                        .mayBeStartedBy(ExerciseDefinition.Starter.CLIENT))
                .isFalse();
    }

    @Test
    void whatIsTooLargeIsRefusedAtOnce() {
        var huge = Practised.tree();
        var steps = huge.putArray("steps");
        for (var i = 0; i < 100_000; i++) {
            steps.addObject().putObject("text").put("en", "x");
        }
        assertThat(faults(huge)).contains("/steps too-many");
        var tooLong = Practised.tree();
        tooLong.with("title").put("en", "x".repeat(4_001));
        assertThat(faults(tooLong)).contains("/title/en too-long");
    }

    private static List<String> faults(JsonNode written) {
        return Exercises.review(written).faults().stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }
}
