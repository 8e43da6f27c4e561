package dev.kith.identity;

import dev.kith.audit.Audit;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What one can do with one's own sessions: see them, end them. */
@ApplicationScoped
@Transactional
class Ending {
    @Inject
    Sessions sessions;

    @Inject
    Audit audit;

    @Inject
    @RealTime
    Clock clock;

    List<OwnSessionView> list(Caller caller) {
        return sessions.openOf(caller.id(), clock.instant()).stream()
                .map(s -> OwnSessionView.of(s, s.id.equals(caller.session())))
                .toList();
    }

    void end(Caller caller, UUID id, String why) {
        var session = sessions.findByIdOptional(id)
                .filter(s -> s.accountId.equals(caller.id()))
                .orElseThrow(ProblemException::notFound);
        session.end(why, clock.instant());
        audit.wrote(caller, "session.ended", "session", id, caller.clientId());
    }

    /** Signs out. An integration has no session to end. */
    void endCurrent(Caller caller) {
        if (caller.session() != null) {
            end(caller, caller.session(), "signed-out");
        }
    }
}
