package dev.kith.questionnaire;

import dev.kith.definition.Definitions;
import dev.kith.questionnaire.Published.State;
import dev.kith.tenancy.Practices;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Versions as they lie in the database: the library's, which everybody reads, and those of the practice whose transaction it
 * is. Native, for the mapping's restriction to one practice hides the library.
 */
@ApplicationScoped
public class StoredVersions {
    private static final String COLUMNS = """
        select id, practice_id, key, version, state, change, revision, checksum, definition::text as definition
        from questionnaire_version
        """;
    private static final String PUBLISHED = COLUMNS + """
        where practice_id = ? and state in ('published', 'retired') order by key, version
        """;
    private static final String DRAFTS = COLUMNS + """
        where practice_id = ? and state = 'draft' order by key
        """;
    private static final String DRAFTS_OF = COLUMNS + "where practice_id = ? and key = ? and state = 'draft'";
    private static final String ONE = COLUMNS + "where practice_id = ? and key = ? and version = ?";

    @Inject
    AgroalDataSource database;

    /**
     * One row.
     *
     * @param change editorial or substantive; null for drafts, and for the library, where the model tells
     * @param revision counts the changes of a draft
     * @param json in the database's order of keys
     */
    public record Stored(
            UUID id,
            UUID owner,
            String key,
            int version,
            State state,
            @Nullable String change,
            int revision,
            String checksum,
            String json) {

        Published ready(int since) {
            return Published.of(owner, Definitions.readJson(json), state, since);
        }
    }

    /** What an owner published, retired ones too, by key and version. */
    List<Stored> published(UUID owner) {
        return read(PUBLISHED, owner);
    }

    /** The drafts of a practice, by key. */
    List<Stored> drafts(UUID practice) {
        return read(DRAFTS, practice);
    }

    List<Stored> draftsOf(UUID practice, String key) {
        return read(DRAFTS_OF, practice, key);
    }

    /** One version in any state. */
    public Optional<Stored> find(UUID owner, String key, int version) {
        return read(ONE, owner, key, version).stream().findFirst();
    }

    /** In the transaction that runs, or in one of its own: without one the walls show nothing. */
    private List<Stored> read(String sql, Object... values) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (var connection = database.getConnection();
                    var select = connection.prepareStatement(sql)) {
                for (var i = 0; i < values.length; i++) {
                    select.setObject(i + 1, values[i]);
                }
                try (var row = select.executeQuery()) {
                    var found = new ArrayList<Stored>();
                    while (row.next()) {
                        found.add(stored(row));
                    }
                    return List.copyOf(found);
                }
            }
        });
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getObject("id", UUID.class),
                row.getObject("practice_id", UUID.class),
                row.getString("key"),
                row.getInt("version"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("change"),
                row.getInt("revision"),
                row.getString("checksum"),
                row.getString("definition"));
    }

    /** The library, from code that is in no practice. */
    List<Stored> library(Practices practices) {
        return practices.outside(() -> published(Practices.LIBRARY));
    }
}
