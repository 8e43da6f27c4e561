package dev.kith.contract;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** What a reader of the contract would miss. All gaps are gathered, then the build fails once. */
final class Gaps {
    private final List<String> found = new ArrayList<>();

    void look(Calls.Call call, MethodInfo method) {
        var operation = call.operation();
        var at = call.verb() + " " + call.path() + " (" + operation.getOperationId() + ")";
        need(has(operation.getSummary()), at + " has no summary");
        need(has(operation.getDescription()), at + " has no description");
        need(operation.getTags() != null && !operation.getTags().isEmpty(), at + " has no tag");
        need(Permissions.declared(method), at + " does not say who may call it");
        for (var parameter : call.parameters()) {
            if (parameter.getIn() == Parameter.In.PATH) {
                need(has(parameter.getDescription()), at + " does not describe {" + parameter.getName() + "}");
            }
        }
    }

    void need(boolean there, String gap) {
        if (!there) {
            found.add(gap);
        }
    }

    void failIfAny() {
        if (!found.isEmpty()) {
            throw new IllegalStateException("The contract has gaps:\n  " + String.join("\n  ", found));
        }
    }

    private static boolean has(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
