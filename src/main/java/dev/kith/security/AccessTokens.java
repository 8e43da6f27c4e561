package dev.kith.security;

import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes access tokens (RFC 9068): they say who, for ten minutes; what they may do is asked of the database each time. */
@ApplicationScoped
public class AccessTokens {
    /** How long an access token is taken. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    static final String AUDIENCE = "kith";
    static final String TYPE = "at+jwt";

    @Inject
    SigningKeys keys;

    @Inject
    Tokens config;

    /** A signed token; {@code session} is null for integrations. */
    public String make(UUID practice, UUID principal, @Nullable UUID session, Set<String> roles) {
        var claims = Jwt.issuer(config.issuer)
                .audience(AUDIENCE)
                .subject(principal.toString())
                .groups(roles)
                .claim("practice", practice.toString())
                .claim("amr", Set.of(session == null ? "client-secret" : "pwd"))
                .expiresIn(LIFE);
        if (session != null) {
            claims.claim("sid", session.toString());
        }
        return claims.jws().header("typ", TYPE).keyId(keys.signingId()).sign(keys.signing());
    }
}
