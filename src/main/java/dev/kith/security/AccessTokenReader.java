package dev.kith.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kith.time.RealTime;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Reads access tokens as RFC 8725 asks: one algorithm, our issuer, our audience, our type, our keys by {@code kid} only
 * (never a key or an address that the token brings along), ten minutes at most. A token whose signature was seen to be right is not verified again
 * while it lasts; who may do what is asked of the database at each call all the same.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class AccessTokenReader extends JWTCallerPrincipalFactory {
    private static final int SKEW_SECONDS = 5;
    private static final int LONGEST = 8_000;
    private static final int REMEMBERED = 10_000;

    @Inject
    SigningKeys keys;

    @Inject
    Tokens config;

    @Inject
    @RealTime
    Clock clock;

    private final Cache<String, JWTCallerPrincipal> verified = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(AccessTokens.LIFE)
            .build();

    private JwtConsumer consumer = new JwtConsumerBuilder().build();

    @PostConstruct
    void rules() {
        consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver((jws, nesting) -> {
                    var key = keys.verifying(jws.getKeyIdHeaderValue());
                    if (key == null) {
                        throw new UnresolvableKeyException("not a key of ours");
                    }
                    return key;
                })
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setExpectedType(true, AccessTokens.TYPE)
                .setExpectedIssuer(true, config.issuer)
                .setExpectedAudience(true, AccessTokens.AUDIENCE)
                .setRequireSubject()
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes((int) AccessTokens.LIFE.toMinutes() + 1)
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .build();
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo ignored) throws ParseException {
        if (token.length() > LONGEST) {
            throw new ParseException("too long for a token of ours");
        }
        try {
            var known = verified.getIfPresent(token);
            if (known == null) {
                known = new DefaultJWTCallerPrincipal(consumer.process(token).getJwtClaims());
                verified.put(token, known);
            } else if (known.getExpirationTime() + SKEW_SECONDS
                    <= clock.instant().getEpochSecond()) {
                throw new ParseException("a token that is over");
            }
            return known;
        } catch (InvalidJwtException e) {
            throw new ParseException("not a token of ours"); // the cause quotes the token
        }
    }
}
