package dev.kith.contract;

import dev.kith.problem.Problem;
import dev.kith.problem.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/** Every way an operation can fail: by rule, and beyond that by {@code @Fails}. */
final class Problems {
    private static final DotName FAILS = Code.name("dev.kith.problem.Fails");
    private static final DotName IDEMPOTENT = Code.name("dev.kith.idempotency.Idempotent");

    private Problems() {}

    /** The shared responses, one for each type, with what the caller should do then. */
    static void describe(OpenAPI api) {
        var codes = Arrays.stream(ProblemType.values())
                .map(type -> (Object) type.uri())
                .toList();
        var problem = api.getComponents().getSchemas().get("Problem");
        var named = problem == null ? null : problem.getProperties().get("type");
        if (named == null) {
            throw new IllegalStateException("The schema of problems was not found.");
        }
        named.setEnumeration(new ArrayList<>(codes));
        for (var type : ProblemType.values()) {
            if (type == ProblemType.METHOD_NOT_ALLOWED) {
                continue; // no operation can answer it
            }
            var response = OASFactory.createAPIResponse()
                    .description(type.title() + " " + type.advice())
                    .content(OASFactory.createContent()
                            .addMediaType(
                                    Problem.MEDIA_TYPE,
                                    OASFactory.createMediaType()
                                            .schema(OASFactory.createSchema().ref("Problem"))
                                            .example(example(type))));
            if (type == ProblemType.TOO_MANY_REQUESTS || type == ProblemType.UNAVAILABLE) {
                response.addHeader("Retry-After", OASFactory.createHeader().ref("RetryAfter"));
            }
            if (type == ProblemType.UNAUTHENTICATED) {
                response.addHeader("WWW-Authenticate", OASFactory.createHeader().ref("WWWAuthenticate"));
            }
            api.getComponents().addResponse(nameOf(type), response);
        }
    }

    static void describe(Calls.Call call, MethodInfo method) {
        also(
                call,
                ProblemType.MALFORMED,
                ProblemType.NOT_ACCEPTABLE,
                ProblemType.TOO_MANY_REQUESTS,
                ProblemType.INTERNAL,
                ProblemType.UNAVAILABLE);
        var body = call.operation().getRequestBody() != null;
        if (!Permissions.open(method)) {
            also(call, ProblemType.UNAUTHENTICATED, ProblemType.FORBIDDEN);
        }
        if (body || !call.parameters().isEmpty()) {
            also(call, ProblemType.INVALID);
        }
        if (body) {
            also(call, ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
        if (call.path().contains("{")) {
            also(call, ProblemType.NOT_FOUND);
        }
        if (call.verb() != PathItem.HttpMethod.GET) {
            also(call, ProblemType.CONFLICT);
        }
        if (call.takes("If-Match")) {
            also(call, ProblemType.STALE, ProblemType.PRECONDITION_REQUIRED);
        }
        if (method.hasAnnotation(IDEMPOTENT)) {
            also(call, ProblemType.CONFLICT, ProblemType.INVALID);
        }
        var fails = method.annotation(FAILS);
        if (fails != null) {
            for (var type : fails.value().asEnumArray()) {
                also(call, ProblemType.valueOf(type));
            }
        }
    }

    private static void also(Calls.Call call, ProblemType... types) {
        var said = call.operation().getResponses();
        for (var type : types) {
            var status = String.valueOf(type.status());
            if (!said.hasAPIResponse(status)) {
                said.addAPIResponse(status, OASFactory.createAPIResponse().ref(nameOf(type)));
            }
        }
    }

    private static Map<String, Object> example(ProblemType type) {
        // Map.of has no order: the document would differ from build to build
        var example = new LinkedHashMap<String, Object>();
        example.put("type", type.uri());
        example.put("title", type.title());
        example.put("status", type.status());
        example.put("detail", null);
        example.put("instance", "/v1/clients");
        example.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        var fault = new LinkedHashMap<String, Object>();
        fault.put("pointer", "/schedule/start");
        fault.put("code", type == ProblemType.INVALID ? "not-null" : "wrong-type");
        fault.put("detail", type == ProblemType.INVALID ? "must not be null" : "is not of the type we take");
        var pointed = type == ProblemType.INVALID || type == ProblemType.MALFORMED;
        example.put("errors", pointed ? List.of(fault) : null);
        return example;
    }

    private static String nameOf(ProblemType type) {
        var name = new StringBuilder();
        for (var word : type.name().split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
