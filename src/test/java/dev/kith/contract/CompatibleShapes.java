package dev.kith.contract;

import static dev.kith.contract.Compatibility.names;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Compares schemas. Taken: what callers send, where the new may only allow more; given: where it may only promise more. */
final class CompatibleShapes {
    private static final List<String> UPPER = List.of("maxLength", "maxItems", "maximum", "maxProperties");
    private static final List<String> LOWER = List.of("minLength", "minItems", "minimum", "minProperties");

    private final JsonNode was;
    private final JsonNode now;
    private final List<String> broken;
    private final Set<String> seen = new HashSet<>();

    CompatibleShapes(JsonNode was, JsonNode now, List<String> broken) {
        this.was = was;
        this.now = now;
        this.broken = broken;
    }

    void compare(String at, JsonNode before, JsonNode after, boolean taken) {
        if (!seen.add(at + before + after + taken)) {
            return;
        }
        var a = follow(was, before);
        var b = follow(now, after);
        breaks(!within(types(a, was), types(b, now), taken), at + ": type " + types(a, was) + " -> " + types(b, now));
        breaks(!codesWithin(a, b, taken), at + ": codes changed");
        breaks(a.has("const") && !a.path("const").equals(b.path("const")), at + ": constant changed");
        breaks(!a.path("format").equals(b.path("format")), at + ": format changed");
        if (taken) {
            limits(at, a, b);
        }
        var from = names((taken ? b : a).path("required"));
        from.removeAll(names((taken ? a : b).path("required")));
        from.forEach(name -> broken.add(at + "/" + name + (taken ? ": required now" : ": no longer promised")));
        members(at, a, b, taken);
        alternatives(at, a, b, taken);
    }

    private void limits(String at, JsonNode a, JsonNode b) {
        for (var limit : UPPER) {
            var tighter =
                    !a.has(limit) || b.path(limit).asDouble() < a.path(limit).asDouble();
            breaks(b.has(limit) && tighter, at + ": " + limit + " tightened");
        }
        for (var limit : LOWER) {
            var tighter =
                    !a.has(limit) || b.path(limit).asDouble() > a.path(limit).asDouble();
            breaks(b.has(limit) && tighter, at + ": " + limit + " tightened");
        }
        breaks(b.has("pattern") && !b.path("pattern").equals(a.path("pattern")), at + ": pattern changed");
    }

    private void members(String at, JsonNode a, JsonNode b, boolean taken) {
        a.path("properties").properties().forEach(property -> {
            var name = property.getKey();
            var after = b.path("properties").path(name);
            if (after.isMissingNode()) {
                broken.add(at + "/" + name + ": gone");
            } else {
                compare(at + "/" + name, property.getValue(), after, taken);
            }
        });
        if (a.has("items")) {
            compare(at + "/*", a.path("items"), b.path("items"), taken);
        }
        if (a.path("additionalProperties").isObject()) {
            compare(at + "/{}", a.path("additionalProperties"), b.path("additionalProperties"), taken);
        }
    }

    private void alternatives(String at, JsonNode a, JsonNode b, boolean taken) {
        for (var kind : List.of("oneOf", "anyOf", "allOf")) {
            var before = branches(a.path(kind));
            var after = branches(b.path(kind));
            breaks(
                    !within(before.keySet(), after.keySet(), taken),
                    at + ": alternatives " + before.keySet() + " -> " + after.keySet());
            before.forEach((name, branch) -> {
                var other = after.get(name);
                if (other != null) {
                    compare(at + "<" + name + ">", branch, other, taken);
                }
            });
        }
    }

    private static boolean codesWithin(JsonNode a, JsonNode b, boolean taken) {
        if (a.has("enum") && b.has("enum")) {
            return within(names(a.path("enum")), names(b.path("enum")), taken);
        }
        return taken ? !b.has("enum") : !a.has("enum");
    }

    private static boolean within(Set<String> a, Set<String> b, boolean taken) {
        return taken ? b.containsAll(a) : a.containsAll(b);
    }

    private static Map<String, JsonNode> branches(JsonNode list) {
        var branches = new TreeMap<String, JsonNode>();
        list.forEach(branch -> branches.put(
                branch.has("$ref")
                        ? branch.path("$ref").asString().replaceAll(".*/", "")
                        : branch.path("type").asString("inline"),
                branch));
        return branches;
    }

    private static Set<String> types(JsonNode schema, JsonNode api) {
        var types = new TreeSet<String>();
        if (schema.path("type").isArray()) {
            types.addAll(names(schema.path("type")));
        } else if (schema.has("type")) {
            types.add(schema.path("type").asString());
        }
        for (var kind : List.of("anyOf", "oneOf")) {
            schema.path(kind).forEach(branch -> types.addAll(types(follow(api, branch), api)));
        }
        return types;
    }

    static JsonNode follow(JsonNode api, JsonNode node) {
        var target = node;
        while (target.has("$ref")) {
            target = api.at(target.path("$ref").asString().substring(1));
        }
        return target;
    }

    private void breaks(boolean yes, String how) {
        if (yes) {
            broken.add(how);
        }
    }
}
