package dev.kith.assignment;

import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The door for programs that hold back what they gave: nobody is asked for it meanwhile, and it is not missed. In its caller's transaction; the caller has
 * the client's turn and has asked whose client it is.
 */
@ApplicationScoped
public class HeldWork {
    @Inject
    Assignments assignments;

    @Inject
    Assigning assigning;

    @Inject
    Postponing postponing;

    @Inject
    GateHolding holding;

    @Inject
    ScheduleBook book;

    /** Those of these that run; what somebody paused stays so afterwards. What a gate holds is the program's to give back from now on. */
    public void hold(Caller caller, Collection<UUID> ids) throws SQLException {
        var held = assignments.stillGoing(ids).stream()
                .filter(one -> one.state() == AssignmentState.ACTIVE || one.isHeldBy(HeldBy.GATE))
                .toList();
        for (var one : held) {
            if (one.state() == AssignmentState.ACTIVE) {
                assigning.hold(caller, one, HeldBy.PROGRAM);
            } else {
                one.passTo(HeldBy.PROGRAM);
            }
        }
        if (!held.isEmpty()) {
            assigning.settle(held.get(0).clientId);
        }
    }

    /**
     * Once, after the last that was given back: the client's week holds no more than they want, and what else of theirs goes by an exercise with a
     * gate that is closed is held.
     */
    public void settle(Caller caller, UUID client) throws SQLException {
        holding.look(caller, client);
        assigning.settle(client);
    }

    /** Of this one nothing had opened when it was held: it comes so many days later. Settled by the caller. */
    public void giveBack(Caller caller, UUID id, long days) throws SQLException {
        for (var one : assignments.stillGoing(List.of(id))) {
            if (days != 0) {
                postponing.later(caller, one, book.of(one), days, ScheduleChange.PROGRAM_MOVED);
            }
            if (one.isHeldBy(HeldBy.PROGRAM)) {
                assigning.become(caller, one, AssignmentState.ACTIVE, null);
            }
        }
    }

    /** This one had begun when it was held: it goes on from where it stopped. Settled by the caller. */
    public void goOn(Caller caller, UUID id) throws SQLException {
        for (var one : assignments.stillGoing(List.of(id))) {
            if (one.isHeldBy(HeldBy.PROGRAM)) {
                postponing.goOn(caller, one, ScheduleChange.PROGRAM_MOVED);
            }
        }
    }
}
