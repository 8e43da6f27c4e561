package dev.kith.security;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Hands the caller of this request to resource methods. */
@ApplicationScoped
public class Callers {
    static final String ATTRIBUTE = "kith.caller";

    @Inject
    SecurityIdentity identity;

    @Inject
    CurrentVertxRequest request;

    @Inject
    Authority authority;

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

    /** When the token of this request ends; for what goes on after its reply began. */
    public Instant tokenEndsAt() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : Instant.EPOCH;
    }

    /**
     * Whether this is still who may call, with the very same rights: their session goes on, nobody disabled them, and no role or
     * scope came or went. Asks the database, in no transaction.
     */
    public boolean isStill(Caller caller) throws SQLException {
        return authority
                .of(caller.practice(), caller.id(), caller.session())
                .filter(now ->
                        now.roles().equals(caller.roles()) && now.scopes().equals(caller.scopes()))
                .isPresent();
    }
}
