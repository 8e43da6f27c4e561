package dev.kith.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.change.Direction;
import dev.kith.definition.VersionDiff.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dimensions, shares and scales without a better end, as a questionnaire writes them down. */
class DimensionTest {
    private static final String ASKED =
            "{linkId: own.2, type: integer, required: false, min: 0, max: 30, text: {en: Asked}}";
    private static final String NEEDED =
            "{linkId: own.3, type: integer, required: false, min: 0, max: 30, text: {en: Needed}}";
    private static final String SHARE = """
            {code: asked, title: {en: Asked}, method: share, items: [own.2], whole: [own.3], decimals: 0, direction: neither,
             dimension: {code: help-seeking, cost: {en: Going without help}, citations: [us]}}
            """;

    @Test
    void theWeeklyCheckInTellsSevenDimensionsAndClaimsNothing() {
        var checkIn = Shipped.definition("kith-check-in");

        assertThat(checkIn.scales().stream()
                        .map(ScaleDefinition::dimension)
                        .filter(Objects::nonNull)
                        .map(ScaleDefinition.Dimension::code))
                .containsExactly(
                        "load", "connection", "resentment", "receiving", "reciprocity", "asks-at-work", "help-seeking");
        assertThat(checkIn.validated()).isFalse();
        assertThat(checkIn.normed()).isFalse();
        assertThat(checkIn.scales()).allMatch(scale -> scale.bands().isEmpty() && scale.change() == null);
        assertThat(checkIn.scales().stream()
                        .filter(scale -> scale.direction() == Direction.NEITHER)
                        .map(ScaleDefinition::code))
                .containsExactly("helped", "was-helped", "reciprocity", "asks-at-work");
        assertThat(checkIn.items()).hasSize(9).noneMatch(Item::required);
    }

    @Test
    void whatEachDimensionCostsIsSaidAndCited() {
        var checkIn = Shipped.definition("kith-check-in");
        var german = Wordings.shipped().stream()
                .filter(read -> read.wording().questionnaire().equals("kith-check-in"))
                .collect(Collectors.toMap(read -> read.wording().language(), ReadWording::wording));
        var worded = checkIn.with(Objects.requireNonNull(german.get("de")));

        assertThat(worded.fallbacks("de")).isEmpty();
        var load = Objects.requireNonNull(worded.scale("load").dimension());
        assertThat(Objects.requireNonNull(load.cost()).in("de")).startsWith("Erschöpfung");
        assertThat(load.citations()).containsExactly("s0", "s1", "s2");
    }

    @Test
    void aShareWithADimensionCanBeWritten() {
        assertThat(Written.places(written(SHARE, "{asked: {value: 50}}"))).isEmpty();
        assertThat(Written.places(written(SHARE, "{asked: {value: 40}}")))
                .containsExactly("/passport/vectors/1 vector-differs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "code: help-seeking | code: Help seeking | /scales/1/dimension/code pattern",
                "citations: [us] | citations: [us, them] | /scales/1/dimension/citations/1 citation-unknown",
                "cost: {en: Going without help} | cost: {de: Ohne Hilfe} | /scales/1/dimension/cost other-languages",
                "whole: [own.3] | whole: [own.9] | /scales/1/whole/0 item-unknown",
                "whole: [own.3] | whole: [own.2] | /scales/1 scoring-unfit",
                "whole: [own.3], | | /scales/1/whole required",
                "direction: neither, | direction: neither, missing: {rule: strict}, | /scales/1/missing false",
                "direction: neither, | direction: neither, change: {caseness: {points: 5, citation: us, verified: true}}, | /scales/1/change false",
                "method: share, items: [own.2], | method: sum, items: [own.2], missing: {rule: strict}, | /scales/1/whole false",
                "direction: neither | direction: both | /scales/1/direction enum",
            })
    void oneThingWrongIsToldWithItsPlace(String text, String instead, String place) {
        assertThat(SHARE).contains(text);
        assertThat(Written.places(written(SHARE.replace(text, instead == null ? "" : instead), "{asked: {value: 50}}")))
                .contains(place);
    }

    @Test
    void oneScaleOfAQuestionnaireTellsADimension() {
        var written = written(SHARE, "{asked: {value: 50}}");
        ((ObjectNode) written.at("/scales/0")).set("dimension", Definitions.parseYaml("{code: help-seeking}"));

        assertThat(Written.places(written)).containsExactly("/scales/1/dimension/code dimension-twice");
    }

    @Test
    void namingADimensionChangesNoScoreAndAnotherWholeDoes() {
        var one = Written.definition(written(SHARE, "{asked: {value: 50}}"));
        var named = Written.definition(
                written(SHARE.replace("code: help-seeking", "code: asking"), "{asked: {value: 50}}"));
        var other = Written.definition(
                written(SHARE.replace("whole: [own.3]", "whole: [own.2, own.3]"), "{asked: {value: 33}}"));

        assertThat(VersionDiff.of(one, named).verdicts())
                .containsExactly(new Verdict("total", true, List.of()), new Verdict("asked", true, List.of()));
        var broken = VersionDiff.of(one, other).verdicts().get(1);
        assertThat(broken.comparable()).isFalse();
        assertThat(broken.reasons()).containsExactly("whole of scale asked changed");
    }

    /** With a vector in which two were asked for and four needed. */
    private static ObjectNode written(String scale, String expect) {
        var written = Written.with(ASKED, NEEDED);
        written.withArray("scales").add(Definitions.parseYaml(scale));
        ((ArrayNode) written.at("/passport/vectors"))
                .add(Definitions.parseYaml(
                        "{name: half, kind: typical, answers: {own.2: 2, own.3: 4}, expect: %s}".formatted(expect)));
        return written;
    }
}
