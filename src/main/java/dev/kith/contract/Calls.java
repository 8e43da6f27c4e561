package dev.kith.contract;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Walks the operations of a document. */
final class Calls {
    private Calls() {}

    /** One operation and where it stands. */
    record Call(String path, PathItem.HttpMethod verb, Operation operation) {
        List<Parameter> parameters() {
            return operation.getParameters() == null ? List.of() : operation.getParameters();
        }

        boolean takes(String parameter) {
            return parameters().stream()
                    .anyMatch(p -> parameter.equals(p.getName())
                            || (p.getRef() != null && p.getRef().endsWith("/" + parameter.replace("-", ""))));
        }
    }

    static void each(OpenAPI api, Consumer<Call> visit) {
        if (api.getPaths().getPathItems() == null) {
            return;
        }
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((verb, operation) -> visit.accept(new Call(path, verb, operation))));
    }
}
