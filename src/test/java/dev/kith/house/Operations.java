package dev.kith.house;

import dev.kith.house.People.Someone;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What openapi.yaml offers, as calls that a test can make: a new operation is in every test that walks this list. */
public final class Operations {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final List<String> VERBS = List.of("get", "put", "post", "patch", "delete");

    private Operations() {}

    /**
     * One operation.
     *
     * @param roles who may; empty for an operation that is open to everybody
     * @param scopes what an integration needs; null when it is closed to integrations, an empty text when any will do
     * @param type media type of the body; null when it takes none
     * @param example a body that the contract shows
     * @param offers media types of what comes back when all is well
     * @param query what must be asked for in the address, as the contract shows it; empty when nothing must
     */
    public record Operation(
            String id,
            String verb,
            String path,
            Set<String> roles,
            @Nullable List<String> scopes,
            @Nullable String type,
            @Nullable ObjectNode example,
            List<String> offers,
            String query) {

        /** Names in the path, from the left. */
        public List<String> parameters() {
            return PARAMETER
                    .matcher(path)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }

        public boolean isOpen() {
            return roles.isEmpty();
        }

        public boolean takes(String role) {
            return roles.contains(role);
        }

        public Response call(@Nullable Someone who, Map<String, String> values, @Nullable String body) {
            return call(who, values, body, null);
        }

        /** Asking for one of what it offers; null for whatever comes. */
        public Response call(
                @Nullable Someone who, Map<String, String> values, @Nullable String body, @Nullable String accept) {
            var request = RestAssured.given().redirects().follow(false);
            if (accept != null) {
                request.accept(accept);
            }
            if (who != null) {
                request.auth().oauth2(who.token());
            }
            if (type != null && body != null) {
                request.contentType(type).body(body);
            }
            if (!verb.equals("GET") && !verb.equals("POST")) {
                request.header("If-Match", "\"0\"");
            }
            if (path.endsWith("/stream")) {
                request.header("Last-Event-ID", "nowhere"); // refused behind the door: a stream has no end to wait for
            }
            var at = PARAMETER.matcher(path).replaceAll(found -> values.get(found.group(1)));
            return request.urlEncodingEnabled(false).request(verb, at + query);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /** The contract is read once: some tests ask for each operation again. */
    private static final List<Operation> ALL = List.copyOf(read());

    public static List<Operation> all() {
        return ALL;
    }

    private static List<Operation> read() {
        var all = new ArrayList<Operation>();
        for (var path : new YAMLMapper()
                .readTree(Path.of("openapi.yaml").toFile())
                .path("paths")
                .properties()) {
            for (var verb : VERBS) {
                var operation = path.getValue().path(verb);
                if (!operation.isMissingNode()) {
                    all.add(read(verb, path.getKey(), operation));
                }
            }
        }
        return all;
    }

    private static Operation read(String verb, String path, JsonNode operation) {
        var roles = new TreeSet<String>();
        operation.path("x-kith-roles").forEach(role -> roles.add(role.asString()));
        var scopes = new ArrayList<String>();
        operation.path("x-kith-scopes").forEach(scope -> scopes.add(scope.asString()));
        var content = operation.path("requestBody").path("content").properties().stream()
                .findFirst();
        return new Operation(
                operation.path("operationId").asString(),
                verb.toUpperCase(Locale.ROOT),
                path,
                roles,
                operation.has("x-kith-scopes") ? scopes : null,
                content.map(Map.Entry::getKey).orElse(null),
                content.map(body -> example(body.getValue())).orElse(null),
                offers(operation.path("responses")),
                query(operation.path("parameters")));
    }

    private static List<String> offers(JsonNode responses) {
        return responses.properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .flatMap(response -> response.getValue().path("content").properties().stream())
                .map(Map.Entry::getKey)
                .distinct()
                .toList();
    }

    private static String query(JsonNode parameters) {
        var asked = new StringJoiner("&", "?", "").setEmptyValue("");
        for (var parameter : parameters) {
            if (parameter.path("in").asString().equals("query")
                    && parameter.path("required").asBoolean()) {
                var value = parameter.path("example").asString();
                asked.add(parameter.path("name").asString() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return asked.toString();
    }

    private static @Nullable ObjectNode example(JsonNode body) {
        var shown = body.has("example") ? body.path("example") : first(body.path("examples"));
        return shown instanceof ObjectNode object ? object : null;
    }

    private static JsonNode first(JsonNode examples) {
        for (var example : examples) {
            return example.path("value");
        }
        return examples;
    }
}
