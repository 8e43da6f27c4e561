package dev.kith.log;

import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a sender may say of whose words they are and of when: clients speak for themselves, and nobody in the future. */
final class Honesty {
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private Honesty() {}

    static LogAuthor author(Caller caller, PutLog request) {
        if (caller.isClient()) {
            if (request.author() == LogAuthor.CLINICIAN) {
                throw ProblemException.invalid("/author", "not-allowed", "A client's words are the client's own.");
            }
            return LogAuthor.CLIENT;
        }
        if (request.author() == null) {
            throw ProblemException.invalid("/author", "missing", "Say whose words they are.");
        }
        return request.author();
    }

    /** For what comes at once: it is done now. */
    static void requireNoTimeOfAClient(Caller caller, PutLog request) {
        if (caller.isClient() && request.authoredAt() != null) {
            throw ProblemException.invalid(
                    "/authoredAt", "not-allowed", "Clinicians and integrations say when; an app sends clientTime.");
        }
    }

    /** By our clock: an app whose own is wrong says by how much with clientTime. */
    static @Nullable Instant authoredAt(Caller caller, PutLog request, Instant now) {
        var said = request.authoredAt();
        if (said == null) {
            return null;
        }
        var theirs = request.clientTime();
        var at = caller.isClient() && theirs != null ? said.minus(Duration.between(now, theirs)) : said;
        if (at.isAfter(now.plus(SKEW)) || at.isBefore(EARLIEST)) {
            throw ProblemException.invalid("/authoredAt", "out-of-range", "In the past, after 1970.");
        }
        return at;
    }
}
