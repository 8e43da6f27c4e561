package dev.kith.response;

import dev.kith.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where answers come from: whose, typed by whom, when and with what clock. */
record Origin(
        Author author,
        UUID enteredBy,
        @Nullable Instant startedAt,
        Instant authoredAt,
        Instant receivedAt,
        @Nullable Long clientClockAheadMs,
        @Nullable String timeZone,
        String language) {

    static Origin of(Author author, Caller caller, Sending sent, Instant authoredAt, Instant now, String language) {
        var theirs = sent.clientTime();
        return new Origin(
                author,
                caller.id(),
                sent.startedAt(),
                authoredAt,
                now,
                theirs == null ? null : Duration.between(now, theirs).toMillis(),
                sent.timeZone(),
                language);
    }
}
