package dev.kith.response;

import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What a sender may say of whose answers they are and of when: clients answer for themselves, and nobody in the future. */
final class Honesty {
    private static final Duration SKEW = Duration.ofMinutes(5);
    /** The way of a batch through the network may take longer the second time; its times then seem to be later by that. */
    private static final Duration RETRY = Duration.ofMinutes(1);

    static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private Honesty() {}

    static UUID client(Caller caller, PutResponse request) {
        var id = caller.isClient() && request.client() == null ? caller.clientId() : request.client();
        if (id == null) {
            throw ProblemException.invalid("/client", "missing", "Say whom it is about.");
        }
        return id;
    }

    /** For what comes at once: clients answer now, others say when. */
    static void requireAtOnce(Caller caller, PutResponse request, Instant now) {
        requireOwn(caller, request);
        var authoredAt = request.authoredAt();
        if (authoredAt == null) {
            return;
        }
        if (caller.isClient()) {
            throw ProblemException.invalid(
                    "/authoredAt", "not-allowed", "Clinicians and integrations say when; an app sends clientTime.");
        }
        if (authoredAt.isAfter(now.plus(SKEW)) || authoredAt.isBefore(EARLIEST)) {
            throw outOfRange();
        }
    }

    /**
     * For what comes late: when it was given, by our clock. The app says it by its own and says what that shows now, so the
     * difference is known; what is still in the future after that was given just now.
     */
    static Instant byOurClock(Caller caller, PutResponse request, Instant now) {
        requireOwn(caller, request);
        var said = request.authoredAt();
        if (said == null) {
            return now;
        }
        if (said.isBefore(EARLIEST)) {
            throw outOfRange();
        }
        var theirs = request.clientTime();
        var at = theirs == null ? said : said.minus(Duration.between(now, theirs));
        if (at.isBefore(EARLIEST)) {
            throw outOfRange();
        }
        return at.isAfter(now) ? now : at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether the sender says that the same words were written later than those that stand, rather than sending them again. */
    static boolean isWrittenAnew(PutResponse request, Instant authoredAt, Instant stands) {
        return request.authoredAt() != null && authoredAt.isAfter(stands.plus(RETRY));
    }

    private static void requireOwn(Caller caller, PutResponse request) {
        if (caller.isClient() && request.author() != Author.CLIENT) {
            throw ProblemException.invalid("/author", "not-allowed", "A client's answers are the client's own.");
        }
    }

    private static ProblemException outOfRange() {
        return ProblemException.invalid("/authoredAt", "out-of-range", "In the past, after 1970.");
    }
}
