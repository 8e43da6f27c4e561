package dev.kith.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.definition.Answers;
import dev.kith.definition.AnyAnswers;
import dev.kith.definition.AnyDefinition;
import dev.kith.definition.Definition;
import dev.kith.definition.Definitions;
import dev.kith.definition.GivenAnswers;
import dev.kith.questionnaire.Published.State;
import dev.kith.scoring.Circumstances;
import dev.kith.scoring.Scorer;
import dev.kith.tenancy.Practices;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the review accepts can be shown to anybody, and says the same when it is read from the database years later. */
class RenderingPropertiesTest {
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    @Property(tries = 150)
    void whatIsAcceptedIsShownAndScoredInTheSameBytesForEver(@ForAll long seed) throws JsonProcessingException {
        var accepted = AnyDefinition.accepted(seed);
        if (accepted.isEmpty()) {
            return;
        }
        var definition = accepted.get();
        var random = new Random(seed);
        var answers = AnyAnswers.to(definition, random);
        var known = AnyAnswers.circumstances(random);
        var then =
                Published.of(Practices.LIBRARY, Definitions.readJson(Definitions.json(definition)), State.PUBLISHED, 1);
        var later = Published.of(Practices.LIBRARY, Definitions.readJson(stored(definition)), State.PUBLISHED, 1);

        for (var forClient : new boolean[] {true, false}) {
            assertThat(JSON.writeValueAsString(QuestionnaireView.of(later, "en", forClient)))
                    .isEqualTo(JSON.writeValueAsString(QuestionnaireView.of(then, "en", forClient)));
        }
        assertThat(scored(later, JSON.writeValueAsString(answers.values()), known))
                .isEqualTo(scored(then, JSON.writeValueAsString(answers.values()), known));
        assertThat(later.comparesWith(then)).isTrue();
    }

    private static String scored(Published published, String answers, Circumstances known)
            throws JsonProcessingException {
        @SuppressWarnings("unchecked")
        var said = (Map<String, Object>) JSON.readValue(answers, Map.class);
        var given = GivenAnswers.of(Answers.of(published.definition(), said), known);
        var scored = Scorer.score(published.model(), given);
        return JSON.writeValueAsString(ScoreView.all(published, scored.scales(), "en"))
                + JSON.writeValueAsString(CriterionView.all(published, scored.criteria(), "en"))
                + scored.flags();
    }

    /** The database keeps JSON, in an order of its own. */
    private static String stored(Definition definition) throws JsonProcessingException {
        return sorted(JSON.readTree(Definitions.json(definition))).toString();
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var fields = new TreeMap<String, JsonNode>(Comparator.reverseOrder());
            object.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return JSON.createObjectNode().setAll(fields);
        }
        if (node instanceof ArrayNode array) {
            var all = JSON.createArrayNode();
            array.forEach(each -> all.add(sorted(each)));
            return all;
        }
        return node;
    }
}
