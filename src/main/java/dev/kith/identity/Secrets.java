package dev.kith.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * Opaque secrets: 256 random bits behind the id of the practice that they belong to, so that the wall can be entered
 * before they are looked up. Only their SHA-256 is stored.
 */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 32;
    private static final int WHOLE = 16 + RANDOM_BYTES;

    private Secrets() {}

    /** A new one; {@code kind} is a short prefix that keeps one kind from being taken for another. */
    static String make(String kind, UUID practice) {
        var random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        var whole = ByteBuffer.allocate(WHOLE)
                .putLong(practice.getMostSignificantBits())
                .putLong(practice.getLeastSignificantBits())
                .put(random);
        return kind + Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
    }

    /** The practice of a secret of this kind; empty for anything else. */
    static Optional<UUID> practiceOf(String kind, String secret) {
        if (!secret.startsWith(kind)) {
            return Optional.empty();
        }
        try {
            var whole = Base64.getUrlDecoder().decode(secret.substring(kind.length()));
            if (whole.length != WHOLE) {
                return Optional.empty();
            }
            var bytes = ByteBuffer.wrap(whole);
            return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
