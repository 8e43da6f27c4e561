package dev.kith.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import dev.kith.refusal.Heard;
import dev.kith.refusal.Heeds;
import dev.kith.refusal.RefusedCall;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client completed where another log is completed already, and says something else, is kept beside that one as it is kept from
 * an app that was offline. Of what cannot be kept it is told that a stop rule was used.
 */
@ApplicationScoped
class HeedingLogs implements Heeds {
    @Inject
    HearingStops stops;

    @Inject
    LoggingLate late;

    @Inject
    ObjectMapper json;

    @Override
    public String kind() {
        return "log";
    }

    @Override
    public Set<Class<?>> bodies() {
        return Set.of(LogTask.class, PutLog.class, CorrectLog.class);
    }

    @Override
    public Heard heed(Caller caller, RefusedCall call) throws SQLException {
        try {
            var kept = kept(caller, call);
            if (kept != null) {
                return new Heard(null, kept);
            }
        } catch (ProblemException later) {
            if (later.type() != ProblemType.TOO_MANY_REQUESTS) {
                throw later;
            }
            stops.tell(caller, call);
            return new Heard(null, null, later);
        }
        stops.tell(caller, call);
        return Heard.NOTHING;
    }

    /** Null when it is nothing new, or can never be kept as it is; throws what is over when it is sent again. */
    private @Nullable UUID kept(Caller caller, RefusedCall call) throws SQLException {
        var completes = call.conflict()
                && caller.isClient()
                && call.isTrue("complete")
                && !call.body().containsKey("reason");
        var stands = completes ? stops.completed(caller, call).orElse(null) : null;
        if (stands == null) {
            return null;
        }
        try {
            var request = json.convertValue(call.body(), PutLog.class);
            var kept =
                    late.put(caller, stands, request, call.languages()).view().id();
            return kept.equals(stands) ? null : kept;
        } catch (ProblemException refusedToo) {
            if (refusedToo.retryAfter() != null) {
                throw refusedToo;
            }
            return null;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
