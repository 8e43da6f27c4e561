package dev.kith.sync;

import dev.kith.assignment.Pacing;
import dev.kith.assignment.SkippedLate;
import dev.kith.audit.Audit;
import dev.kith.log.LoggingLate;
import dev.kith.problem.PartProblems;
import dev.kith.problem.ProblemType;
import dev.kith.refusal.Refusals;
import dev.kith.refusal.RefusedCall;
import dev.kith.response.BringingLate;
import dev.kith.security.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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
    Refusals refusals;

    @Inject
    Audit audit;

    /**
     * An item as it was sent.
     *
     * @param theirs what the app's clock shows now
     */
    record Sent(int index, Map<String, @Nullable Object> raw, Instant theirs) {}

    SyncItemResult take(Caller caller, Item item, Sent sent, @Nullable String languages) {
        try {
            return taken(caller, item, sent.theirs(), languages);
        } catch (Exception e) { // whatever it is, it is this item's alone
            return refused(caller, sent, languages, e);
        }
    }

    private SyncItemResult taken(Caller caller, Item item, Instant theirs, @Nullable String languages)
            throws SQLException {
        if (item instanceof Item.Skip skip) {
            var sent = skip.sent();
            var late = new SkippedLate(sent.barrier(), sent.note(), sent.skippedAt(), theirs);
            return SyncItemResult.of(item, tasks.skipLate(caller, sent.task(), late));
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

    /** What is not the client's to reach is on the trail, as for a call of its own; what must not be lost of it is heard. */
    SyncItemResult refused(Caller caller, Sent sent, @Nullable String languages, Exception e) {
        var id = Items.idOf(sent.raw());
        var at = "/items/" + sent.index();
        var problem = problems.of(e, at);
        if (problem.status() == ProblemType.NOT_FOUND.status()) {
            QuarkusTransaction.requiringNew().run(() -> audit.denied(caller, "sync", id, "not-found"));
        }
        var kind = String.valueOf(sent.raw().get("kind"));
        var told = refusals.ofItem(caller, kind, call(sent, id, languages), problem, at);
        return SyncItemResult.refused(sent.index(), id, told);
    }

    /** As a call of its own; what could be kept as it is has been. */
    private static RefusedCall call(Sent sent, @Nullable UUID id, @Nullable String languages) {
        var body = new HashMap<String, @Nullable Object>(sent.raw());
        body.put("clientTime", sent.theirs().toString());
        var path = id == null ? Map.<String, String>of() : Map.of("responseId", id.toString(), "logId", id.toString());
        return new RefusedCall(body, path, false, languages);
    }
}
