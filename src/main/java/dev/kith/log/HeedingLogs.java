package dev.kith.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.refusal.Heard;
import dev.kith.refusal.Heeds;
import dev.kith.refusal.Keeping;
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
        var completes = call.isTrue("complete") && call.mayBeKept(caller);
        var stands = completes ? stops.completed(caller, call).orElse(null) : null;
        return Keeping.orTell(() -> stands == null ? null : kept(caller, call, stands), () -> {
            stops.tell(caller, call);
            return null;
        });
    }

    private @Nullable Heard kept(Caller caller, RefusedCall call, UUID stands) throws SQLException {
        var request = json.convertValue(call.body(), PutLog.class);
        var kept = late.put(caller, stands, request, call.languages()).view().id();
        return kept.equals(stands) ? null : new Heard(null, kept);
    }
}
