package dev.kith.audit;

import dev.kith.security.Caller;
import dev.kith.time.Ids;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

/** Adds a row for each of many clients. Native: one statement, whatever their number. */
@ApplicationScoped
class AuditRows {
    private static final String ADD = """
        insert into audit_entry (practice_id, id, at, actor_kind, actor_id, session_id, action, subject_kind, subject_id, client_id,
                                 outcome, request_id, address)
        select kith_practice(), shown.id, ?::timestamptz, ?, ?::uuid, ?::uuid, ?, ?, shown.client, shown.client, 'done', ?, ?
        from unnest(?::uuid[], ?::uuid[]) as shown (id, client)
        """;

    @Inject
    AgroalDataSource database;

    void add(
            Instant at,
            Caller actor,
            String action,
            String subjectKind,
            Collection<UUID> clients,
            AuditEntry.Origin origin)
            throws SQLException {
        var ids = clients.stream().map(client -> Ids.next()).toArray();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, at.atOffset(ZoneOffset.UTC));
            insert.setString(2, actor.kind().code());
            insert.setObject(3, actor.id());
            insert.setObject(4, actor.session());
            insert.setString(5, action);
            insert.setString(6, subjectKind);
            insert.setString(7, origin.requestId());
            insert.setString(8, origin.address());
            insert.setArray(9, connection.createArrayOf("uuid", ids));
            insert.setArray(10, connection.createArrayOf("uuid", clients.toArray()));
            insert.executeUpdate();
        }
    }
}
