package dev.kith.time;

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

    static UUID at(long millis) {
        var high = (millis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0fffL);
        var low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
