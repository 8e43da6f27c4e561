package dev.kith.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.change.Change.ReliableClass;
import dev.kith.change.Reason;
import dev.kith.change.ReliableChange;
import dev.kith.scoring.Scorer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a definition to scores, change and words. */
class DefinitionTest {

    private final Definition phq = Shipped.definition("phq-9");
    private final Definition gad = Shipped.definition("gad-7");
    private final Definition ksr = Shipped.definition("ksr-20");

    @Test
    void aDefinitionScoresByItsModel() {
        var numbers = Answers.of(phq, Shipped.alike("phq-9", 10, 2)).numbers();

        assertThat(Scorer.score(phq.scoringModel(), numbers).scale("total").value())
                .as("nine items, not ten")
                .isEqualByComparingTo("18");
    }

    @Test
    void changeIsJudgedByWhatWasPublished() {
        var change = ReliableChange.along(phq.changeModel("total"), numbers(16, 10));

        assertThat(change.reliable()).isEqualTo(ReliableClass.RELIABLE_IMPROVEMENT);
        assertThat(change.rci()).isEqualByComparingTo("-1.9642");
        assertThat(ReliableChange.along(gad.changeModel("total"), numbers(12, 8))
                        .reliable())
                .isEqualTo(ReliableClass.RELIABLE_IMPROVEMENT);
    }

    @Test
    void nothingWasPublishedAboutTheReflection() {
        for (var scale : ksr.scales()) {
            assertThat(ReliableChange.along(ksr.changeModel(scale.code()), numbers(60, 20))
                            .reason())
                    .isEqualTo(Reason.NO_PUBLISHED_RELIABILITY);
        }
        assertThat(ksr.label()).isNotNull();
        assertThat(ksr.normed()).isFalse();
    }

    @Test
    void figuresThatAreNotVerifiedAreShownButNotUsed() {
        var doubted = Shipped.spoilt(
                "gad-7",
                "points: 4, citation: nhs-talking-therapies, verified: true",
                "points: 4, citation: nhs-talking-therapies, verified: false");

        assertThat(doubted.changeModel("total").threshold()).isNull();
        assertThat(doubted.changeModel("total").caseness()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-CH, en;q=0.5 | de",
                "pt-br | pt-BR",
                "pt | en",
                "fr, de;q=0.3 | de",
                "fr | en",
                "* | en",
                "'' | en",
                "!!;q=x | en"
            })
    void theFirstWantedLanguageThatIsOfferedComes(String wanted, String comes) {
        assertThat(Languages.choose(List.of("en", "de", "pt-BR"), wanted)).isEqualTo(comes);
    }

    @Test
    void wordsThatAreMissingComeInTheOriginal() {
        var text = new Text(Map.of("en", "Never"));

        assertThat(text.in("en")).isEqualTo("Never");
        assertThat(text.in("de")).isEqualTo("Never");
    }

    private static List<BigDecimal> numbers(int... values) {
        return Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList();
    }
}
