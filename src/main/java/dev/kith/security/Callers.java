package dev.kith.security;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Hands the caller of this request to resource methods. */
@ApplicationScoped
public class Callers {
    static final String ATTRIBUTE = "kith.caller";

    @Inject
    SecurityIdentity identity;

    @Inject
    CurrentVertxRequest request;

    /** The caller; 401 when there is none. */
    public Caller current() {
        Caller caller = identity.getAttribute(ATTRIBUTE);
        if (caller == null) {
            throw new UnauthorizedException();
        }
        return caller;
    }

    /** Whose token this call came with and was found good; null for nobody, and where nobody is asked. */
    public @Nullable Caller known() {
        var call = request.getCurrent();
        return call == null ? null : call.get(ATTRIBUTE);
    }
}
