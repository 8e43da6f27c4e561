package dev.kith.log;

import dev.kith.assignment.ClientTroubled;
import dev.kith.assignment.Gates;
import dev.kith.exercise.PublishedExercise;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** What a client did although somebody had said that a gate of it is closed: it is kept like all that was done, and the care team hears of it. */
@ApplicationScoped
class BehindClosedGate {
    @Inject
    Gates gates;

    @Inject
    Event<ClientTroubled> troubled;

    void tell(Caller caller, Log log, PublishedExercise exercise) {
        if (log.isComplete() && gates.wereClosedAt(log.clientId, exercise, log.authoredAt)) {
            troubled.fire(new ClientTroubled(caller, log.clientId, "done-behind-closed-gate", log.id, ""));
        }
    }
}
