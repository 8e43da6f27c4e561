package dev.kith.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An OpenAPI document, asked whether an exchange is one it describes. */
final class ContractDocument {
    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final JsonNode api;
    private final ContractSchemas schemas;
    private final List<Route> routes = new ArrayList<>();

    /** One operation: how it is called and where it stands. */
    record Route(String verb, Pattern pattern, String path, JsonNode operation) {
        String pointer() {
            return "/paths/" + ContractSchemas.escape(path) + "/" + verb.toLowerCase(Locale.ROOT);
        }
    }

    ContractDocument(Path file) {
        this(new YAMLMapper().readTree(file));
    }

    ContractDocument(JsonNode api) {
        this.api = api;
        this.schemas = new ContractSchemas(api);
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(entry -> {
                    if (entry.getValue().isObject() && entry.getValue().has("responses")) {
                        routes.add(new Route(
                                entry.getKey().toUpperCase(Locale.ROOT),
                                pattern(path.getKey()),
                                path.getKey(),
                                entry.getValue()));
                    }
                }));
        routes.sort(Comparator.comparingInt(route -> route.path.split("\\{", -1).length)); // /me before /{id}
    }

    private static Pattern pattern(String template) {
        var regex = new StringBuilder();
        for (var part : template.split("(?=\\{)|(?<=\\})", -1)) {
            regex.append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
        }
        return Pattern.compile(regex.toString());
    }

    JsonNode api() {
        return api;
    }

    List<Route> routes() {
        return List.copyOf(routes);
    }

    ContractSchemas schemas() {
        return schemas;
    }

    /** What is wrong with the exchange; empty when the document describes it. */
    List<String> check(Exchange exchange) {
        var verb = exchange.verb().equals("HEAD") ? "GET" : exchange.verb();
        var route = routes.stream()
                .filter(r -> r.verb.equals(verb)
                        && r.pattern.matcher(exchange.path()).matches())
                .findFirst();
        if (route.isEmpty()) {
            return exchange.status() == 404 || exchange.status() == 405
                    ? List.of()
                    : List.of("undocumented operation " + exchange.verb() + " " + exchange.path());
        }
        return check(exchange, route.get());
    }

    private List<String> check(Exchange exchange, Route route) {
        var at = route.pointer() + "/responses/" + exchange.status();
        var response = api.at(at);
        if (response.isMissingNode()) {
            return List.of("undocumented status " + exchange.status() + " for "
                    + route.operation.path("operationId").asString());
        }
        if (response.has("$ref")) {
            at = response.get("$ref").asString().substring(1);
            response = api.at(at);
        }
        var wrong = new ArrayList<String>();
        headers(exchange, response, at, wrong);
        if (!exchange.verb().equals("HEAD")) {
            body(exchange, response, at, wrong);
        }
        request(exchange, route, wrong);
        return wrong;
    }

    private void headers(Exchange exchange, JsonNode response, String at, List<String> wrong) {
        for (var entry : response.path("headers").properties()) {
            var header = entry.getValue();
            var where = at + "/headers/" + ContractSchemas.escape(entry.getKey());
            if (header.has("$ref")) {
                where = header.get("$ref").asString().substring(1);
                header = api.at(where);
            }
            var value = exchange.headers().get(entry.getKey());
            if (value == null) {
                if (header.path("required").asBoolean(false)) {
                    wrong.add("header " + entry.getKey() + " is missing");
                }
                continue;
            }
            var number = header.path("schema").path("type").asString("").matches("integer|number");
            for (var fault :
                    schemas.faults(where + "/schema", number ? json.readTree(value) : json.valueToTree(value))) {
                wrong.add("header " + entry.getKey() + ": " + fault);
            }
        }
    }

    private void body(Exchange exchange, JsonNode response, String at, List<String> wrong) {
        var content = response.path("content");
        var type = exchange.bareType();
        if (content.isMissingNode() || content.isEmpty()) {
            if (!exchange.body().isEmpty()) {
                wrong.add("a body where none is documented");
            }
        } else if (type == null || !content.has(type)) {
            wrong.add("content type " + exchange.type() + " is not among " + content.propertyNames());
        } else if (type.endsWith("/x-ndjson")) {
            exchange.body().lines().forEach(line -> {
                try {
                    json.readTree(line);
                } catch (JacksonException e) {
                    wrong.add("a line is not JSON: " + e.getOriginalMessage());
                }
            });
        } else if (type.endsWith("json")) {
            try {
                var schema = at + "/content/" + ContractSchemas.escape(type) + "/schema";
                wrong.addAll(schemas.faultsOfClosed(schema, json.readTree(exchange.body())));
            } catch (JacksonException e) {
                wrong.add("not JSON: " + e.getOriginalMessage());
            }
        }
    }

    /** What we accept must be what the document lets callers send. */
    private void request(Exchange exchange, Route route, List<String> wrong) {
        var type = exchange.bareRequestType();
        if (exchange.status() >= 300 || exchange.requestBody() == null || type == null) {
            return;
        }
        var at = route.pointer() + "/requestBody/content/" + ContractSchemas.escape(type);
        if (api.at(at).isMissingNode()) {
            wrong.add("accepted an undocumented request type " + type);
        } else if (type.endsWith("json")) {
            schemas.faults(at + "/schema", json.readTree(exchange.requestBody()))
                    .forEach(fault -> wrong.add("accepted a request that the document refuses: " + fault));
        }
    }
}
