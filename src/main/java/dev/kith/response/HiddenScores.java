package dev.kith.response;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which questionnaires' scores a client is not shown, so that a person tells them. Native: upserted. */
@ApplicationScoped
public class HiddenScores {
    private static final String READ =
            "select hidden, version from progress_visibility where practice_id = kith_practice() and client_id = ?";
    private static final String PUT = """
        insert into progress_visibility (practice_id, client_id, hidden, changed_by, changed_at, version)
        values (kith_practice(), ?, ?, ?, ?, ?)
        on conflict (practice_id, client_id) do update
        set hidden = excluded.hidden, changed_by = excluded.changed_by, changed_at = excluded.changed_at, version = excluded.version
        """;

    @Inject
    AgroalDataSource database;

    /**
     * What stands.
     *
     * @param questionnaires their keys, in order
     * @param version 0 until somebody chose
     */
    public record Hidden(List<String> questionnaires, int version) {}

    public Hidden of(UUID client) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ)) {
            select.setObject(1, client);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? new Hidden(List.of((String[]) row.getArray(1).getArray()), row.getInt(2))
                        : new Hidden(List.of(), 0);
            }
        }
    }

    /** In place of what was. Whoever may, and on which version, is for the caller to ask. */
    public void put(UUID client, Collection<String> hidden, UUID by, Instant at, int version) throws SQLException {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(PUT)) {
            upsert.setObject(1, client);
            upsert.setArray(2, connection.createArrayOf("text", hidden.toArray()));
            upsert.setObject(3, by);
            upsert.setObject(4, at.atOffset(ZoneOffset.UTC));
            upsert.setInt(5, version);
            upsert.executeUpdate();
        }
    }
}
