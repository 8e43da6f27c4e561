package dev.kith.audit;

import dev.kith.security.Caller;
import dev.kith.security.Callers;
import dev.kith.tenancy.Practices;
import io.quarkus.logging.Log;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * What a known caller was refused, 403 or 404, goes on the trail of their practice before the answer leaves: in a
 * transaction of its own, for that of the call is undone. The answer stays what it is, also when the row cannot be written.
 */
@Singleton
class Denials {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Inject
    Audit audit;

    @Inject
    Callers callers;

    @Inject
    Practices practices;

    @Inject
    Instance<Vertx> vertx; // filters are made before it is there

    @ServerResponseFilter
    public Uni<Void> refused(
            ContainerRequestContext request, ContainerResponseContext reply, @Nullable ResourceInfo operation) {
        var reason = reason(reply.getStatus());
        var caller = reason == null ? null : callers.known();
        if (reason == null || caller == null) {
            return Uni.createFrom().voidItem();
        }
        var denial = new Denial(caller, name(request, operation), subject(request.getUriInfo()), reason, audit.here());
        return Uni.createFrom()
                .completionStage(aside().<Void>executeBlocking(() -> write(denial), false)
                        .toCompletionStage())
                .onFailure()
                .recoverWithItem(Denials::lost);
    }

    private record Denial(
            Caller caller, String action, @Nullable UUID subject, String reason, AuditEntry.Origin from) {}

    /** A context of its own: that of the call may be left by its thread while we write. */
    private Context aside() {
        return VertxContext.createNewDuplicatedContext(vertx.get().getOrCreateContext());
    }

    private @Nullable Void write(Denial denial) {
        return practices.within(denial.caller().practice(), () -> {
            audit.denied(denial.caller(), denial.action(), denial.subject(), denial.reason(), denial.from());
            return null;
        });
    }

    private static @Nullable Void lost(Throwable e) {
        Log.warnf("a denial could not be put on the trail: %s", e.getClass().getName());
        return null;
    }

    private static @Nullable String reason(int status) {
        return switch (status) {
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "not-found";
            default -> null;
        };
    }

    /** As the contract names the operation. */
    private static String name(ContainerRequestContext request, @Nullable ResourceInfo operation) {
        var method = operation == null ? null : operation.getResourceMethod();
        return method == null ? request.getMethod() : method.getName();
    }

    /** The innermost thing that the path names by an id. */
    private static @Nullable UUID subject(UriInfo asked) {
        UUID innermost = null;
        for (var segment : asked.getPathSegments()) {
            if (ID.matcher(segment.getPath()).matches()) {
                innermost = UUID.fromString(segment.getPath());
            }
        }
        return innermost;
    }
}
