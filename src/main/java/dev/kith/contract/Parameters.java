package dev.kith.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** Parameters that mean the same everywhere are described once, in META-INF/openapi.yaml; ids by the noun before them. */
final class Parameters {
    private static final DotName IDEMPOTENT = Code.name("dev.kith.idempotency.Idempotent");
    private static final DotName STREAMS = Code.name(Streams.class.getName());
    private static final DotName GET = Code.name("jakarta.ws.rs.GET");

    /** By place and name: the key under components. */
    private final Map<String, String> shared = new LinkedHashMap<>();

    Parameters(@Nullable Map<String, Parameter> components) {
        if (components != null) {
            components.forEach((key, parameter) -> shared.put(parameter.getIn() + " " + parameter.getName(), key));
        }
    }

    void describe(Calls.Call call, MethodInfo method) {
        var parameters = new ArrayList<Parameter>();
        for (var parameter : call.parameters()) {
            var key = shared.get(parameter.getIn() + " " + parameter.getName());
            if (key != null) {
                parameters.add(OASFactory.createParameter().ref(key));
            } else {
                explain(call.path(), parameter);
                parameters.add(parameter);
            }
        }
        if (method.hasAnnotation(IDEMPOTENT)) {
            add(parameters, "IdempotencyKey");
        }
        if (method.hasAnnotation(GET) && !method.hasAnnotation(STREAMS) && !Code.streams(method)) {
            add(parameters, "IfNoneMatch");
        }
        call.operation().setParameters(parameters.isEmpty() ? null : parameters);
    }

    private static void add(ArrayList<Parameter> parameters, String key) {
        if (parameters.stream().noneMatch(p -> p.getRef() != null && p.getRef().endsWith("/" + key))) {
            parameters.add(OASFactory.createParameter().ref(key));
        }
    }

    /** {@code /clients/{id}} needs no words of its own: the id of the client. */
    private static void explain(String path, Parameter parameter) {
        var name = parameter.getName();
        if (parameter.getIn() != Parameter.In.PATH || parameter.getDescription() != null) {
            return;
        }
        var before = path.substring(0, Math.max(0, path.indexOf("/{" + name + "}")));
        var noun = before.substring(before.lastIndexOf('/') + 1).replace('-', ' ');
        if (noun.endsWith("s") && (name.equals("id") || name.endsWith("Id") || name.equals("key"))) {
            var what = name.equals("key") ? "key" : "id";
            parameter.setDescription("The " + what + " of the " + noun.substring(0, noun.length() - 1) + ".");
        }
    }
}
