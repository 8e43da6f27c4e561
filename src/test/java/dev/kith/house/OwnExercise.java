package dev.kith.house;

import dev.kith.house.People.Someone;

/** An exercise that a practice writes itself: two steps, a rating before and after, an outcome, a stop rule and a gate. */
public final class OwnExercise {
    private static final String JSON = """
            {"key": "KEY", "version": 1, "kind": "exercise", "languages": ["en"],
             "title": {"en": "Evening walk"}, "purpose": {"en": "Walk a little and notice."},
             "label": {"en": "Own exercise of the practice."}, "minutes": 20,
             "approaches": ["self-care"], "domains": ["self-care"], "assignedBy": ["clinician", "client"],
             "gates": [{"code": "word", "text": {"en": "Ask me first."}}],
             "contraindications": [{"en": "Not after dark."}],
             "stopRules": [{"code": "too-much", "text": {"en": "Turn back."}, "when": {"field": "after.suds", "atLeast": 8}}],
             "steps": [{"text": {"en": "Walk."}, "minutes": 15}, {"text": {"en": "Look around."}}],
             "before": [{"code": "suds", "type": "rating", "required": true, "label": {"en": "Distress"}}],
             "after": [
               {"code": "suds", "type": "rating", "required": true, "label": {"en": "Distress"}},
               {"code": "outcome", "type": "outcome", "required": true, "label": {"en": "What came of it?"}, "options": [
                 {"code": "done", "label": {"en": "Done"}, "attempt": true}, {"code": "not-done", "label": {"en": "Not this time"}}]},
               {"code": "words", "type": "text", "sharing": "private", "label": {"en": "Words"}}],
             "derived": [
               {"code": "drop", "title": {"en": "Drop"}, "kind": "difference", "from": "before.suds", "to": "after.suds", "better": "higher"}]}
            """;

    private OwnExercise() {}

    /** Fit to be published as version 1. */
    public static String json(String key) {
        return JSON.replace("KEY", key);
    }

    /** Begins its draft and publishes it. */
    public static void publish(Someone author, String key) {
        publish(author, json(key), key);
    }

    public static void publish(Someone author, String definition, String key) {
        author.asks().body(definition).post("/v1/exercises").then().statusCode(201);
        author.asks().body("{}").post(path(key, 1) + "/publication").then().statusCode(200);
    }

    public static String path(String key, int version) {
        return "/v1/exercises/" + key + "/versions/" + version;
    }
}
