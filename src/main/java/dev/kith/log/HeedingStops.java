package dev.kith.log;

import dev.kith.assignment.AssignedTask;
import dev.kith.assignment.TaskBook;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientTurns;
import dev.kith.problem.ProblemException;
import dev.kith.refusal.Heeds;
import dev.kith.refusal.RefusedCall;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a stop rule was used is told, though the log that says so is refused: about the log that stands, else about the id or the task
 * that it was sent to.
 */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class HeedingStops implements Heeds {
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

    @Override
    public String kind() {
        return "log";
    }

    @Override
    public Set<Class<?>> bodies() {
        return Set.of(LogTask.class, PutLog.class, CorrectLog.class);
    }

    @Override
    public @Nullable Object heed(Caller caller, RefusedCall call) throws SQLException {
        if (!call.isTrue("stopRuleUsed")) {
            return null;
        }
        var sent = call.inPath("logId");
        var named = sent == null ? null : logs.findById(sent);
        var client = client(caller, call, named);
        if (client != null) {
            turns.take(client);
            tell(caller, client, call, named);
        }
        return null;
    }

    private void tell(Caller caller, UUID client, RefusedCall call, @Nullable Log named) throws SQLException {
        var task = task(client, call);
        var stands = named == null && task != null && task.logId() != null ? logs.findById(task.logId()) : named;
        if (stands != null && stands.clientId.equals(client)) {
            if (!stands.saysStopRuleUsed()) {
                stopped.fire(new StopRuleUsed(caller, client, stands.id, stands.taskId, stands.exerciseKey));
            }
            return;
        }
        var sent = named == null ? call.inPath("logId") : null; // under another's id nothing is told
        var about = sent == null && task != null ? task.id() : sent;
        var exercise = task == null ? call.text("exercise") : task.work().key();
        if (about != null && exercise != null) {
            stopped.fire(new StopRuleUsed(caller, client, about, task == null ? null : task.id(), exercise));
        }
    }

    /** Whom it is about, if the caller may write there. */
    private @Nullable UUID client(Caller caller, RefusedCall call, @Nullable Log named) {
        var own = caller.clientId();
        var said = call.uuid("client");
        if (own != null) {
            return said == null || own.equals(said) ? own : null;
        }
        var client = said == null && named != null ? named.clientId : said;
        try {
            return client == null
                    ? null
                    : clients.requireCaredForBy(caller, client).id();
        } catch (ProblemException notTheirs) {
            return null;
        }
    }

    private @Nullable AssignedTask task(UUID client, RefusedCall call) throws SQLException {
        var id = call.inPath("taskId") == null ? call.uuid("task") : call.inPath("taskId");
        return id == null
                ? null
                : tasks.take(id)
                        .filter(found ->
                                found.clientId().equals(client) && found.work().isExercise())
                        .orElse(null);
    }
}
