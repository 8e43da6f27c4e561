package dev.kith.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that are nearly ours: each is refused, in the same words. */
@QuarkusTest
class ForgedTokenTest {
    @Inject
    People people;

    @Inject
    SigningKeys keys;

    Someone admin;
    JwtClaims claims;
    KeyPair foreign;

    @BeforeEach
    void found() throws Exception {
        admin = people.practice();
        claims = JwtClaims.parse(
                new String(Base64.getUrlDecoder().decode(admin.token().split("\\.", -1)[1]), StandardCharsets.UTF_8));
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        foreign = generator.generateKeyPair();
    }

    @Test
    void oursIsTaken() throws JoseException {
        assertThat(me(signed(jws -> {})).statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasVerifiedBeforeIsRefusedOnceItIsOver() throws Exception {
        var almostOver = changed(c -> {
            var end = NumericDate.now();
            end.addSeconds(-3); // clocks may differ by five
            c.setExpirationTime(end);
            c.setClaim("iat", end.getValue() - 60);
        });
        assertThat(me(almostOver).statusCode()).isEqualTo(200);
        assertThat(me(almostOver).statusCode()).isEqualTo(200);
        var refusedBy = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (me(almostOver).statusCode() == 200 && System.nanoTime() < refusedBy) {
            Thread.sleep(250);
        }
        assertThat(me(almostOver).statusCode()).isEqualTo(401);
    }

    @Test
    void everyForgeryIsRefusedInTheSameWords() throws Exception {
        var replies = new HashSet<String>();
        for (var forgery : forgeries().entrySet()) {
            var reply = me(forgery.getValue());
            assertThat(reply.statusCode()).as(forgery.getKey()).isEqualTo(401);
            Map<String, Object> told = new LinkedHashMap<>(reply.jsonPath().getMap(""));
            told.remove("traceId");
            replies.add(told + reply.header("WWW-Authenticate"));
        }
        assertThat(replies).hasSize(1);
    }

    private Map<String, String> forgeries() throws Exception {
        var forged = new LinkedHashMap<String, String>();
        forged.put("expired", signed(jws -> {
            claims.setExpirationTimeMinutesInTheFuture(-1);
        }));
        forged.put("for ever", changed(c -> c.setExpirationTimeMinutesInTheFuture(600)));
        forged.put("without an end", changed(c -> c.unsetClaim("exp")));
        forged.put("for another audience", changed(c -> c.setAudience("elsewhere")));
        forged.put("for no audience", changed(c -> c.unsetClaim("aud")));
        forged.put("from another issuer", changed(c -> c.setIssuer("https://evil.example")));
        forged.put("about nobody", changed(c -> c.unsetClaim("sub")));
        forged.put("of no practice", changed(c -> c.unsetClaim("practice")));
        forged.put(
                "of another practice",
                changed(c -> c.setClaim("practice", people.practice().practice().toString())));
        forged.put(
                "of another session",
                changed(c -> c.setClaim("sid", people.practice().account().toString())));
        forged.put("of no session", changed(c -> c.unsetClaim("sid")));
        forged.put("of another type", signed(jws -> jws.setHeader("typ", "JWT")));
        forged.put("of no known key", signed(jws -> jws.setKeyIdHeaderValue("../../dev/null")));
        forged.put("by a foreign key under our name", signed(jws -> jws.setKey(foreign.getPrivate())));
        forged.put("bringing its key along", signed(jws -> {
            jws.setKey(foreign.getPrivate());
            jws.setJwkHeader(jwk());
            jws.setKeyIdHeaderValue("mine");
        }));
        forged.put("pointing at its key", signed(jws -> {
            jws.setKey(foreign.getPrivate());
            jws.setHeader("jku", "http://127.0.0.1:1/keys");
            jws.setHeader("x5u", "http://127.0.0.1:1/keys");
        }));
        forged.put("with the public key as a secret", signed(jws -> {
            jws.setAlgorithmHeaderValue("HS256");
            jws.setKey(publicKeyAsSecret());
        }));
        forged.put("with another algorithm", signed(jws -> jws.setAlgorithmHeaderValue("RS512")));
        forged.put("unsigned", signed(jws -> {
            jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            jws.setAlgorithmHeaderValue("none");
            jws.setKey(null);
        }));
        forged.put("cut", admin.token().substring(0, admin.token().lastIndexOf('.') + 1));
        forged.put(
                "altered",
                admin.token().replaceFirst("\\.(.)", "." + (admin.token().contains(".e") ? "f" : "e")));
        forged.put("a refresh token", "kr_AZrk5YnRcACabcdefghijklmnopqrstuvwxyz0123456789");
        forged.put("no token", "kith");
        return forged;
    }

    private String changed(Consumer<JwtClaims> change) throws Exception {
        var own = claims;
        claims = JwtClaims.parse(own.toJson());
        change.accept(claims);
        var token = signed(jws -> {});
        claims = own;
        return token;
    }

    private String signed(Consumer<JsonWebSignature> change) throws JoseException {
        var before = claims.toJson();
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("RS256");
        jws.setHeader("typ", "at+jwt");
        jws.setKeyIdHeaderValue(keys.signingId());
        jws.setKey(keys.signing());
        change.accept(jws);
        jws.setPayload(claims.toJson());
        jws.setDoKeyValidation(false);
        var token = jws.getCompactSerialization();
        try {
            claims = JwtClaims.parse(before);
        } catch (org.jose4j.jwt.consumer.InvalidJwtException e) {
            throw new AssertionError(e);
        }
        return token;
    }

    private PublicJsonWebKey jwk() {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(foreign.getPublic());
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }

    private Key publicKeyAsSecret() {
        var key = keys.verifying(keys.signingId());
        return new HmacKey(key == null ? new byte[0] : key.getEncoded());
    }

    private static Response me(String token) {
        return given().auth().oauth2(token).get("/v1/me");
    }
}
