package dev.kith.contract;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Reference;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.jspecify.annotations.Nullable;

/** Shared headers and parameters that no operation names are left out. */
final class Spare {
    private final Set<String> named = new HashSet<>();

    void remove(OpenAPI api) {
        Calls.each(api, call -> {
            call.parameters().forEach(this::name);
            call.operation()
                    .getResponses()
                    .getAPIResponses()
                    .values()
                    .forEach(response -> headers(response.getHeaders()));
        });
        var components = api.getComponents();
        if (components.getResponses() != null) {
            components.getResponses().values().forEach(response -> headers(response.getHeaders()));
        }
        if (components.getHeaders() != null) {
            components.setHeaders(used(components.getHeaders()));
        }
        if (components.getParameters() != null) {
            components.setParameters(used(components.getParameters()));
        }
    }

    private void headers(@Nullable Map<String, Header> headers) {
        if (headers != null) {
            headers.values().forEach(this::name);
        }
    }

    private void name(Reference<?> part) {
        if (part.getRef() != null) {
            named.add(Shapes.nameOf(part.getRef()));
        }
    }

    private <T> Map<String, T> used(Map<String, T> parts) {
        var used = new TreeMap<>(parts);
        used.keySet().retainAll(named);
        return used;
    }
}
