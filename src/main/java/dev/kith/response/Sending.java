package dev.kith.response;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What every sender of answers says about the sending. */
interface Sending {
    @Nullable
    Instant startedAt();

    @Nullable
    Instant clientTime();

    @Nullable
    String timeZone();

    @Nullable
    String language();
}
