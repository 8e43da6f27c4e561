package db.migration;

import dev.kith.definition.Definitions;
import dev.kith.definition.ReadDefinition;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Brings the shipped questionnaires into the library, as the owner of the schema, whenever the content folder changed. New versions are added; a
 * version that is there already stays, and if its text has changed since, nothing starts.
 */
public class R__Library extends BaseJavaMigration {

    private static final String LIBRARY = "00000000-0000-0000-0000-000000000000";

    private final List<ReadDefinition> shipped = Definitions.shipped();

    @Override
    public Integer getChecksum() {
        var crc = new CRC32();
        shipped.forEach(read -> crc.update(read.checksum().getBytes(StandardCharsets.US_ASCII)));
        return (int) crc.getValue();
    }

    @Override
    public void migrate(Context context) throws SQLException {
        for (var read : shipped) {
            add(context.getConnection(), read);
            refuseIfChanged(context.getConnection(), read);
        }
    }

    private static void add(Connection connection, ReadDefinition read) throws SQLException {
        var definition = read.definition();
        try (var insert = connection.prepareStatement("""
                insert into questionnaire_version
                  (practice_id, key, version, state, title, definition, checksum, created_at, published_at)
                values (?::uuid, ?, ?, 'published', ?, ?::jsonb, ?, now(), now())
                on conflict (practice_id, key, version) do nothing
                """)) {
            insert.setString(1, LIBRARY);
            insert.setString(2, definition.key());
            insert.setInt(3, definition.version());
            insert.setString(4, definition.title().in(definition.languages().get(0)));
            insert.setString(5, read.json());
            insert.setString(6, read.checksum());
            insert.executeUpdate();
        }
    }

    private static void refuseIfChanged(Connection connection, ReadDefinition read) throws SQLException {
        var definition = read.definition();
        try (var stored = connection.prepareStatement(
                "select checksum from questionnaire_version where practice_id = ?::uuid and key = ? and version = ?")) {
            stored.setString(1, LIBRARY);
            stored.setString(2, definition.key());
            stored.setInt(3, definition.version());
            try (var row = stored.executeQuery()) {
                if (!row.next() || !read.checksum().equals(row.getString(1))) {
                    throw new IllegalStateException("%s version %d was changed after it was published: make version %d"
                            .formatted(definition.key(), definition.version(), definition.version() + 1));
                }
            }
        }
    }
}
