package dev.kith.exercise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.definition.Definitions;
import java.util.Map;

/** An exercise with a field of every type, and logs of it written as an app would. */
final class Practised {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static final String YAML = """
            key: evening-walk
            version: 1
            kind: exercise
            languages: [en]
            title: {en: Evening walk}
            purpose: {en: Walk a little and notice.}
            minutes: 20
            approaches: [self-care]
            gates:
              - {code: safe-person, questionnaire: ksr-20, item: ksr-20.q0b, opensOn: ["yes"], text: {en: Not yet.}}
              - {code: word, text: {en: Ask me first.}}
            cautions: [{en: Mind the road.}]
            stopRules:
              - {code: too-much, text: {en: Stop.}, when: {field: during.peak, atLeast: 8}}
            steps:
              - {text: {en: Walk.}, minutes: 10}
              - {text: {en: Look around.}}
            before:
              - {code: suds, type: rating, required: true, label: {en: Distress}}
              - {code: belief, type: belief, label: {en: How sure}}
              - {code: body, type: sensations, label: {en: Body}}
              - {code: words, type: text, sharing: shared, label: {en: Words}}
            during:
              - {code: peak, type: rating, min: 0, max: 100, label: {en: Peak}}
              - {code: steps, type: count, max: 30000, label: {en: Steps}}
            after:
              - {code: suds, type: rating, required: true, label: {en: Distress}}
              - {code: who, type: helpers, label: {en: Who}}
              - code: outcome
                type: outcome
                required: true
                label: {en: What came of it}
                options:
                  - {code: done, label: {en: Done}, attempt: true, accepted: true}
                  - {code: half, label: {en: Half}, attempt: true}
                  - {code: not-done, label: {en: Not this time}}
              - {code: weather, type: choice, label: {en: Weather}, options: [{code: dry, label: {en: Dry}}, {code: wet, label: {en: Wet}}]}
              - {code: saw, type: choices, label: {en: Saw}, options: [{code: trees, label: {en: Trees}}, {code: dogs, label: {en: Dogs}}]}
              - {code: minutes, type: minutes, label: {en: Minutes}}
              - {code: km, type: number, min: -1.5, max: 40, decimals: 2, unit: km, label: {en: Distance}}
              - {code: again, type: yes-no, label: {en: Again}}
            derived:
              - {code: drop, title: {en: Drop}, kind: difference, from: before.suds, to: after.suds, better: higher}
              - {code: tries, title: {en: Tries}, kind: count, field: after.outcome, of: [done, half], better: higher}
              - {code: done-rate, title: {en: Done}, kind: share, field: after.outcome, of: [done], among: [done, half], better: higher}
              - {code: dogs, title: {en: Dogs}, kind: share, field: after.saw, of: [dogs], among: [dogs, trees], decimals: 3, better: none}
              - {code: agains, title: {en: Again}, kind: count, field: after.again, of: ["yes"], better: none}
            """;

    static final ExerciseDefinition DEFINITION =
            Exercises.readJson(tree().toString()).definition();

    private Practised() {}

    static ObjectNode tree() {
        return (ObjectNode) Definitions.parseYaml(YAML);
    }

    /** The definition with the first place where the text stands changed. */
    static ObjectNode spoilt(String text, String instead) {
        var at = YAML.indexOf(text);
        if (at < 0) {
            throw new IllegalArgumentException("It does not say " + text);
        }
        return (ObjectNode) Definitions.parseYaml(YAML.substring(0, at) + instead + YAML.substring(at + text.length()));
    }

    static LogValues log(String before, String during, String after) {
        return LogValues.sent(map(before), map(during), map(after));
    }

    static LogValues after(String after) {
        return log("{}", "{}", after);
    }

    private static Map<String, Object> map(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
