package dev.kith.content;

import dev.kith.tenancy.Practices;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Versions as they lie in the database: the library's, which everybody reads, and those of the practice whose transaction it is. Native, for one statement
 * serves every kind, and the mapping's restriction to one practice hides the library.
 */
@ApplicationScoped
public class VersionRows {
    @Inject
    AgroalDataSource database;

    @Inject
    Practices practices;

    /** What an owner published, retired ones too, by key and version. */
    List<StoredVersion> published(VersionTable table, UUID owner) {
        return read(table, "practice_id = ? and state in ('published', 'retired') order by key, version", owner);
    }

    /** The library, from code that is in no practice. */
    List<StoredVersion> library(VersionTable table) {
        return practices.outside(() -> published(table, Practices.LIBRARY));
    }

    /** The drafts of a practice, by key. */
    public List<StoredVersion> drafts(VersionTable table, UUID practice) {
        return read(table, "practice_id = ? and state = 'draft' order by key", practice);
    }

    /** The draft of this key; there is one at most. */
    public Optional<StoredVersion> draftOf(VersionTable table, UUID practice, String key) {
        return read(table, "practice_id = ? and key = ? and state = 'draft'", practice, key).stream()
                .findFirst();
    }

    /** One version in any state. */
    public Optional<StoredVersion> find(VersionTable table, UUID owner, String key, int version) {
        return read(table, "practice_id = ? and key = ? and version = ?", owner, key, version).stream()
                .findFirst();
    }

    /** In the transaction that runs, or in one of its own: without one the walls show nothing. */
    List<StoredVersion> read(VersionTable table, String where, Object... values) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (var connection = database.getConnection();
                    var select = connection.prepareStatement(
                            "select *, definition::text as json from " + table.table() + " where " + where)) {
                for (var i = 0; i < values.length; i++) {
                    select.setObject(i + 1, values[i]);
                }
                try (var row = select.executeQuery()) {
                    var found = new ArrayList<StoredVersion>();
                    while (row.next()) {
                        found.add(stored(row));
                    }
                    return List.copyOf(found);
                }
            }
        });
    }

    private static StoredVersion stored(ResultSet row) throws SQLException {
        return new StoredVersion(
                row.getObject("id", UUID.class),
                row.getObject("practice_id", UUID.class),
                row.getString("key"),
                row.getInt("version"),
                VersionState.of(row.getString("state")),
                row.getString("title"),
                row.getString("json"),
                row.getString("checksum"),
                row.getString("change"),
                row.getTimestamp("created_at").toInstant(),
                row.getObject("edited_by") == null ? Practices.LIBRARY : row.getObject("edited_by", UUID.class),
                row.getTimestamp(row.getObject("edited_at") == null ? "created_at" : "edited_at")
                        .toInstant(),
                row.getObject("published_by", UUID.class),
                instant(row.getTimestamp("published_at")),
                row.getObject("retired_by", UUID.class),
                instant(row.getTimestamp("retired_at")),
                row.getString("retire_reason"),
                row.getInt("revision"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
