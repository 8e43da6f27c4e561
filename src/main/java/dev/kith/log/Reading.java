package dev.kith.log;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks at logs, with the eyes of whoever asks. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Reading {
    @Inject
    Logs logs;

    @Inject
    RevisionBook revisions;

    @Inject
    ClientDirectory clients;

    @Inject
    LogDirectory directory;

    @Inject
    ValuesJson json;

    @Inject
    Discretion discretion;

    @Inject
    Rendering rendering;

    @Inject
    Audit audit;

    LogView read(Caller caller, UUID id) {
        var log = logs.require(id);
        clients.requireCaredForBy(caller, log.clientId);
        audit.read(caller, "log.read", "log", id, log.clientId);
        return rendering.view(caller, log);
    }

    List<LogRevisionView> revisions(Caller caller, UUID id) throws SQLException {
        var log = logs.require(id);
        clients.requireCaredForBy(caller, log.clientId);
        audit.read(caller, "log.revisions-read", "log", id, log.clientId);
        var reader = discretion.of(caller, log.clientId);
        var definition = directory.exercise(log).definition();
        var now = json.read(definition, log);
        return revisions.of(id).stream()
                .map(kept -> {
                    var then = json.read(definition, kept.before(), kept.during(), kept.after());
                    var seen = reader.sawBefore(log, now, then);
                    return new LogRevisionView(
                            kept.revision(),
                            seen.before(),
                            seen.during(),
                            seen.after(),
                            kept.stopRuleUsed(),
                            kept.replacedAt(),
                            kept.replacedBy(),
                            kept.reason());
                })
                .toList();
    }

    Slice<LogView> list(Caller caller, UUID clientId, @Nullable String exercise, @Nullable Cursor after, int limit) {
        clients.requireCaredForBy(caller, clientId);
        audit.read(caller, "logs.listed", "client", clientId, clientId);
        var reader = discretion.of(caller, clientId);
        return Slice.of(logs.pageOf(clientId, exercise, after, limit), limit, log -> Cursor.of(log.authoredAt, log.id))
                .map(log -> rendering.view(reader, log));
    }
}
