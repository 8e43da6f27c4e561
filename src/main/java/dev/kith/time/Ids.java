package dev.kith.time;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.UUID;

/** The one maker of ids: UUID version 7 (RFC 9562), so that rows made together lie together. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new id: 48 bits of milliseconds, then 74 random bits. */
    public static UUID next() {
        return at(System.currentTimeMillis());
    }

    /** The same id for the same name, always: UUID version 8 from its SHA-256. For what must be found again without being written down. */
    public static UUID of(String name) {
        try {
            var digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
            var high = (digest.getLong() & 0xffffffffffff0fffL) | 0x8000L;
            return new UUID(high, variant(digest.getLong()));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    static UUID at(long millis) {
        var high = (millis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0fffL);
        return new UUID(high, variant(RANDOM.nextLong()));
    }

    private static long variant(long low) {
        return (low & 0x3fffffffffffffffL) | 0x8000000000000000L;
    }
}
