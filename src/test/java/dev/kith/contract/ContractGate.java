package dev.kith.contract;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stands in every test without being asked: no response passes that openapi.yaml does not describe. */
public class ContractGate implements Filter, QuarkusTestBeforeEachCallback {
    static final Path FILE = Path.of("openapi.yaml");
    /** Pages and operators' addresses, not the API. */
    private static final List<String> FOR_PEOPLE = List.of("/q/", "/problems/", "/docs/");

    private static @Nullable ContractDocument document;

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(this);
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext next) {
        var response = next.next(request, expected);
        var path = URI.create(request.getURI()).getRawPath();
        if (FOR_PEOPLE.stream().anyMatch(path::startsWith)) {
            return response;
        }
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        response.getHeaders().forEach(header -> headers.put(header.getName(), header.getValue()));
        var exchange = new Exchange(
                request.getMethod(),
                path,
                request.getContentType(),
                request.getBody() instanceof String body ? body : null,
                response.statusCode(),
                headers,
                response.contentType(),
                response.asString());
        var wrong = document().check(exchange);
        if (!wrong.isEmpty()) {
            throw new AssertionError("openapi.yaml does not describe " + exchange.verb() + " " + path + " -> "
                    + exchange.status() + ": " + wrong + "\n" + exchange.body());
        }
        return response;
    }

    static synchronized ContractDocument document() {
        if (document == null) {
            if (!Files.exists(FILE)) {
                throw new AssertionError("There is no openapi.yaml yet: " + ContractTest.UPDATE);
            }
            document = new ContractDocument(FILE);
        }
        return document;
    }
}
