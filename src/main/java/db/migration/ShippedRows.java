package db.migration;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Versions that ship, on their way into the library. New ones are added; one that is there already stays, and if its text has changed since, nothing
 * starts.
 *
 * @param table where versions of their kind lie
 */
record ShippedRows(String table, List<Row> rows) {
    private static final String LIBRARY = "00000000-0000-0000-0000-000000000000";

    /** One version: its definition in canonical JSON, and the checksum of that. */
    record Row(String key, int version, String title, String json, String checksum) {}

    /** Another one whenever a text is another. */
    int checksum() {
        var crc = new CRC32();
        rows.forEach(row -> crc.update(row.checksum().getBytes(StandardCharsets.US_ASCII)));
        return (int) crc.getValue();
    }

    void bring(Connection connection) throws SQLException {
        for (var row : rows) {
            add(connection, row);
            refuseIfChanged(connection, row);
        }
    }

    private void add(Connection connection, Row row) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into %s
                  (practice_id, key, version, state, title, definition, checksum, created_at, published_at)
                values (?::uuid, ?, ?, 'published', ?, ?::jsonb, ?, now(), now())
                on conflict (practice_id, key, version) do nothing
                """.formatted(table))) {
            insert.setString(1, LIBRARY);
            insert.setString(2, row.key());
            insert.setInt(3, row.version());
            insert.setString(4, row.title());
            insert.setString(5, row.json());
            insert.setString(6, row.checksum());
            insert.executeUpdate();
        }
    }

    private void refuseIfChanged(Connection connection, Row row) throws SQLException {
        try (var stored = connection.prepareStatement(
                "select checksum from %s where practice_id = ?::uuid and key = ? and version = ?".formatted(table))) {
            stored.setString(1, LIBRARY);
            stored.setString(2, row.key());
            stored.setInt(3, row.version());
            try (var found = stored.executeQuery()) {
                if (!found.next() || !row.checksum().equals(found.getString(1))) {
                    throw new IllegalStateException("%s version %d was changed after it was published: make version %d"
                            .formatted(row.key(), row.version(), row.version() + 1));
                }
            }
        }
    }
}
