package dev.kith.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The token says who; roles and scopes come from the database, whatever the token was made with. */
@ApplicationScoped
class CallerFromToken implements SecurityIdentityAugmentor {
    @Inject
    Authority authority;

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return augment(identity, context, Map.of());
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        var call = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        return context.runBlocking(() -> withAuthority(token, call));
    }

    private SecurityIdentity withAuthority(JsonWebToken token, @Nullable RoutingContext call) {
        var caller = find(token);
        if (call != null) {
            call.put(Callers.ATTRIBUTE, caller);
        }
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addRoles(caller.roles())
                .addAttribute(Callers.ATTRIBUTE, caller)
                .build();
    }

    private Caller find(JsonWebToken token) {
        try {
            String sid = token.getClaim("sid");
            return authority
                    .of(
                            UUID.fromString(token.getClaim("practice")),
                            UUID.fromString(token.getSubject()),
                            sid == null ? null : UUID.fromString(sid))
                    .orElseThrow(AuthenticationFailedException::new);
        } catch (IllegalArgumentException | NullPointerException | ClassCastException notOurs) {
            throw new AuthenticationFailedException();
        } catch (SQLException away) {
            throw new DatabaseAway(away);
        }
    }

    /** The database did not answer who this is: 503, never 401. */
    static final class DatabaseAway extends RuntimeException {
        private static final long serialVersionUID = 1;

        DatabaseAway(SQLException cause) {
            super(cause);
        }
    }
}
