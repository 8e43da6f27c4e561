package dev.kith.sync;

import dev.kith.assignment.Pacing;
import dev.kith.audit.Audit;
import dev.kith.log.LoggingLate;
import dev.kith.problem.PartProblems;
import dev.kith.problem.ProblemType;
import dev.kith.response.BringingLate;
import dev.kith.security.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes in one item at a time. Each door opens a transaction of its own, so that what fails takes nothing else with it. */
@ApplicationScoped
class Taking {
    @Inject
    BringingLate responses;

    @Inject
    LoggingLate logs;

    @Inject
    Remembering words;

    @Inject
    Pacing tasks;

    @Inject
    PartProblems problems;

    @Inject
    Audit audit;

    /** @param theirs what the app's clock shows now */
    SyncItemResult take(Caller caller, Item item, Instant theirs, @Nullable String languages) {
        try {
            return taken(caller, item, theirs, languages);
        } catch (Exception e) { // whatever it is, it is this item's alone
            return refused(caller, item.index(), item.id(), e);
        }
    }

    private SyncItemResult taken(Caller caller, Item item, Instant theirs, @Nullable String languages)
            throws SQLException {
        if (item instanceof Item.Skip skip) {
            var sent = skip.sent();
            return SyncItemResult.of(item, tasks.skipLate(caller, sent.task(), sent.barrier(), sent.note()));
        }
        if (item instanceof Item.Logged logged) {
            return SyncItemResult.of(
                    item, logs.put(caller, item.id(), logged.sent().sentAt(theirs), languages));
        }
        if (item instanceof Item.Shared shared) {
            return SyncItemResult.of(item, words.release(caller, shared, theirs));
        }
        var sent = ((Item.Answered) item).sent().sentAt(theirs);
        return SyncItemResult.of(item, responses.put(caller, item.id(), sent, languages));
    }

    /** What is not the client's to reach is on the trail, as for a call of its own. */
    SyncItemResult refused(Caller caller, int index, @Nullable UUID id, Exception e) {
        var problem = problems.of(e, "/items/" + index);
        if (problem.status() == ProblemType.NOT_FOUND.status()) {
            QuarkusTransaction.requiringNew().run(() -> audit.denied(caller, "sync", id, "not-found"));
        }
        return SyncItemResult.refused(index, id, problem);
    }
}
