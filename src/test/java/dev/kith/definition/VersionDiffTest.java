package dev.kith.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.definition.VersionDiff.Changed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changed between versions, and whether their scores may stand in one series. */
class VersionDiffTest {

    private final Definition phq = Shipped.definition("phq-9");
    private final Definition ksr = Shipped.definition("ksr-20");

    @Test
    void nothingChangedIsNothingTold() {
        var diff = VersionDiff.of(phq, phq);

        assertThat(diff.comparable()).isTrue();
        assertThat(diff.textChanged()).isFalse();
        assertThat(diff.items().changed()).isEmpty();
        assertThat(diff.head()).isEmpty();
        assertThat(diff.verdicts()).containsExactly(new VersionDiff.Verdict("total", true, List.of()));
    }

    @Test
    void editedWordsAreListedAndScoresStayComparable() {
        var diff = VersionDiff.of(
                phq, Shipped.spoilt("phq-9", "Little interest or pleasure", "Not much interest or pleasure"));

        assertThat(diff.comparable()).isTrue();
        assertThat(diff.textChanged()).isTrue();
        assertThat(diff.items().changed()).containsExactly(new Changed("phq-9.1", List.of("text")));
    }

    @Test
    void editedAnswersAreToldWithEachItemThatOffersThem() {
        var diff = VersionDiff.of(phq, Shipped.spoilt("phq-9", "Not at all", "Never"));

        assertThat(diff.comparable()).isTrue();
        assertThat(diff.textChanged()).isTrue();
        assertThat(diff.items().changed())
                .hasSize(9)
                .allMatch(item -> item.what().equals(List.of("optionTexts")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "items: [phq-9.1, phq-9.2, phq-9.3 | items: [phq-9.1, phq-9.2, phq-9.10 | other items count in scale total",
                "{value: 3, label: {en: Nearly | {value: 4, label: {en: Nearly | options of item phq-9.1 changed",
                "{rule: at-most, count: 2} | {rule: at-most, count: 1} | missing of scale total changed",
                "method: sum | method: mean | method of scale total changed",
                "decimals: 0 | decimals: 1 | decimals of scale total changed",
                "- code: total | - code: sum | scale total was removed",
                "options: frequency | options: difficulty | options of item phq-9.1 changed",
            })
    void whatChangesAScoreBreaksTheSeriesAndSaysWhy(String text, String instead, String reason) {
        var diff = VersionDiff.of(phq, Shipped.spoilt("phq-9", text.strip(), instead.strip()));

        assertThat(diff.comparable()).isFalse();
        assertThat(diff.verdicts().get(0).reasons())
                .anyMatch(
                        why -> why.equals(reason) || reason.startsWith("options") && why.startsWith("options of item"));
    }

    @Test
    void aKeyTurnedRoundBreaksEveryScaleThatCountsIt() {
        var diff = VersionDiff.of(ksr, Shipped.spoilt("ksr-20", "reversed: true", "reversed: false"));

        assertThat(diff.comparable()).isFalse();
        assertThat(diff.verdicts().stream().filter(verdict -> !verdict.comparable()))
                .isNotEmpty()
                .allMatch(verdict -> verdict.reasons().contains("reversed of item ksr-20.a5 changed"));
        assertThat(diff.verdicts().stream().filter(VersionDiff.Verdict::comparable))
                .isNotEmpty();
    }

    @Test
    void anotherStretchOfTimeIsAnotherMeasure() {
        var diff = VersionDiff.of(phq, Shipped.spoilt("phq-9", "recallPeriod: P14D", "recallPeriod: P1D"));

        assertThat(diff.comparable()).isFalse();
        assertThat(diff.verdicts().get(0).reasons()).containsExactly("answers look back on another time");
    }

    @Test
    void cutOffsAreListedButAValueMeansTheSame() {
        var diff = VersionDiff.of(phq, Shipped.spoilt("phq-9", "{from: 5, to: 9", "{from: 5, to: 8"));

        assertThat(diff.comparable()).isTrue();
        assertThat(diff.scales().changed()).containsExactly(new Changed("total", List.of("bands")));
    }

    @Test
    void whatDoesNotCountMayComeAndGo() {
        var extra = Written.definition(
                Written.with(
                        "{linkId: own.2, type: text, required: false, text: {en: Anything else}, enableWhen: [{item: own.1, operator: '=', value: 2}]}"));
        var diff = VersionDiff.of(Written.definition(Written.small()), extra);

        assertThat(diff.items().added()).containsExactly("own.2");
        assertThat(diff.items().changed()).isEmpty();
        assertThat(diff.comparable()).isTrue();
        assertThat(VersionDiff.of(extra, Written.definition(Written.small()))
                        .items()
                        .removed())
                .containsExactly("own.2");
    }

    @Test
    void anItemThatIsAskedOnlySometimesIsAnotherOne() {
        var before =
                Written.definition(Written.with("{linkId: own.2, type: boolean, required: false, text: {en: Sure}}"));
        var written = Written.with("{linkId: own.2, type: boolean, required: false, text: {en: Sure}}");
        ((ObjectNode) written.at("/items/0"))
                .putArray("enableWhen")
                .add(Definitions.parseYaml("{item: own.2, operator: '=', value: true}"));

        var diff =
                VersionDiff.of(before, Definitions.readJson(written.toString()).definition());

        assertThat(diff.items().changed()).containsExactly(new Changed("own.1", List.of("enabling")));
        assertThat(diff.verdicts().get(0).reasons()).containsExactly("enabling of item own.1 changed");
    }
}
