package dev.kith.response;

import java.time.Instant;
import java.util.UUID;

/** Where a response stands among a client's, in the order in which they were given. */
public record ResponsePlace(Instant at, UUID id) {

    /** Before all that was given at this moment. */
    public static ResponsePlace from(Instant at) {
        return new ResponsePlace(at, new UUID(0, 0));
    }
}
