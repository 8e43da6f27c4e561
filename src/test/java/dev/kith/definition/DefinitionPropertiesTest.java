package dev.kith.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.scoring.Scorer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Over definitions that somebody might write: what the review accepts can be answered, scored, worded and spelt without an accident. */
class DefinitionPropertiesTest {

    private static final List<String> TYPES = List.of(
            "group",
            "display",
            "choice",
            "open-choice",
            "multiple-choice",
            "integer",
            "decimal",
            "slider",
            "text",
            "boolean",
            "date",
            "time");
    private static final List<String> OPERATORS = List.of("exists", "=", "!=", ">", "<", ">=", "<=");
    private static final List<Object> SAID = List.of(
            0,
            1,
            2,
            7,
            -1,
            new BigDecimal("0.5"),
            new BigDecimal("1e-9"),
            "yes",
            "no",
            "",
            "a word",
            "2026-02-28",
            "2026-02-30",
            "09:30",
            "25:00",
            true,
            false,
            List.of(),
            List.of("yes"),
            List.of(0, 1),
            List.of("yes", "yes"),
            Map.of("other", "mine"),
            Map.of("other", 1),
            Map.of());

    @Property(tries = 400)
    void whatIsAcceptedCanBeAnsweredWithAnything(@ForAll long seed) {
        var random = new Random(seed);
        var written = Written.with(items(random));
        var reviewed = DefinitionReview.of(written);
        if (!reviewed.publishable()) {
            assertThat(reviewed.faults()).allMatch(fault -> !fault.pointer().isEmpty());
            return;
        }
        var definition = Objects.requireNonNull(reviewed.definition());
        for (var round = 0; round < 5; round++) {
            var said = answers(definition, random);
            var faulty = new ArrayList<String>();
            AnswerCheck.faultsOfDraft(definition, said).forEach(fault -> faulty.add(fault.linkId()));
            AnswerCheck.faultsOfComplete(definition, said);
            AnswerCheck.faultsOfBrought(definition, said);
            said.keySet().removeAll(faulty);

            var answers = Answers.of(definition, said);
            Scorer.score(definition.scoringModel(), answers.numbers());

            assertThat(Answers.of(definition, answers.values()))
                    .as("said again, it is the same")
                    .isEqualTo(answers);
            assertThat(AnswerCheck.faultsOfDraft(definition, answers.values()))
                    .as("what is taken away may leave others unasked, but nothing else")
                    .allMatch(fault -> fault.code().equals("not-enabled"));
        }
    }

    @Property(tries = 200)
    void aDefinitionIsTheSameInEverySpelling(@ForAll long seed) {
        var reviewed = DefinitionReview.of(Written.with(items(new Random(seed))));
        if (reviewed.definition() == null) {
            return;
        }
        var definition = reviewed.definition();
        var json = Definitions.json(definition);

        assertThat(Definitions.readJson(json).definition()).isEqualTo(definition);
        assertThat(Definitions.json(
                        Definitions.readYaml(Definitions.yaml(definition)).definition()))
                .isEqualTo(json);
        assertThat(DefinitionReview.of(Definitions.parseJson(json)).faults())
                .as("what is left out is not written as something")
                .isEqualTo(reviewed.faults());
    }

    @Property(tries = 200)
    void editingAWordingNeverChangesAScore(@ForAll long seed) {
        var random = new Random(seed);
        var reviewed = DefinitionReview.of(Written.with(items(random)));
        if (!reviewed.publishable()) {
            return;
        }
        var definition = Objects.requireNonNull(reviewed.definition());
        var wording =
                (ObjectNode) Definitions.parseYaml("{questionnaire: own, version: 1, language: he, status: official,"
                        + " credit: us, texts: {title: שלום, options: {often: {0: לא}}}}");
        var items = wording.withObject("/texts").putObject("items");
        definition.items().forEach(item -> items.putObject(item.linkId()).put("text", "מילים " + random.nextInt(9)));

        var worded = definition.with(Written.wording(wording, definition));
        var said = answers(definition, random);

        assertThat(AnswerCheck.faultsOfDraft(worded, said)).isEqualTo(AnswerCheck.faultsOfDraft(definition, said));
        assertThat(worded.scoringModel()).isEqualTo(definition.scoringModel());
        assertThat(VersionDiff.of(definition, worded).comparable()).isTrue();
    }

    private static Map<String, Object> answers(Definition definition, Random random) {
        var said = new LinkedHashMap<String, Object>();
        for (var item : definition.items()) {
            if (random.nextInt(4) > 0) {
                said.put(item.linkId(), SAID.get(random.nextInt(SAID.size())));
            }
        }
        return said;
    }

    private static String[] items(Random random) {
        var items = new String[random.nextInt(7)];
        for (var i = 0; i < items.length; i++) {
            items[i] = item(i + 2, random);
        }
        return items;
    }

    private static String item(int number, Random random) {
        var type = TYPES.get(random.nextInt(TYPES.size()));
        var item = new StringBuilder("{linkId: own." + number + ", type: " + type + ", text: {en: Text}");
        if (!type.equals("group") && !type.equals("display")) {
            item.append(", required: ").append(random.nextBoolean());
        }
        if (type.endsWith("choice")) {
            item.append(random.nextBoolean() ? ", options: often" : ", options: yes-no");
        }
        if (type.equals("multiple-choice") && random.nextBoolean()) {
            item.append(", minChosen: 1, maxChosen: 2");
        }
        if (List.of("integer", "decimal", "slider").contains(type)) {
            item.append(", min: 0, max: 10").append(random.nextBoolean() ? ", step: 2" : "");
        }
        if (random.nextInt(3) == 0) {
            item.append(", group: own.").append(2 + random.nextInt(6));
        }
        if (random.nextInt(2) == 0) {
            item.append(", enableWhen: [")
                    .append(condition(random))
                    .append(", ")
                    .append(condition(random))
                    .append("]");
            item.append(random.nextBoolean() ? ", enableBehavior: any" : "");
        }
        return item.append("}").toString();
    }

    private static String condition(Random random) {
        var operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
        var values = List.of("0", "1", "2", "\"yes\"", "\"2026-01-01\"", "\"09:00\"", "true", "false");
        var value = operator.equals("exists") ? "true" : values.get(random.nextInt(values.size()));
        return "{item: own." + (1 + random.nextInt(6)) + ", operator: \"" + operator + "\", value: " + value + "}";
    }
}
