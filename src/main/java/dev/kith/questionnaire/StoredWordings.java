package dev.kith.questionnaire;

import dev.kith.definition.ReadWording;
import dev.kith.definition.Wordings;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The wordings that practices attached, in the running transaction. Each revision stays; the newest counts. */
@ApplicationScoped
public class StoredWordings {
    private static final String NEWEST = """
        select * from (
          select distinct on (questionnaire_practice_id, questionnaire_key, questionnaire_version, language)
                 questionnaire_practice_id, questionnaire_key, questionnaire_version, language, revision, words
          from wording where practice_id = ?%s
          order by questionnaire_practice_id, questionnaire_key, questionnaire_version, language, revision desc) newest
        where words is not null
        """;
    private static final String OVER =
            " and questionnaire_practice_id = ? and questionnaire_key = ? and questionnaire_version = ?";
    private static final String BESIDE = """
        select coalesce(sum(%d + length(words::text)), 0) from (%s) counting
        where (questionnaire_practice_id, questionnaire_key, questionnaire_version, language) is distinct from (?, ?, ?, ?)
        """;
    private static final String ADD = """
        insert into wording (practice_id, questionnaire_practice_id, questionnaire_key, questionnaire_version, language,
                             revision, words, made_by, made_at)
        select kith_practice(), ?, ?, ?, ?, coalesce(max(revision), 0) + 1, ?::jsonb, ?, ? from wording
        where practice_id = kith_practice() and questionnaire_practice_id = ? and questionnaire_key = ?
          and questionnaire_version = ? and language = ?
        returning revision
        """;

    @Inject
    AgroalDataSource database;

    /** One wording, and which revision of it. */
    public record Attached(ReadWording read, int revision) {
        public String language() {
            return read.wording().language();
        }
    }

    private record Row(Shelf.Name name, Attached attached) {}

    /** All that count, by the version that they lie over. */
    Map<Shelf.Name, List<ReadWording>> of(UUID practice) {
        var found = new HashMap<Shelf.Name, List<ReadWording>>();
        read(NEWEST.formatted(""), practice)
                .forEach(one -> found.computeIfAbsent(one.name(), name -> new ArrayList<>())
                        .add(one.attached().read()));
        return found;
    }

    /** Those over one version. */
    public List<Attached> over(UUID practice, Published version) {
        return read(NEWEST.formatted(OVER), practice, version.owner(), version.key(), version.version()).stream()
                .map(Row::attached)
                .toList();
    }

    public Optional<Attached> find(UUID practice, Published version, String language) {
        return over(practice, version).stream()
                .filter(one -> one.language().equals(language))
                .findFirst();
    }

    /** What all that count take in memory, over all versions together, but for those in this language over this one. */
    public int weightBeside(UUID practice, Published over, String language) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(BESIDE.formatted(Shelf.A_VERSION, NEWEST.formatted("")))) {
            select.setObject(1, practice);
            select.setObject(2, over.owner());
            select.setString(3, over.key());
            select.setInt(4, over.version());
            select.setString(5, language);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /**
     * The next revision; without words it is withdrawn.
     *
     * @return its number
     */
    public int add(Published version, String language, @Nullable ReadWording words, UUID by, Instant at)
            throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, version.owner());
            insert.setString(2, version.key());
            insert.setInt(3, version.version());
            insert.setString(4, language);
            insert.setString(5, words == null ? null : words.json());
            insert.setObject(6, by);
            insert.setTimestamp(7, Timestamp.from(at));
            insert.setObject(8, version.owner());
            insert.setString(9, version.key());
            insert.setInt(10, version.version());
            insert.setString(11, language);
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getInt("revision");
            }
        }
    }

    private List<Row> read(String sql, Object... values) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (var connection = database.getConnection();
                    var select = connection.prepareStatement(sql)) {
                for (var i = 0; i < values.length; i++) {
                    select.setObject(i + 1, values[i]);
                }
                try (var row = select.executeQuery()) {
                    var found = new ArrayList<Row>();
                    while (row.next()) {
                        var name = new Shelf.Name(row.getObject(1, UUID.class), row.getString(2), row.getInt(3));
                        var read = Wordings.readJson(row.getString("words"));
                        found.add(new Row(name, new Attached(read, row.getInt("revision"))));
                    }
                    return found;
                }
            }
        });
    }
}
