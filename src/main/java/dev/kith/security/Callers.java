package dev.kith.security;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Hands the caller of this request to resource methods. */
@ApplicationScoped
public class Callers {
    static final String ATTRIBUTE = "kith.caller";

    @Inject
    SecurityIdentity identity;

    /** The caller; 401 when there is none. */
    public Caller current() {
        Caller caller = identity.getAttribute(ATTRIBUTE);
        if (caller == null) {
            throw new UnauthorizedException();
        }
        return caller;
    }
}
