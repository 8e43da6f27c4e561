package dev.kith.definition;

import static dev.kith.definition.Instruments.atLeast;
import static dev.kith.definition.Instruments.items;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kith.scoring.BandCoverage;
import dev.kith.scoring.Circumstances;
import dev.kith.scoring.Given;
import dev.kith.scoring.Scored;
import dev.kith.scoring.Scorer;
import dev.kith.scoring.Sex;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known instruments can be written as data, and come out as their sources say. */
class InstrumentsTest {

    private static final String SUM = "method: sum, missing: {rule: strict}, decimals: 0, direction: higher-is-worse";

    @Test
    void twoWaysToReadThePcl5MayDisagree() {
        var pcl5 = Instruments.definition(Instruments.yaml(20, 0, 4, """
            scales:
              - {code: total, title: {en: Total}, items: %s, %s}
            criteria:
              - code: dsm-5
                title: {en: DSM-5}
                when:
                  all:
                    - {code: b, title: {en: B}, count: %s, atLeast: 1}
                    - {code: c, title: {en: C}, count: %s, atLeast: 1}
                    - {code: d, title: {en: D}, count: %s, atLeast: 2}
                    - {code: e, title: {en: E}, count: %s, atLeast: 2}
              - {code: cut-off, title: {en: From 31 points}, when: {scale: total, operator: ">=", value: 31}}
            """.formatted(
                        items(1, 20),
                        SUM,
                        atLeast(2, 1, 2, 3, 4, 5),
                        atLeast(2, 6, 7),
                        atLeast(2, 8, 9, 10, 11, 12, 13, 14),
                        atLeast(2, 15, 16, 17, 18, 19, 20))));

        var low = scored(pcl5, "2 0 0 0 0 2 0 2 2 0 0 0 0 0 2 2 0 0 0 0", Circumstances.UNKNOWN);
        assertThat(low.scale("total").value()).isEqualByComparingTo("12");
        assertThat(low.criterion("dsm-5").met()).isTrue();
        assertThat(low.criterion("cut-off").met()).isFalse();

        var high = scored(pcl5, "4 4 4 4 4 1 1 1 1 1 1 1 1 1 4 1 1 1 1 1", Circumstances.UNKNOWN);
        assertThat(high.scale("total").value()).isEqualByComparingTo("38");
        assertThat(high.criterion("dsm-5").met()).isFalse();
        assertThat(high.criterion("cut-off").met()).isTrue();
        assertThat(high.criterion("dsm-5").parts())
                .extracting("code", "met")
                .containsExactly(tuple("b", true), tuple("c", false), tuple("d", false), tuple("e", false));

        var open = scored(pcl5, "2 0 0 0 0 - 0 2 2 0 0 0 0 0 2 2 0 0 0 0", Circumstances.UNKNOWN);
        assertThat(open.criterion("dsm-5").met())
                .as("item 6 could decide cluster C")
                .isNull();
        var decided = scored(pcl5, "0 0 0 0 0 - 0 2 2 0 0 0 0 0 2 2 0 0 0 0", Circumstances.UNKNOWN);
        assertThat(decided.criterion("dsm-5").met())
                .as("cluster B is not met anyway")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "3 0 0,FEMALE,positive",
        "2 0 0,FEMALE,negative",
        "3 0 0,MALE,negative",
        "2 1 1,MALE,positive",
        "3 0 0,,SEX_UNKNOWN",
        "0 0 0,,SEX_UNKNOWN"
    })
    void theAuditCHasACutOffForEachSex(String answers, @Nullable Sex sex, String band) {
        var auditC = Instruments.definition(Instruments.yaml(3, 0, 4, """
            scales:
              - code: total
                title: {en: Total}
                items: [x.1, x.2, x.3]
                method: sum
                missing: {rule: strict}
                decimals: 0
                direction: higher-is-worse
                bands:
                  - {from: 0, to: 2, code: negative, label: {en: Negative}, basis: published, sex: female}
                  - {from: 3, to: 12, code: positive, label: {en: Positive}, basis: published, sex: female}
                  - {from: 0, to: 3, code: negative, label: {en: Negative}, basis: published, sex: male}
                  - {from: 4, to: 12, code: positive, label: {en: Positive}, basis: published, sex: male}
            """));

        assertThat(BandCoverage.faults(auditC.scoringModel(), "total")).isEmpty();
        var score = scored(auditC, answers, new Circumstances(sex, null, null)).scale("total");
        assertThat(
                        score.band() == null
                                ? String.valueOf(score.bandReason())
                                : score.band().code())
                .isEqualTo(band);
    }

    @Test
    void theWsasDropsWorkForThoseWhoDoNotWork() {
        var wsas = Instruments.definition(Instruments.yaml(5, 0, 8, """
            scales:
              - {code: total, title: {en: Total}, items: [x.1, x.2, x.3, x.4, x.5], notEnabled: drop, %s}
            """.formatted(SUM)));
        var four = Set.of("x.2", "x.3", "x.4", "x.5");

        var retired = Scorer.score(
                wsas.scoringModel(), new Given(numbers("- 8 8 8 8"), Set.of(), four, Circumstances.UNKNOWN));
        assertThat(retired.scale("total").value()).as("32 at most").isEqualByComparingTo("32");
        assertThat(retired.scale("total").prorated()).isFalse();
        assertThat(scored(wsas, "- 8 8 8 8", Circumstances.UNKNOWN)
                        .scale("total")
                        .valid())
                .as("asked about work, and silent")
                .isFalse();
        assertThat(wsas.scoringModel().range("total").max()).isEqualByComparingTo("40");
    }

    @Test
    void theDass21DoublesItsScales() {
        var dass = Instruments.definition(Instruments.yaml(21, 0, 3, """
            scales:
              - {code: depression-raw, title: {en: D}, items: [x.3, x.5, x.10, x.13, x.16, x.17, x.21], %s}
              - {code: depression, title: {en: D}, method: linear, of: depression-raw, factor: 2, decimals: 0, direction: higher-is-worse}
            """.formatted(SUM)));

        var scored = scored(dass, "3 3 1 3 1 3 3 3 3 1 3 3 1 3 3 1 1 3 3 3 1", Circumstances.UNKNOWN);
        assertThat(scored.scale("depression").value()).isEqualByComparingTo("14");
        assertThat(dass.scoringModel().range("depression").max()).isEqualByComparingTo("42");
    }

    @Test
    void theWho5IsAPercentageAndNeedsAllFive() {
        var who5 = Instruments.definition(Instruments.yaml(5, 0, 5, """
            scales:
              - {code: raw, title: {en: Raw}, items: [x.1, x.2, x.3, x.4, x.5], method: sum, missing: {rule: strict}, decimals: 0, direction: higher-is-better}
              - {code: percent, title: {en: Percent}, method: linear, of: raw, factor: 4, decimals: 0, direction: higher-is-better}
            """));

        assertThat(scored(who5, "3 3 3 3 1", Circumstances.UNKNOWN)
                        .scale("percent")
                        .value())
                .isEqualByComparingTo("52");
        assertThat(scored(who5, "3 3 3 3 -", Circumstances.UNKNOWN)
                        .scale("percent")
                        .valid())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2 0 2 2 2 0 0 0 1,true,false", // five with item 9 at 1
        "2 0 2 2 2 0 0 1 0,false,true", // item 8 at 1 is no symptom
        "1 1 3 3 3 3 3 3 3,false,false", // neither of the first two
        "2 0 0 0 0 0 0 0 1,false,true",
        "2 0 0 0 0 0 0 0 0,false,false",
        "2 0 2 2 2 0 0 0 -,,", // item 9 decides
        "2 0 2 2 2 2 0 0 -,true,false" // it no longer does
    })
    void thePhq9AlgorithmCountsItem9AlreadyAtOne(String answers, @Nullable Boolean major, @Nullable Boolean other) {
        var count = "[" + atLeast(2, 1, 2, 3, 4, 5, 6, 7, 8).replaceAll("[\\[\\]]", "")
                + ", {item: x.9, operator: \">=\", value: 1}]";
        var phq = Instruments.definition(Instruments.yaml(
                9, 0, 3, """
            scales:
              - {code: total, title: {en: Total}, items: %s, %s}
            criteria:
              - code: major
                title: {en: Major}
                when: {all: [{any: %s}, {count: %s, atLeast: 5}]}
              - code: other
                title: {en: Other}
                when: {all: [{any: %s}, {count: %s, atLeast: 2, atMost: 4}]}
            """.formatted(items(1, 9), SUM, atLeast(2, 1, 2), count, atLeast(2, 1, 2), count)));

        var scored = scored(phq, answers, Circumstances.UNKNOWN);
        assertThat(scored.criterion("major").met()).isEqualTo(major);
        assertThat(scored.criterion("other").met()).isEqualTo(other);
    }

    @Test
    void theK10StartsAtTen() {
        var k10 = Instruments.definition(Instruments.yaml(10, 1, 5, """
            scales:
              - {code: total, title: {en: Total}, items: %s, %s}
            """.formatted(items(1, 10), SUM)));

        assertThat(k10.scoringModel().range("total").min()).isEqualByComparingTo("10");
        assertThat(scored(k10, "1 2 3 4 5 1 2 3 4 5", Circumstances.UNKNOWN)
                        .scale("total")
                        .value())
                .isEqualByComparingTo("30");
    }

    @Test
    void theCore10TurnsTwoItemsRound() {
        var core = Instruments.definition(Instruments.yaml(10, 0, 4, """
            scales:
              - {code: total, title: {en: Total}, items: %s, method: sum, missing: {rule: share, answered: 0.9}, decimals: 1, direction: higher-is-worse}
            """.formatted(items(1, 10)), 2, 3));

        assertThat(scored(core, "0 0 0 0 0 0 0 0 0 0", Circumstances.UNKNOWN)
                        .scale("total")
                        .value())
                .isEqualByComparingTo("8");
        assertThat(scored(core, "2 4 4 2 2 2 2 2 2 -", Circumstances.UNKNOWN)
                        .scale("total")
                        .value())
                .as("14 of 9, times 10")
                .isEqualByComparingTo("15.6");
    }

    private static Scored scored(Definition definition, String answers, Circumstances circumstances) {
        return Scorer.score(definition.scoringModel(), new Given(numbers(answers), Set.of(), null, circumstances));
    }

    /** Answers to x.1, x.2 ...; - leaves one out. */
    private static Map<String, BigDecimal> numbers(String answers) {
        var said = answers.split(" ");
        var numbers = new HashMap<String, BigDecimal>();
        IntStream.range(0, said.length)
                .filter(i -> !said[i].equals("-"))
                .forEach(i -> numbers.put("x." + (i + 1), new BigDecimal(said[i])));
        return numbers;
    }
}
