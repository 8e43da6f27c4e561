package dev.kith.exercise;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.definition.DefinitionFormat;
import dev.kith.definition.DefinitionTexts;
import dev.kith.definition.VersionDiff;
import dev.kith.definition.VersionDiff.Changes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What changed from one version of an exercise to another, and whether their logs may stand in one series. */
@Schema(description = "What changed from one version of an exercise to another.")
record ExerciseDiff(
        @Schema(description = "Whether logs of the two may stand in one series: the same fields with the same meaning.")
        boolean comparable,

        @Schema(description = "Why they may not; empty when they may.")
        List<String> reasons,

        @Schema(description = "Whether words changed.") boolean textChanged,

        @Schema(description = "Fields of the exercise itself that differ.")
        List<String> head,

        @Schema(description = "By place, from 1.") Changes steps,

        @Schema(description = "What is logged, by part and code, such as after.suds.")
        Changes fields,

        @Schema(description = "By code.") Changes gates,

        @Schema(description = "By code.") Changes stopRules,

        @Schema(description = "What is made of logs, by code.")
        Changes derived) {

    private static final Set<String> LISTS =
            Set.of("version", "steps", "before", "during", "after", "gates", "stopRules", "derived");

    /** From a to b. */
    static ExerciseDiff of(ExerciseDefinition a, ExerciseDefinition b) {
        var from = DefinitionFormat.tree(a);
        var to = DefinitionFormat.tree(b);
        var reasons = reasons(LogShape.of(a), LogShape.of(b));
        return new ExerciseDiff(
                reasons.isEmpty(),
                reasons,
                !DefinitionTexts.words(from, ExerciseCheck.TEXTS)
                        .equals(DefinitionTexts.words(to, ExerciseCheck.TEXTS)),
                VersionDiff.differing(from, to).stream()
                        .filter(field -> !LISTS.contains(field))
                        .toList(),
                VersionDiff.changes(numbered(from.path("steps")), numbered(to.path("steps"))),
                VersionDiff.changes(fields(from), fields(to)),
                coded(from, to, "gates"),
                coded(from, to, "stopRules"),
                coded(from, to, "derived"));
    }

    private static Changes coded(JsonNode from, JsonNode to, String list) {
        return VersionDiff.changes(
                VersionDiff.named(from.path(list), "code"), VersionDiff.named(to.path(list), "code"));
    }

    private static Map<String, JsonNode> numbered(JsonNode list) {
        var named = new LinkedHashMap<String, JsonNode>();
        list.forEach(each -> named.put(String.valueOf(named.size() + 1), each));
        return named;
    }

    private static Map<String, JsonNode> fields(JsonNode definition) {
        var named = new LinkedHashMap<String, JsonNode>();
        for (var part : LogPart.values()) {
            VersionDiff.named(definition.path(part.code()), "code")
                    .forEach((code, field) -> named.put(part.place(code), field));
        }
        return named;
    }

    private static List<String> reasons(LogShape a, LogShape b) {
        var reasons = new ArrayList<String>();
        var now = new LinkedHashMap<String, LogShape.FieldShape>();
        b.fields().forEach(field -> now.put(field.place(), field));
        for (var field : a.fields()) {
            var other = now.remove(field.place());
            if (other == null) {
                reasons.add(field.place() + " is not logged any more");
            } else if (!other.equals(field)) {
                reasons.add(field.place() + " takes other values");
            }
        }
        now.keySet().forEach(place -> reasons.add(place + " is new"));
        if (!a.measures().equals(b.measures())) {
            reasons.add("what is made of logs is another");
        }
        return List.copyOf(reasons);
    }
}
