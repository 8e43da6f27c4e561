package dev.kith.goal;

import dev.kith.idempotency.Turns;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** The three places that a client's active goals share. */
@ApplicationScoped
class GoalPlaces {
    private static final short MOST = 3;

    @Inject
    Goals goals;

    @Inject
    Turns turns;

    /**
     * The first that is free. Who asks for one client wait for each other; what slips by, the database refuses.
     *
     * @throws ProblemException 409 when all are taken
     */
    short free(Caller caller, UUID clientId) {
        turns.take(caller, "goals of " + clientId);
        var taken = goals.active(clientId).stream().map(Goal::place).toList();
        for (short place = 1; place <= MOST; place++) {
            if (!taken.contains(place)) {
                return place;
            }
        }
        throw ProblemException.conflict(
                "three-are-active", "Three goals at most are active; one is enough. End one of them first.");
    }
}
