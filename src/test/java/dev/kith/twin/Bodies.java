package dev.kith.twin;

import dev.kith.house.Operations.Operation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Bodies as the contract shows them, naming whom we like. */
final class Bodies {
    /** Members of bodies that name somebody or something, and what paths call that. */
    private static final Map<String, String> IDS = Map.of(
            "client", "clientId",
            "coverId", "memberId",
            "logId", "logId",
            "rung", "rungId",
            "clientId", "clientId",
            "memberId", "memberId",
            "supervisorId", "memberId",
            "task", "taskId",
            "taskId", "taskId");

    private Bodies() {}

    /** What else an operation's body can name, where the example does not show it. */
    private static final Map<String, List<String>> HIDDEN = Map.of(
            "tellAbsence", List.of("coverId"),
            "reviseAbsence", List.of("coverId"),
            "putResponse", List.of("client", "task"),
            "putLog", List.of("client", "task", "rung"),
            "logTask", List.of("rung"),
            "tellAttempt", List.of("logId"),
            "employMember", List.of("supervisorId"),
            "upsertMember", List.of("supervisorId"),
            "reviseMember", List.of("supervisorId"));

    static List<String> idsIn(Operation operation) {
        var hidden = HIDDEN.get(operation.id());
        if (hidden != null) {
            return hidden;
        }
        var example = operation.example();
        return example == null
                ? List.of()
                : example.propertyNames().stream().filter(IDS::containsKey).toList();
    }

    /** The example, with these ids. */
    static @Nullable String of(Operation operation, Map<String, String> ids) {
        var body = filled(operation, ids);
        return body == null ? null : body.toString();
    }

    /** The example with one's own ids, but for one that is another's; nobody's when they have none. */
    static String with(Operation operation, Map<String, String> own, String name, Map<String, String> theirs) {
        var body = filled(operation, own);
        if (body == null) {
            throw new AssertionError(operation.id() + " has no example");
        }
        if (name.equals("logId")) {
            body.removeAll(); // a log tells all by itself
        }
        if (name.equals("task") && body.has("questionnaire")) {
            body.put("questionnaire", "phq-9");
        }
        return body.put(name, theirs.getOrDefault(IDS.get(name), TwinWorldTest.nobody()))
                .toString();
    }

    private static @Nullable ObjectNode filled(Operation operation, Map<String, String> ids) {
        var example = operation.example();
        if (example == null) {
            return null;
        }
        var body = (ObjectNode) example.deepCopy();
        IDS.forEach((name, path) -> {
            if (body.path(name).isString()) {
                body.put(name, ids.get(path));
            }
        });
        return body;
    }
}
