package dev.kith.formulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.definition.ShippedFiles;
import dev.kith.definition.Text;
import dev.kith.formulation.Checklist.TagDefinition;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checklist that ships, and what no checklist may be. */
class ChecklistTest {
    private static final List<Checklist> SHIPPED = Checklists.shipped();
    private static final Checklist NEWEST = SHIPPED.get(SHIPPED.size() - 1);

    private static final String WRITTEN = """
        code: one
        version: 1
        languages: [en]
        title: {en: One}
        label: {en: Not scored}
        invitation: {en: You decide}
        tags:
          - code: neglect
            kind: origin
            title: {en: Neglect}
            meaning: {en: Nobody saw}
            own: {en: Nobody saw me}
            articles: [S0]
          - code: distancing
            kind: pattern
            title: {en: Distancing}
            meaning: {en: Steps back}
            prompt: {en: What happens just before}
            articles: [S1]
        """;

    @Test
    void everyTagHasItsWordsInBothLanguages() {
        assertThat(NEWEST.languages()).containsExactly("en", "de");
        for (var tag : NEWEST.tags()) {
            for (var text : texts(tag)) {
                assertThat(text.byLanguage()).as(tag.code()).containsOnlyKeys("en", "de");
                assertThat(text.in("en")).as(tag.code()).isNotEqualTo(text.in("de"));
                text.byLanguage()
                        .values()
                        .forEach(words -> assertThat(words)
                                .as(tag.code())
                                .isEqualTo(words.strip())
                                .isNotBlank());
            }
            assertThat(tag.own() != null).as(tag.code()).isEqualTo(tag.kind() == FormulationTagKind.ORIGIN);
        }
    }

    @Test
    void whatTheTextsNameIsThere() {
        assertThat(codes(FormulationTagKind.ORIGIN))
                .contains("neglect", "inconsistent-care", "criticised-for-need", "parentified", "betrayal-adult")
                .contains("invalidation", "abandonment", "let-down", "unsafe-reliance", "unsafe-people")
                .contains("unreliable-supports", "culture-of-individualism", "fear-of-vulnerability");
        assertThat(codes(FormulationTagKind.PATTERN)).containsExactly("distancing", "contempt-for-need");
        assertThat(NEWEST.tags().stream().flatMap(tag -> tag.articles().stream()))
                .containsOnly("S0", "S1", "S2", "S3", "S4");
    }

    @Test
    void aClinicianHasSomethingToSayOfContemptForNeedAndItShamesNobody() {
        var prompt = NEWEST.find("contempt-for-need")
                .map(TagDefinition::prompt)
                .orElseThrow()
                .in("en")
                .toLowerCase(Locale.ROOT);
        assertThat(prompt).contains("?").contains("curiosity").contains("protected");
        assertThat(NEWEST.tags().stream()
                        .flatMap(tag -> texts(tag).stream())
                        .map(text -> text.in("en").toLowerCase(Locale.ROOT)))
                .noneMatch(words -> Stream.of("disorder", "symptom", "selfish", "defect", "score", "severe")
                        .anyMatch(words::contains));
    }

    @Test
    void itSaysWhatItIsNot() {
        assertThat(NEWEST.label().in("en")).contains("Not scored", "not a diagnosis", "not a count of adversities");
        assertThat(NEWEST.label().in("de")).contains("Ohne Auswertung", "keine Diagnose", "keine Zählung");
    }

    @Test
    void aClientIsToldBeforehandWhoSeesWhat() {
        assertThat(NEWEST.invitation().in("en"))
                .contains("sees which lines you choose", "only as you let it", "not a crisis service");
        assertThat(NEWEST.invitation().in("de"))
                .contains("sieht, welche Zeilen du wählst", "wie du es zulässt", "kein Krisendienst");
    }

    /** Nothing in the file can be added up: it holds no number but its version. */
    @Test
    void noFigureStandsInIt() {
        var text = new ShippedFiles("/content/formulation/")
                .text("self-reliance.v1.yaml")
                .replaceFirst("version: 1", "")
                .replaceAll("\\bS[0-4]\\b", "");
        assertThat(text).doesNotContainPattern("[0-9]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "languages: [en]|languages: [en, de]|title: no words in de",
                "own: {en: Nobody saw me}|prompt: {en: Ask}|an origin has a client's wording",
                "prompt: {en: What happens just before}|own: {en: I step back}|a pattern has none",
                "articles: [S1]|articles: [S9]|distancing.articles",
                "articles: [S1]|articles: []|distancing.articles",
                "code: distancing|code: neglect|neglect: a code in lower-kebab, once",
                "code: distancing|code: Distancing_1|in lower-kebab",
                "meaning: {en: Steps back}|meaning: {en: ' '}|distancing.meaning: no words in en",
                "label: {en: Not scored}|label: {de: Nicht gewertet}|label: no words in en",
                "invitation: {en: You decide}|invitation: {en: ''}|invitation: no words in en",
                "kind: pattern|kind: trauma|no checklist",
                "kind: pattern|'kind: pattern\n    weight: 2'|weight"
            })
    void aFaultyChecklistIsRefusedWithItsPlace(String there, String instead, String told) {
        assertThatThrownBy(() -> Checklist.readYaml(WRITTEN.replace(there, instead)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told);
    }

    @Test
    void aLaterVersionKeepsEveryTagOfTheOneBefore() {
        var first = Checklist.readYaml(WRITTEN);
        var second = WRITTEN.replace("version: 1", "version: 2");
        assertThat(Checklists.inOrder(List.of(first, Checklist.readYaml(second))))
                .hasSize(2);
        assertThatThrownBy(() -> Checklists.inOrder(
                        List.of(first, Checklist.readYaml(second.replace("code: distancing", "code: stepping-back")))))
                .hasMessageContaining("no longer has the PATTERN distancing");
        assertThatThrownBy(() -> Checklists.inOrder(List.of(first, first))).hasMessageContaining("not the next");
        assertThatThrownBy(() -> Checklists.inOrder(List.of())).hasMessageContaining("no checklist");
    }

    private static List<String> codes(FormulationTagKind kind) {
        return NEWEST.tags().stream()
                .filter(tag -> tag.kind() == kind)
                .map(TagDefinition::code)
                .toList();
    }

    private static List<Text> texts(TagDefinition tag) {
        return Stream.<@Nullable Text>of(tag.title(), tag.meaning(), tag.own(), tag.prompt())
                .filter(java.util.Objects::nonNull)
                .<Text>map(text -> text)
                .toList();
    }
}
