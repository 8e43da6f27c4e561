package dev.kith.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.change.NamedRule;
import dev.kith.signal.SignalBook.Noticed;
import dev.kith.signal.Standing.About;
import dev.kith.signal.Standing.JudgedBy;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads signals as they are kept, each with the local model that it was judged by. */
final class NoticedRows {
    /** Of signals s; conditions follow. */
    static final String SELECT = """
        select s.id, client_id, s.rule, s.rule_version, severity, questionnaire, s.scale, s.author, exercise, assignment_id, evidence_id,
               figures::text, sentences, since, noticed_at, ended_at, m.id as model_id, m.rule as model_rule, m.rule_version as model_rule_version,
               m.episodes, m.made_at, s.alert_rule
        from signal s left join local_model m on m.practice_id = s.practice_id and m.id = s.local_model_id
        where s.practice_id = kith_practice()
        """;

    /** So many. */
    static final int COLUMNS = 22;

    private NoticedRows() {}

    static List<Noticed> read(ResultSet rows, ObjectMapper json) throws SQLException {
        var found = new ArrayList<Noticed>();
        try (var row = rows) {
            while (row.next()) {
                found.add(one(row, json));
            }
        }
        return found;
    }

    /** That the row stands at. */
    static Noticed one(ResultSet row, ObjectMapper json) throws SQLException {
        return new Noticed(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                standing(row, json),
                at(row, 15),
                row.getObject(16) == null ? null : at(row, 16));
    }

    private static Standing standing(ResultSet row, ObjectMapper json) throws SQLException {
        try {
            return new Standing(
                    SignalRule.of(row.getString(3)),
                    row.getInt(4),
                    row.getString(5),
                    new About(
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9),
                            row.getObject(10, UUID.class),
                            row.getString(22)),
                    json.readValue(row.getString(12), new TypeReference<Map<String, BigDecimal>>() {}),
                    List.of((String[]) row.getArray(13).getArray()),
                    row.getObject(11, UUID.class),
                    at(row, 14),
                    model(row));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Figures that cannot be read", e);
        }
    }

    private static @Nullable JudgedBy model(ResultSet row) throws SQLException {
        var id = row.getObject(17, UUID.class);
        return id == null
                ? null
                : new JudgedBy(id, new NamedRule(row.getString(18), row.getInt(19)), row.getInt(20), at(row, 21));
    }

    private static Instant at(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
