package dev.kith.identity;

import dev.kith.audit.Audit;
import dev.kith.identity.Integrations.Candidate;
import dev.kith.limits.RequestOrigin;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import dev.kith.security.AccessTokens;
import dev.kith.security.Caller;
import dev.kith.security.Roles;
import dev.kith.tenancy.Practices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signs practice software in by its own secret. */
@ApplicationScoped
class IntegrationSigningIn {
    @Inject
    Integrations integrations;

    @Inject
    Passwords passwords;

    @Inject
    SignInThrottle throttle;

    @Inject
    AccessTokens tokens;

    @Inject
    Practices practices;

    @Inject
    Audit audit;

    @Inject
    RequestOrigin origin;

    TokenResource.TokenView signIn(Credentials credentials) throws SQLException {
        var address = Objects.requireNonNullElse(origin.address(), "unknown");
        throttle.count(credentials.clientId(), address);
        var candidates = integrations.toSignIn(credentials.clientId());
        if (candidates.isEmpty()) {
            passwords.matchNobody(credentials.secret());
        }
        for (var candidate : candidates) {
            if (passwords.matches(credentials.secret(), candidate.secretHash())) {
                throttle.takeBack(credentials.clientId(), address);
                return token(candidate);
            }
        }
        throw ProblemException.ofToken(
                ProblemType.UNAUTHENTICATED, "invalid_client", "The client_id or the client_secret is wrong.");
    }

    private TokenResource.TokenView token(Candidate found) {
        var caller = new Caller(
                found.practice(),
                found.integration(),
                Caller.Kind.INTEGRATION,
                null,
                null,
                Set.of(),
                Set.copyOf(found.scopes()),
                null,
                "");
        practices.within(found.practice(), () -> {
            audit.wrote(caller, "token.issued", "integration", found.integration(), null);
            return null;
        });
        return TokenResource.TokenView.of(
                tokens.make(found.practice(), found.integration(), null, Set.of(Roles.INTEGRATION)),
                String.join(" ", found.scopes()));
    }

    /** What an integration showed. */
    record Credentials(String clientId, String secret) {
        static Credentials of(
                @Nullable String grant, @Nullable String id, @Nullable String secret, @Nullable String basic) {
            if (!"client_credentials".equals(grant)) {
                throw ProblemException.ofToken(
                        ProblemType.MALFORMED, "unsupported_grant_type", "Only client_credentials.");
            }
            if (id != null && secret != null) {
                return new Credentials(id, secret);
            }
            if (basic != null && basic.startsWith("Basic ")) {
                return ofBasic(basic.substring("Basic ".length()));
            }
            throw ProblemException.ofToken(
                    ProblemType.UNAUTHENTICATED, "invalid_client", "Send client_id and client_secret.");
        }

        private static Credentials ofBasic(String encoded) {
            try {
                var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
                var colon = pair.indexOf(':');
                if (colon > 0) {
                    return new Credentials(decoded(pair.substring(0, colon)), decoded(pair.substring(colon + 1)));
                }
            } catch (IllegalArgumentException notBase64) {
                // falls through to the refusal: what was sent is not told back
            }
            throw ProblemException.ofToken(
                    ProblemType.UNAUTHENTICATED, "invalid_client", "The Basic header cannot be read.");
        }

        private static String decoded(String part) {
            return java.net.URLDecoder.decode(part, StandardCharsets.UTF_8);
        }
    }
}
