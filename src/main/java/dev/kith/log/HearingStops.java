package dev.kith.log;

import dev.kith.assignment.AssignedTask;
import dev.kith.assignment.TaskBook;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientTurns;
import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.refusal.RefusedCall;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks at logs that were refused. That a stop rule was used is told: about the log that stands, else about the task or, where it names none, the id that it
 * was sent to. Where the client's app has sent too much to keep more today, one id of the day and the exercise stands for all ids that it was sent to. What
 * stands for many is opened again by each of them, once.
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
    WhoseLog whose;

    @Inject
    ExerciseCatalogue exercises;

    @Inject
    Unplanned unplanned;

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
        if (task != null) { // which no day bounds: it is taken as soon as it is mended
            stopped.fire(new StopRuleUsed(
                    caller, client, task.id(), task.id(), task.work().key(), sent));
            return;
        }
        var exercise = call.text("exercise");
        if (sent != null && exercise != null) {
            var day = fullDay(caller, client);
            stopped.fire(
                    day == null
                            ? new StopRuleUsed(caller, client, sent, null, exercise)
                            : new StopRuleUsed(caller, client, ofDay(client, day, exercise), null, exercise, sent));
        }
    }

    /** What is no exercise that we know is all one. */
    private UUID ofDay(UUID client, LocalDate day, String exercise) {
        var known = exercises.findCurrent(exercise).isPresent() ? exercise : "";
        return Ids.of("stopped of " + client + " on " + day + ": " + known);
    }

    /** The day in which the client's app has sent so much that nothing more of it is kept; null where there is room. */
    private @Nullable LocalDate fullDay(Caller caller, UUID id) {
        var client = clients.require(id);
        return unplanned.hasRoom(caller, client) ? null : unplanned.today(client);
    }

    /** Empty when the caller may not write there. */
    private Optional<Address> address(Caller caller, RefusedCall call) throws SQLException {
        var id = call.inPath("logId");
        var client = clients.findAddressed(caller, call.uuid("client"), () -> named(id))
                .orElse(null);
        if (client == null) {
            return Optional.empty();
        }
        turns.take(client);
        return Optional.of(new Address(client, id == null ? null : logs.findById(id), task(client, call)));
    }

    /** The client of the log that it was sent to. */
    private @Nullable UUID named(@Nullable UUID log) {
        return log == null ? null : whose.clientOf(log).stream().findFirst().orElse(null);
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
