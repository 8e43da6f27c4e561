package dev.kith.log;

import dev.kith.assignment.GivenWork;
import dev.kith.exercise.LogValues;
import dev.kith.exercise.Sharing;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may read which words of a log. Clients read all of their own, and of a clinician's what is shared. Of a client's words the care team reads what is shared, and
 * what is to be shared at the session once an appointment has begun after we knew that and the words, and which we knew of before it
 * began, so that no reader opens words by telling of a session; programs read what is shared. What is
 * still a draft is read by nobody else. A clinician's words are the care team's.
 */
@ApplicationScoped
class Discretion {
    @Inject
    GivenWork work;

    @Inject
    ValuesJson json;

    /** One reader's eyes on logs of one client; the appointments are asked for once, and only where they matter. */
    final class Reader {
        private final Caller caller;
        private final UUID client;
        private @Nullable Optional<Instant> lastAppointment;

        private Reader(Caller caller, UUID client) {
            this.caller = caller;
            this.client = client;
        }

        /** The log as it is now. */
        LogValues sees(Log log, LogValues values) {
            return Words.seen(values, eyes(log));
        }

        /** What it said before: no wider than its words are shared now, and what was taken out is the client's again. */
        LogValues sawBefore(Log log, LogValues now, LogValues then) {
            var shared = Words.sharing(now);
            var eyes = eyes(log);
            return Words.seen(
                    then,
                    (place, sharing) -> eyes.mayRead(
                            place, narrower(sharing, Objects.requireNonNullElse(shared.get(place), Sharing.PRIVATE))));
        }

        private Words.Eyes eyes(Log log) {
            if (log.hasWordsOf(caller)) {
                return (place, sharing) -> true;
            }
            if (!log.isComplete()) {
                return (place, sharing) -> false;
            }
            if (caller.memberId() == null) { // a program; or the client, of a clinician's words
                return (place, sharing) -> sharing == Sharing.SHARED;
            }
            return (place, sharing) -> switch (sharing) {
                case SHARED -> true;
                case SHARE_AT_SESSION -> metSince(json.said(log), place);
                case PRIVATE -> false;
            };
        }

        private boolean metSince(Map<String, Instant> said, String place) {
            if (lastAppointment == null) {
                lastAppointment = work.lastForetoldAppointmentOf(client);
            }
            var since = said.get(place);
            return since != null
                    && lastAppointment.filter(began -> began.isAfter(since)).isPresent();
        }
    }

    Reader of(Caller caller, UUID client) {
        return new Reader(caller, client);
    }

    private static Sharing narrower(Sharing one, Sharing other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
