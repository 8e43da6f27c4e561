package dev.kith.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.content.VersionState;
import dev.kith.tenancy.Practices;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Over exercises that somebody might write: the review never throws, and what it accepts can be spelt, shown, compared and logged. */
class ExercisePropertiesTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<JsonNode> ANYTHING = List.of(
            JSON.nullNode(),
            JSON.numberNode(0),
            JSON.numberNode(7),
            JSON.numberNode(-1),
            JSON.numberNode(new BigDecimal("0.25")),
            JSON.numberNode(new BigDecimal("1e30")),
            JSON.numberNode(Double.NaN),
            JSON.textNode(""),
            JSON.textNode("done"),
            JSON.textNode("rating"),
            JSON.textNode("number"),
            JSON.textNode("choices"),
            JSON.textNode("text"),
            JSON.textNode("reading"),
            JSON.textNode("share"),
            JSON.textNode("after.km"),
            JSON.textNode("before.suds"),
            JSON.textNode("\u202e"),
            JSON.booleanNode(true),
            JSON.arrayNode(),
            JSON.objectNode(),
            JSON.objectNode().put("en", "words"),
            JSON.arrayNode().add("done"));

    @Property(tries = 3_000)
    void whatIsAcceptedCanBeUsedAndNothingThrows(@ForAll long seed) {
        var random = new Random(seed);
        var written = Practised.tree();
        for (var changes = 1 + random.nextInt(3); changes > 0; changes--) {
            change(written, random);
        }

        var review = Exercises.review(written);
        Statistics.label("may be published")
                .collect(review.publishable())
                .coverage(found -> found.check(true).percentage(share -> share > 3.0));
        if (!review.publishable()) {
            assertThat(review.faults()).isNotEmpty();
            return;
        }
        var definition = Objects.requireNonNull(review.definition());
        assertThat(Exercises.spelled(definition).definition()).isEqualTo(definition);
        var published = new PublishedExercise(Practices.LIBRARY, definition, "0".repeat(64), VersionState.PUBLISHED, 1);
        assertThat(ExerciseView.of(published, "en", true).contraindications()).isEmpty();
        assertThat(ExerciseView.of(published, "en", false).steps()).hasSameSizeAs(definition.steps());
        assertThat(ExerciseDiff.of(definition, definition).comparable()).isTrue();
        var diff = ExerciseDiff.of(Practised.DEFINITION, definition);
        assertThat(diff.comparable())
                .isEqualTo(LogShape.of(Practised.DEFINITION).equals(LogShape.of(definition)))
                .isEqualTo(diff.reasons().isEmpty());
        assertThat(LogCheck.ofDraft(definition, LogValues.NONE).faults()).isEmpty();
    }

    /** Something is put in the place of something, doubled, or taken away. */
    private static void change(ObjectNode written, Random random) {
        var places = new ArrayList<JsonNode>();
        collect(written, places);
        var place = places.get(random.nextInt(places.size()));
        var thing = ANYTHING.get(random.nextInt(ANYTHING.size())).deepCopy();
        if (place instanceof ArrayNode list && !list.isEmpty()) {
            var at = random.nextInt(list.size());
            switch (random.nextInt(3)) {
                case 0 -> list.remove(at);
                case 1 -> list.add(list.get(at).deepCopy());
                default -> list.set(at, thing);
            }
        } else if (place instanceof ObjectNode object && !object.isEmpty()) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            var name = names.get(random.nextInt(names.size()));
            if (random.nextBoolean()) {
                object.remove(name);
            } else {
                object.set(name, thing);
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.elements().forEachRemaining(each -> collect(each, places));
        }
    }
}
