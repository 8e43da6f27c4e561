package dev.kith.log;

import dev.kith.assignment.AssignedTask;
import dev.kith.assignment.TaskBook;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientTurns;
import dev.kith.refusal.RefusedCall;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks at logs that were refused. That a stop rule was used is told: about the log that stands, else about the id or the task that it
 * was sent to.
 */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class HearingStops {
    @Inject
    ClientDirectory clients;

    @Inject
    ClientTurns turns;

    @Inject
    TaskBook tasks;

    @Inject
    Logs logs;

    @Inject
    Event<StopRuleUsed> stopped;

    /** What a refused log was sent to; the client's turn is taken. */
    private record Address(
            UUID client, @Nullable Log named, @Nullable AssignedTask task) {

        /** The log that is there, under the id or of the task. */
        @Nullable
        Log stands(Logs logs) {
            var there = named == null && task != null && task.logId() != null ? logs.findById(task.logId()) : named;
            return there != null && there.clientId.equals(client) ? there : null;
        }
    }

    /** The completed log that stands where it was sent to. */
    Optional<UUID> completed(Caller caller, RefusedCall call) throws SQLException {
        return address(caller, call)
                .map(address -> address.stands(logs))
                .filter(Log::isComplete)
                .map(log -> log.id);
    }

    /** Again, it changes nothing. */
    void tell(Caller caller, RefusedCall call) throws SQLException {
        var address = call.isTrue("stopRuleUsed") ? address(caller, call) : Optional.<Address>empty();
        if (address.isPresent()) {
            tell(caller, address.get(), call);
        }
    }

    private void tell(Caller caller, Address address, RefusedCall call) {
        var client = address.client();
        var task = address.task();
        var stands = address.stands(logs);
        if (stands != null) {
            if (!stands.saysStopRuleUsed()) {
                stopped.fire(new StopRuleUsed(caller, client, stands.id, stands.taskId, stands.exerciseKey));
            }
            return;
        }
        var sent = address.named() == null ? call.inPath("logId") : null; // under another's id nothing is told
        var about = sent == null && task != null ? task.id() : sent;
        var exercise = task == null ? call.text("exercise") : task.work().key();
        if (about != null && exercise != null) {
            stopped.fire(new StopRuleUsed(caller, client, about, task == null ? null : task.id(), exercise));
        }
    }

    /** Empty when the caller may not write there. */
    private Optional<Address> address(Caller caller, RefusedCall call) throws SQLException {
        var client = clients.findAddressed(caller, call.uuid("client"), () -> {
                    var there = named(call);
                    return there == null ? null : there.clientId;
                })
                .orElse(null);
        if (client == null) {
            return Optional.empty();
        }
        turns.take(client);
        return Optional.of(new Address(client, named(call), task(client, call)));
    }

    private @Nullable Log named(RefusedCall call) {
        var id = call.inPath("logId");
        return id == null ? null : logs.findById(id);
    }

    private @Nullable AssignedTask task(UUID client, RefusedCall call) throws SQLException {
        var id = call.task();
        return id == null
                ? null
                : tasks.take(id)
                        .filter(found ->
                                found.clientId().equals(client) && found.work().isExercise())
                        .orElse(null);
    }
}
