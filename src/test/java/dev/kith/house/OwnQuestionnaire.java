package dev.kith.house;

import dev.kith.house.People.Someone;

/** A questionnaire that a practice writes itself: two items, one of them reversed, one scale, one critical answer. */
public final class OwnQuestionnaire {
    private static final String JSON = """
            {"key": "KEY", "version": 1, "languages": ["en"],
             "title": {"en": "Evening check"}, "purpose": {"en": "How the day went."}, "tags": ["evening"],
             "validated": false, "normed": false, "label": {"en": "Own questions; not validated."},
             "recallPeriod": "P1D", "instruction": {"en": "Think of today."},
             "optionSets": {"often": [
               {"value": 0, "label": {"en": "Not at all"}}, {"value": 1, "label": {"en": "Somewhat"}},
               {"value": 2, "label": {"en": "A lot"}}]},
             "items": [
               {"linkId": "KEY.1", "type": "choice", "required": true, "options": "often", "text": {"en": "I felt rested."}, "reversed": true},
               {"linkId": "KEY.2", "type": "choice", "required": true, "options": "often", "text": {"en": "I felt on edge."}}],
             "scales": [
               {"code": "total", "title": {"en": "Strain"}, "method": "sum", "items": ["KEY.1", "KEY.2"],
                "missing": {"rule": "strict"}, "decimals": 0, "direction": "higher-is-worse",
                "bands": [{"from": 0, "to": 2, "code": "low", "label": {"en": "Low"}, "basis": "local"},
                          {"from": 3, "to": 4, "code": "high", "label": {"en": "High"}, "basis": "local"}]}],
             "alertRules": [],
             "passport": {
               "licence": {"code": "CC-BY-4.0", "holder": "Willow", "attribution": "Willow", "commercialUse": true,
                 "modificationAllowed": true, "translationAllowed": true, "checkedOn": "2026-11-01"},
               "wordingIncluded": true, "citations": [{"id": "own", "text": "Written by the practice."}],
               "vectors": [
                 {"name": "rested and calm", "kind": "minimum", "answers": {"KEY.1": 2, "KEY.2": 0}, "expect": {"total": {"value": 0, "band": "low"}}},
                 {"name": "worn and on edge", "kind": "maximum", "answers": {"KEY.1": 0, "KEY.2": 2}, "expect": {"total": {"value": 4, "band": "high"}}},
                 {"name": "between", "kind": "typical", "answers": {"KEY.1": 1, "KEY.2": 1}, "expect": {"total": {"value": 2, "band": "low"}}},
                 {"name": "one missing", "kind": "missing", "answers": {"KEY.1": 1}, "expect": {"total": {"reason": "too-many-missing"}}},
                 {"name": "a high answer on the reversed item counts low", "kind": "trap", "answers": {"KEY.1": 2, "KEY.2": 1}, "expect": {"total": {"value": 1, "band": "low"}}}]}}
            """;

    private OwnQuestionnaire() {}

    /** Fit to be published as version 1. */
    public static String json(String key) {
        return JSON.replace("KEY", key);
    }

    /** Begins its draft and publishes it. */
    public static void publish(Someone author, String key) {
        publish(author, json(key), key);
    }

    public static void publish(Someone author, String definition, String key) {
        author.asks().body(definition).post("/v1/questionnaires").then().statusCode(201);
        author.asks()
                .body("{\"change\": \"substantive\"}")
                .post(path(key, 1) + "/publication")
                .then()
                .statusCode(200);
    }

    public static String path(String key, int version) {
        return "/v1/questionnaires/" + key + "/versions/" + version;
    }
}
