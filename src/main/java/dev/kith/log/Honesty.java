package dev.kith.log;

import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What a sender may say of whose words they are and of when: clients speak for themselves, and nobody in the future. */
final class Honesty {
    private static final Duration SKEW = Duration.ofMinutes(5);
    /** The way of a batch through the network may take longer the second time; its times then seem to be later by that. */
    private static final Duration RETRY = Duration.ofMinutes(1);

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");

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
            throw outOfRange();
        }
        return at;
    }

    /** For what comes late: by our clock, and what is still in the future after that was done just now. */
    static Instant doneAt(PutLog request, Instant now) {
        var said = request.authoredAt();
        if (said == null) {
            return now;
        }
        var theirs = request.clientTime();
        var at = theirs == null ? said : said.minus(Duration.between(now, theirs));
        if (said.isBefore(EARLIEST) || at.isBefore(EARLIEST)) {
            throw outOfRange();
        }
        return at.isAfter(now) ? now : at.truncatedTo(ChronoUnit.MICROS);
    }

    /** When it was said who may read the words of what comes late. */
    static Moment saidAt(PutLog request, Instant now) {
        var theirs = request.clientTime() == null ? now : request.clientTime();
        return request.authoredAt() == null
                ? Moment.offline(theirs, theirs, now)
                : Moment.offline(request.authoredAt(), theirs, now);
    }

    /**
     * When a choice was made that comes late.
     *
     * @param theirs what the app's clock shows now
     */
    static Moment saidAt(Instant saidAt, Instant theirs, Instant now) {
        if (saidAt.isBefore(EARLIEST) || saidAt.isAfter(LATEST)) {
            throw ProblemException.invalid("/saidAt", "out-of-range", "Between 1970 and 2300.");
        }
        return Moment.offline(saidAt, theirs, now);
    }

    /** Whether the sender says that the same words were written later than those that stand, rather than sending them again. */
    static boolean isWrittenAnew(PutLog request, Instant authoredAt, Instant stands) {
        return request.authoredAt() != null && authoredAt.isAfter(stands.plus(RETRY));
    }

    private static ProblemException outOfRange() {
        return ProblemException.invalid("/authoredAt", "out-of-range", "In the past, after 1970.");
    }
}
