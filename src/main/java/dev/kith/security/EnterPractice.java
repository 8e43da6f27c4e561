package dev.kith.security;

import dev.kith.limits.Limits;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import dev.kith.tenancy.Practices;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Once we know who asks: their practice is entered, their quota counted, an integration's scope checked. */
class EnterPractice {
    @Inject
    SecurityIdentity identity;

    @Inject
    Practices practices;

    @Inject
    Limits limits;

    @ServerRequestFilter
    public void enter(ResourceInfo operation) {
        var method = operation.getResourceMethod();
        if (method == null || method.isAnnotationPresent(PermitAll.class)) {
            return; // an open operation does not ask who calls, even when a token came along
        }
        Caller caller = identity.getAttribute(Callers.ATTRIBUTE);
        if (caller == null) {
            return; // the role check has answered, or will
        }
        practices.enter(caller.practice());
        limits.take(caller.id().toString());
        if (caller.isIntegration()) {
            var scope = method.getAnnotation(Scope.class);
            var open = scope != null
                    && (scope.value().equals(Scope.ANY) || caller.scopes().contains(scope.value()));
            if (!open) {
                throw new ProblemException(
                        ProblemType.FORBIDDEN,
                        scope == null
                                ? "Not open to integrations."
                                : "The integration needs the scope " + scope.value() + ".");
            }
        }
    }
}
