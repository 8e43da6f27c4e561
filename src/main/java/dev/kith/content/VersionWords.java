package dev.kith.content;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The words that practices laid over versions, in the running transaction. Each revision stays; the newest counts, and without words it is withdrawn. */
@ApplicationScoped
class VersionWords {
    private static final String NEWEST = """
        select * from (
          select distinct on (owner_id, key, version, language) owner_id, key, version, language, revision, words
          from %s where practice_id = ?
          order by owner_id, key, version, language, revision desc) newest
        where words is not null
        """;
    private static final String ADD = """
        insert into %1$s (practice_id, owner_id, key, version, language, revision, words, made_by, made_at)
        select kith_practice(), ?, ?, ?, ?, coalesce(max(revision), 0) + 1, ?::jsonb, ?, ? from %1$s
        where practice_id = kith_practice() and owner_id = ? and key = ? and version = ? and language = ?
        """;

    @Inject
    AgroalDataSource database;

    /** All that count, over the practice's own versions and over the library's; none of a kind that takes no words. */
    List<StoredWords> newest(VersionTable table, UUID practice) {
        var words = table.words();
        return words == null ? List.of() : QuarkusTransaction.joiningExisting().call(() -> read(words, practice));
    }

    private List<StoredWords> read(String table, UUID practice) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEWEST.formatted(table))) {
            select.setObject(1, practice);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<StoredWords>();
                while (row.next()) {
                    found.add(new StoredWords(
                            row.getObject("owner_id", UUID.class),
                            row.getString("key"),
                            row.getInt("version"),
                            row.getString("language"),
                            row.getInt("revision"),
                            row.getString("words")));
                }
                return List.copyOf(found);
            }
        }
    }

    /** The next revision. */
    void add(String table, StoredVersion over, String language, @Nullable String words, UUID by, Instant at)
            throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD.formatted(table))) {
            insert.setObject(1, over.owner());
            insert.setString(2, over.key());
            insert.setInt(3, over.version());
            insert.setString(4, language);
            insert.setString(5, words);
            insert.setObject(6, by);
            insert.setTimestamp(7, Timestamp.from(at));
            insert.setObject(8, over.owner());
            insert.setString(9, over.key());
            insert.setInt(10, over.version());
            insert.setString(11, language);
            insert.executeUpdate();
        }
    }
}
