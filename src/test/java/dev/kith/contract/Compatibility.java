package dev.kith.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What would break a consumer between two contracts. We may take more than before, and promise more; never less. Webhooks are
 * read the other way round: there we send the requests.
 */
final class Compatibility {
    private final JsonNode was;
    private final JsonNode now;
    private final List<String> broken = new ArrayList<>();
    private final CompatibleShapes shapes;

    private Compatibility(JsonNode was, JsonNode now) {
        this.was = was;
        this.now = now;
        this.shapes = new CompatibleShapes(was, now, broken);
    }

    /** One sentence for each break. */
    static List<String> broken(JsonNode was, JsonNode now) {
        var compared = new Compatibility(was, now);
        compared.operations("paths", false);
        compared.operations("webhooks", true);
        return compared.broken;
    }

    private void operations(String section, boolean sentByUs) {
        was.path(section)
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    if (verb.getValue().has("responses")) {
                        var at = verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                        var then = now.path(section).path(path.getKey()).path(verb.getKey());
                        operation(at, verb.getValue(), then, sentByUs);
                    }
                }));
    }

    private void operation(String at, JsonNode a, JsonNode b, boolean sentByUs) {
        if (b.isMissingNode()) {
            broken.add(at + ": gone");
            return;
        }
        breaks(!a.path("operationId").equals(b.path("operationId")), at + ": operationId changed");
        for (var right : List.of("x-kith-roles", "x-kith-scopes")) {
            breaks(!names(b.path(right)).containsAll(names(a.path(right))), at + ": " + right + " lost one");
        }
        breaks(a.path("security").isEmpty() && !b.path("security").isEmpty(), at + ": needs a token now");
        parameters(at, a.path("parameters"), b.path("parameters"));
        var bodyNeeded = b.path("requestBody").path("required").asBoolean(false);
        breaks(!a.has("requestBody") && bodyNeeded, at + ": needs a body now");
        content(at + " request", a.path("requestBody"), b.path("requestBody"), !sentByUs);
        responses(at, a.path("responses"), b.path("responses"), sentByUs);
    }

    private void responses(String at, JsonNode a, JsonNode b, boolean sentByUs) {
        a.properties().forEach(entry -> {
            var status = entry.getKey();
            var before = CompatibleShapes.follow(was, entry.getValue());
            var after = CompatibleShapes.follow(now, b.path(status));
            if (after.isMissingNode()) {
                breaks(status.startsWith("2"), at + " " + status + ": success status gone");
                return;
            }
            for (var header : before.path("headers").propertyNames()) {
                breaks(!after.path("headers").has(header), at + " " + status + ": header " + header + " gone");
            }
            content(at + " " + status, before, after, sentByUs);
        });
        for (var status : b.propertyNames()) {
            breaks(status.startsWith("2") && !a.has(status), at + ": new success status " + status);
        }
    }

    private void parameters(String at, JsonNode a, JsonNode b) {
        var before = byName(was, a);
        var after = byName(now, b);
        before.forEach((name, old) -> {
            var parameter = after.get(name);
            if (parameter == null) {
                broken.add(at + ": parameter " + name + " gone");
                return;
            }
            var required = parameter.path("required").asBoolean(false);
            breaks(!old.path("required").asBoolean(false) && required, at + ": parameter " + name + " required now");
            shapes.compare(at + " " + name, old.path("schema"), parameter.path("schema"), true);
        });
        after.forEach((name, parameter) -> {
            var required = parameter.path("required").asBoolean(false);
            breaks(!before.containsKey(name) && required, at + ": new required parameter " + name);
        });
    }

    private void content(String at, JsonNode a, JsonNode b, boolean taken) {
        a.path("content").properties().forEach(media -> {
            var after = b.path("content").path(media.getKey());
            if (after.isMissingNode()) {
                broken.add(at + ": " + media.getKey() + " gone");
            } else {
                shapes.compare(at, media.getValue().path("schema"), after.path("schema"), taken);
            }
        });
    }

    private static Map<String, JsonNode> byName(JsonNode api, JsonNode parameters) {
        var named = new TreeMap<String, JsonNode>();
        parameters.forEach(reference -> {
            var parameter = CompatibleShapes.follow(api, reference);
            named.put(
                    parameter.path("in").asString() + " "
                            + parameter.path("name").asString(),
                    parameter);
        });
        return named;
    }

    static TreeSet<String> names(JsonNode list) {
        var names = new TreeSet<String>();
        list.forEach(name -> names.add(name.asString()));
        return names;
    }

    private void breaks(boolean yes, String how) {
        if (yes) {
            broken.add(how);
        }
    }
}
