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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The words that practices laid over versions, in the running transaction. Each revision stays; the newest counts, and without words it is withdrawn. */
@ApplicationScoped
class VersionWords {
    private static final String NEWEST = """
        select * from (
          select distinct on (owner_id, key, version, language) owner_id, key, version, language, revision, words
          from %s where practice_id = ?%s
          order by owner_id, key, version, language, revision desc) newest
        where words is not null
        """;
    private static final String OVER = " and owner_id = ? and key = ? and version = ?";
    private static final String BESIDE = """
        select coalesce(sum(? + length(words::text)), 0) from (%s) counting
        where (owner_id, key, version, language) is distinct from (?, ?, ?, ?)
        """;
    private static final String ADD = """
        insert into %1$s (practice_id, owner_id, key, version, language, revision, words, made_by, made_at)
        select kith_practice(), ?, ?, ?, ?, coalesce(max(revision), 0) + 1, ?::jsonb, ?, ? from %1$s
        where practice_id = kith_practice() and owner_id = ? and key = ? and version = ? and language = ?
        returning revision
        """;

    @Inject
    AgroalDataSource database;

    /** All that count, over the practice's own versions and over the library's; none of a kind that takes no words. */
    List<StoredWords> newest(VersionTable table, UUID practice) {
        return table.words() == null ? List.of() : read(NEWEST.formatted(table.words(), ""), practice);
    }

    /** Those over one version, by language. */
    List<StoredWords> over(VersionTable table, UUID practice, StoredVersion version) {
        var sql = NEWEST.formatted(words(table), OVER);
        return read(sql, practice, version.owner(), version.key(), version.version());
    }

    private List<StoredWords> read(String sql, Object... values) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (var connection = database.getConnection();
                    var select = connection.prepareStatement(sql)) {
                for (var i = 0; i < values.length; i++) {
                    select.setObject(i + 1, values[i]);
                }
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
        });
    }

    /** What all that count take in memory, over all versions together, but for those in this language over this one. */
    int weightBeside(VersionTable table, UUID practice, StoredVersion over, String language) throws SQLException {
        var sql = BESIDE.formatted(NEWEST.formatted(words(table), ""));
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setInt(1, VersionCatalogue.A_VERSION);
            select.setObject(2, practice);
            select.setObject(3, over.owner());
            select.setString(4, over.key());
            select.setInt(5, over.version());
            select.setString(6, language);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /**
     * The next revision.
     *
     * @return its number
     */
    int add(VersionTable table, StoredVersion over, String language, @Nullable String words, UUID by, Instant at)
            throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD.formatted(words(table)))) {
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
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getInt("revision");
            }
        }
    }

    private static String words(VersionTable table) {
        return Objects.requireNonNull(table.words());
    }
}
