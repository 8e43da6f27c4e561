package dev.kith.audit;

import dev.kith.audit.AuditEntry.Deed;
import dev.kith.limits.RequestOrigin;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import dev.kith.time.RealTime;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the trail, in the transaction of what it tells of: no change without its row, and no row without its change.
 * Actions are past-tense phrases such as {@code client.updated}; subjects are named by kind and id.
 */
@ApplicationScoped
public class Audit {
    private static final String CLIENT = "client";

    @Inject
    Entries entries;

    @Inject
    AuditRows rows;

    @Inject
    @RealTime
    Clock clock;

    @Inject
    RequestOrigin origin;

    /** Something was changed. */
    public void wrote(
            Caller caller, String action, String subjectKind, @Nullable UUID subjectId, @Nullable UUID clientId) {
        add(caller, new Deed(action, subjectKind, subjectId, clientId, "done", null));
    }

    /** Something was changed, and the person said why. */
    public void wrote(
            Caller caller,
            String action,
            String subjectKind,
            @Nullable UUID subjectId,
            @Nullable UUID clientId,
            String reason) {
        add(caller, new Deed(action, subjectKind, subjectId, clientId, "done", reason));
    }

    /** A client's record, or part of it, was read. */
    public void read(
            Caller caller, String action, String subjectKind, @Nullable UUID subjectId, @Nullable UUID clientId) {
        add(caller, new Deed(action, subjectKind, subjectId, clientId, "done", null));
    }

    /**
     * Of each of these clients something was read, in a list of many: a row each, so that each finds it in their access log, by one statement.
     * A list that shows nobody is one row that names nobody.
     */
    public void readEach(Caller caller, String action, Collection<UUID> clients) throws SQLException {
        if (clients.isEmpty()) {
            read(caller, action, CLIENT, null, null);
            return;
        }
        rows.add(clock.instant(), caller, action, CLIENT, clients, here());
    }

    /** Something was refused; {@code reason} is a code of ours, never what was sent. */
    public void denied(Caller caller, String action, @Nullable UUID subjectId, String reason) {
        add(caller, new Deed(action, "request", subjectId, null, "denied", reason));
    }

    /** A call was refused; told later than it came, so where it came from is told along. */
    void denied(Caller caller, String action, @Nullable UUID subjectId, String reason, AuditEntry.Origin from) {
        add(caller, new Deed(action, "request", subjectId, null, "denied", reason), from);
    }

    private void add(Caller caller, Deed deed) {
        add(caller, deed, here());
    }

    AuditEntry.Origin here() {
        return new AuditEntry.Origin(origin.requestId(), origin.address());
    }

    private void add(Caller caller, Deed deed, AuditEntry.Origin from) {
        entries.persist(new AuditEntry(Ids.next(), clock.instant(), caller, deed, from));
    }

    @ApplicationScoped
    static class Entries implements PanacheRepositoryBase<AuditEntry, UUID> {}
}
