package dev.kith.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/** Who may call: a bearer token or none, x-kith-roles for people, x-kith-scopes for integrations. */
final class Permissions {
    static final DotName ROLES = Code.name("jakarta.annotation.security.RolesAllowed");
    static final DotName ANYBODY = Code.name("jakarta.annotation.security.PermitAll");
    static final DotName ANY_TOKEN = Code.name("io.quarkus.security.Authenticated");
    private static final DotName SCOPE = Code.name("dev.kith.security.Scope");

    private static final List<String> EVERYBODY = List.of("admin", "client", "clinician", "integration", "supervisor");

    private Permissions() {}

    static boolean open(MethodInfo method) {
        if (method.hasAnnotation(ROLES) || method.hasAnnotation(ANY_TOKEN)) {
            return false; // on the method beats on the class
        }
        return Code.mark(method, ANYBODY) != null;
    }

    static boolean declared(MethodInfo method) {
        return open(method) || Code.mark(method, ROLES) != null || Code.mark(method, ANY_TOKEN) != null;
    }

    static void describe(Operation operation, MethodInfo method) {
        if (open(method)) {
            operation.setSecurity(new ArrayList<>());
            return;
        }
        operation.setSecurity(new ArrayList<>(
                List.of(OASFactory.createSecurityRequirement().addScheme("bearer", new ArrayList<>()))));
        var roles = method.hasAnnotation(ANY_TOKEN) ? null : Code.mark(method, ROLES);
        operation.addExtension(
                "x-kith-roles",
                roles == null
                        ? EVERYBODY
                        : Arrays.stream(roles.value().asStringArray()).sorted().toList());
        var scope = method.annotation(SCOPE);
        if (scope != null) {
            operation.addExtension("x-kith-scopes", List.of(scope.value().asString()));
        }
    }
}
