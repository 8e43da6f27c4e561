package dev.kith.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.content.StoredWords;
import dev.kith.content.VersionState;
import dev.kith.definition.DefinitionFormat;
import dev.kith.definition.DefinitionSchema;
import dev.kith.definition.DefinitionTexts;
import dev.kith.definition.Definitions;
import dev.kith.definition.Text;
import dev.kith.definition.WordsOverlay;
import dev.kith.tenancy.Practices;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Words that are laid over an exercise reach each of its texts and nothing else. */
class ExerciseWordsTest {

    static Stream<ExerciseDefinition> all() {
        return Stream.concat(
                Stream.of(Practised.DEFINITION), Exercises.shipped().stream().map(ReadExercise::definition));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyTextOfAnExerciseTakesWordsAndNothingElseChanges(ExerciseDefinition written) {
        var texts = mirrored(written);
        assertThat(faults(written, texts)).isEmpty();
        var worded = laid(written, texts);

        assertThat(worded.languages()).hasSize(written.languages().size() + 1).endsWith("es");
        assertThat(Objects.requireNonNull(published(written, texts).laid().get("es"))
                        .fallbacks())
                .isEmpty();
        var tree = DefinitionFormat.tree(worded);
        assertThat(DefinitionTexts.words(tree, ExerciseCheck.TEXTS))
                .isNotEmpty()
                .allSatisfy(words -> assertThat(words.path("es").asText())
                        .isEqualTo("¡" + words.path(written.languages().get(0)).asText()));
        var bare = (ObjectNode) DefinitionTexts.wordless(tree, ExerciseCheck.TEXTS);
        bare.set("languages", DefinitionFormat.tree(written).path("languages"));
        assertThat(bare).isEqualTo(DefinitionTexts.wordless(DefinitionFormat.tree(written), ExerciseCheck.TEXTS));
        assertThat(LogShape.of(worded)).isEqualTo(LogShape.of(written));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsLeftOutComesInTheOriginalAndIsTold(ExerciseDefinition written) {
        var original = written.languages().get(0);
        var published = published(written, (ObjectNode) Definitions.parseJson("{\"title\": \"Título\"}"));
        var texts = DefinitionTexts.words(DefinitionFormat.tree(written), ExerciseCheck.TEXTS);

        assertThat(published.title("es-MX")).isEqualTo("Título");
        assertThat(published.definition().purpose().in("es"))
                .isEqualTo(written.purpose().in(original));
        assertThat(Objects.requireNonNull(published.laid().get("es")).fallbacks())
                .hasSize(texts.size() - 1)
                .contains("/purpose")
                .doesNotContain("/title");
        assertThat(ExerciseView.of(published, "es", true).fallbacks())
                .contains("/purpose")
                .noneMatch(place -> place.startsWith("/contraindications"));
        assertThat(ExerciseView.of(published, original, false).fallbacks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'label': 'x'} | /texts/label place-unknown",
                "{'consentPrompt': 'x'} | /texts/consentPrompt place-unknown",
                "{'cautions': ['x', 'y']} | /texts/cautions place-unknown",
                "{'contraindications': ['x']} | /texts/contraindications place-unknown",
                "{'steps': ['x']} | /texts/steps place-unknown",
                "{'body': [{'heading': 'x'}]} | /texts/body place-unknown",
                "{'gates': {'lost': 'x'}} | /texts/gates/lost place-unknown",
                "{'stopRules': {'lost': 'x'}} | /texts/stopRules/lost place-unknown",
                "{'before': {'lost': {'label': 'x'}}} | /texts/before/lost place-unknown",
                "{'before': {'suds': {'low': 'x'}}} | /texts/before/suds/low place-unknown",
                "{'after': {'suds': {'options': {'done': 'x'}}}} | /texts/after/suds/options place-unknown",
                "{'after': {'outcome': {'options': {'lost': 'x'}}}} | /texts/after/outcome/options/lost place-unknown",
                "{'derived': {'lost': 'x'}} | /texts/derived/lost place-unknown",
                // what is no text has no place in the shape
                "{'minutes': 3} | /texts/minutes additional-properties",
                "{'title': {'es': 'x'}} | /texts/title type",
                "{'steps': [{'text': 'x', 'minutes': 3}, 'y']} | /texts/steps/0 type",
                "{'before': {'suds': {'max': 100}}} | /texts/before/suds/max additional-properties",
                "{'before': {'suds': {'label': '  '}}} | /texts/before/suds/label pattern",
                "{} | /texts min-properties",
                "{'title': 'Paseo\\u202e'} | /texts/title hidden-character",
            })
    void whatHasNoPlaceInTheVersionIsRefusedWhereItStands(String texts, String told) {
        assertThat(faults(Practised.DEFINITION, Definitions.parseJson(texts.replace('\'', '"'))))
                .containsExactly(told);
    }

    @Test
    void aLanguageThatTheVersionHasIsNotTakenFromIt() {
        var written = wording(Definitions.parseJson("{\"title\": \"Walk\"}")).put("language", "en");
        assertThat(told(Practised.DEFINITION, written)).containsExactly("/language language-taken");
    }

    @Test
    void ofTwoLanguagesEachHasItsOwnWords() {
        var twice = published(Practised.DEFINITION, (ObjectNode) Definitions.parseJson("{\"title\": \"Paseo\"}"))
                .with(List.of(
                        stored(Practised.DEFINITION, "es", Definitions.parseJson("{\"title\": \"Paseo\"}")),
                        stored(Practised.DEFINITION, "cy", Definitions.parseJson("{\"title\": \"Tro\"}"))));
        assertThat(twice.title("es")).isEqualTo("Paseo");
        assertThat(twice.title("cy")).isEqualTo("Tro");
        assertThat(twice.title(null)).isEqualTo("Evening walk");
        assertThat(twice.definition().languages()).containsExactly("en", "es", "cy");
        assertThat(twice.written()).isEqualTo(Practised.DEFINITION);
    }

    private static ExerciseDefinition laid(ExerciseDefinition written, ObjectNode texts) {
        return published(written, texts).definition();
    }

    private static PublishedExercise published(ExerciseDefinition written, ObjectNode texts) {
        return new PublishedExercise(Practices.LIBRARY, written, "0".repeat(64), VersionState.PUBLISHED, 1)
                .with(List.of(stored(written, "es", texts)));
    }

    private static StoredWords stored(ExerciseDefinition written, String language, JsonNode texts) {
        return new StoredWords(
                Practices.LIBRARY,
                written.key(),
                written.version(),
                language,
                1,
                wording(texts).put("language", language).toString());
    }

    private static ObjectNode wording(JsonNode texts) {
        var wording = JsonNodeFactory.instance
                .objectNode()
                .put("exercise", "evening-walk")
                .put("version", 1)
                .put("language", "es")
                .put("credit", "Willow");
        wording.set("texts", texts);
        return wording;
    }

    private static List<String> faults(ExerciseDefinition written, JsonNode texts) {
        return told(written, wording(texts));
    }

    private static List<String> told(ExerciseDefinition written, JsonNode wording) {
        return WordsOverlay.review(
                        wording, DefinitionSchema.EXERCISE_WORDING, DefinitionFormat.tree(written), ExerciseCheck.TEXTS)
                .faults()
                .stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }

    /** Words for each text that the exercise has: its own with a mark before it. */
    private static ObjectNode mirrored(ExerciseDefinition d) {
        var texts = JsonNodeFactory.instance.objectNode();
        put(texts, "title", d, d.title());
        put(texts, "purpose", d, d.purpose());
        put(texts, "label", d, d.label());
        put(texts, "consentPrompt", d, d.consentPrompt());
        d.sources().forEach(one -> texts.withArray("/sources").add(marked(d, one.idea())));
        d.cautions().forEach(one -> texts.withArray("/cautions").add(marked(d, one)));
        d.contraindications()
                .forEach(one -> texts.withArray("/contraindications").add(marked(d, one)));
        d.steps().forEach(one -> texts.withArray("/steps").add(marked(d, one.text())));
        d.gates().forEach(one -> put(texts.withObject("/gates"), one.code(), d, one.text()));
        d.stopRules().forEach(one -> put(texts.withObject("/stopRules"), one.code(), d, one.text()));
        d.derived().forEach(one -> put(texts.withObject("/derived"), one.code(), d, one.title()));
        for (var section : d.body()) {
            var words = texts.withArray("/body").addObject();
            put(words, "heading", d, section.heading());
            section.paragraphs().forEach(one -> words.withArray("/paragraphs").add(marked(d, one)));
        }
        for (var part : LogPart.values()) {
            for (var field : d.fields(part)) {
                var words = texts.withObject("/" + part.code()).putObject(field.code());
                put(words, "label", d, field.label());
                put(words, "help", d, field.help());
                put(words, "low", d, field.low());
                put(words, "high", d, field.high());
                field.options().forEach(one -> put(words.withObject("/options"), one.code(), d, one.label()));
            }
        }
        return texts;
    }

    private static void put(ObjectNode words, String name, ExerciseDefinition d, @Nullable Text text) {
        if (text != null) {
            words.put(name, marked(d, text));
        }
    }

    private static String marked(ExerciseDefinition d, Text text) {
        return "¡" + text.in(d.languages().get(0));
    }
}
