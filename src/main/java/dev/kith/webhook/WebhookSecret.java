package dev.kith.webhook;

import dev.kith.security.Sealing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of webhooks, and signatures made with them, after Standard Webhooks (standardwebhooks.com, 1.0): {@code whsec_} and 32
 * random bytes in Base64; HMAC-SHA256 over id, time and body, with dots between.
 */
@ApplicationScoped
class WebhookSecret {
    static final String PREFIX = "whsec_";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    @Inject
    Sealing sealing;

    /** One as the consumer keeps it, and as we do. */
    record Made(String told, byte[] sealed) {}

    Made make() {
        var random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new Made(PREFIX + Base64.getEncoder().encodeToString(random), sealing.seal(random));
    }

    /** The bytes to sign with; none when the newest cannot be opened, because the service's signing key was changed. */
    List<byte[]> open(byte[] sealed, byte @Nullable [] previous) {
        var newest = sealing.open(sealed);
        if (newest == null) {
            return List.of();
        }
        var before = previous == null ? null : sealing.open(previous);
        return before == null ? List.of(newest) : List.of(newest, before);
    }

    /** The header {@code webhook-signature}: one for each secret, with blanks between. */
    static String signatures(List<byte[]> secrets, String id, Instant at, String body) {
        var signed = (id + '.' + at.getEpochSecond() + '.' + body).getBytes(StandardCharsets.UTF_8);
        var signatures = new ArrayList<String>();
        for (var secret : secrets) {
            signatures.add("v1," + Base64.getEncoder().encodeToString(hmac(secret, signed)));
        }
        return String.join(" ", signatures);
    }

    private static byte[] hmac(byte[] secret, byte[] signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
