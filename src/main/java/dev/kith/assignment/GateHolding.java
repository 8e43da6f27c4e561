package dev.kith.assignment;

import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.exercise.PublishedExercise;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Holds given work while a gate of its exercise is closed for its client, and lets it go on afterwards. Nobody is asked or reminded of it meanwhile, and it is
 * not missed. In its caller's transaction, which has the client's turn.
 */
@ApplicationScoped
class GateHolding {
    @Inject
    Assignments assignments;

    @Inject
    WorkGiven given;

    @Inject
    Assigning assigning;

    @Inject
    Postponing postponing;

    @Inject
    GateWords words;

    @Inject
    ExerciseCatalogue exercises;

    /** What came of looking. */
    record Looked(List<UUID> held, boolean anything) {}

    /** As the newest words say. What is held now and was not before, in the order in which it was given. */
    List<UUID> keep(Caller caller, UUID client) throws SQLException {
        var looked = look(caller, client);
        if (looked.anything()) {
            assigning.settle(client);
        }
        return looked.held();
    }

    /** The same; settled by the caller. */
    Looked look(Caller caller, UUID client) throws SQLException {
        var held = new ArrayList<UUID>();
        var changed = false;
        var gates = words.of(client);
        for (var one : assignments.gatedOf(client)) {
            var closed = isClosed(one, gates);
            if (closed && one.state() == AssignmentState.ACTIVE) {
                assigning.hold(caller, one, HeldBy.GATE);
                held.add(one.id);
            } else if (!closed && one.isHeldBy(HeldBy.GATE)) {
                postponing.goOn(caller, one, ScheduleChange.GATE_OPENED);
                changed = true;
            }
        }
        return new Looked(held, changed || !held.isEmpty());
    }

    /** What was given and has not ended, in the versions that the client would do. The caller has the client's turn. */
    List<PublishedExercise> given(UUID client) {
        return given.exercisesOf(client).stream()
                .map(one -> asked(one.owner(), one.key(), one.version(), one.policy()))
                .toList();
    }

    boolean isClosed(Assignment one) {
        return isClosed(one, words.of(one.clientId));
    }

    private boolean isClosed(Assignment one, ClientGates gates) {
        return one.exerciseKey != null && !gates.closedOf(asked(one)).isEmpty();
    }

    /** The version that the client would do. */
    PublishedExercise asked(Assignment one) {
        var work = one.work();
        return asked(work.owner(), work.key(), work.version(), one.versionPolicy);
    }

    private PublishedExercise asked(UUID owner, String key, int version, String policy) {
        var first = exercises.require(owner, key, version);
        return VersionPolicy.of(policy) == VersionPolicy.LATEST_COMPARABLE ? exercises.newestComparable(first) : first;
    }
}
