package dev.kith.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.time.Ids;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signals as they are kept. Native: written and read for many clients at once. */
@ApplicationScoped
class SignalBook {
    private static final String STANDING = NoticedRows.SELECT + """
         and client_id = any (?) and ended_at is null
        order by client_id, severity desc, since, s.id
        """;
    private static final String ADD = """
        insert into signal (practice_id, id, client_id, rule, rule_version, severity, subject, questionnaire, scale, author, exercise,
                            assignment_id, evidence_id, figures, sentences, since, noticed_at, local_model_id, alert_rule)
        values (kith_practice(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
        """;
    private static final String CHANGE = """
        update signal set rule_version = ?, severity = ?, evidence_id = ?, figures = ?::jsonb, sentences = ?, local_model_id = ?
        where practice_id = kith_practice() and id = ?
        """;
    private static final String END = """
        update signal set ended_at = greatest(?, noticed_at)
        where practice_id = kith_practice() and id = any (?) and ended_at is null
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    /** A signal that was noticed. */
    record Noticed(
            UUID id,
            UUID clientId,
            Standing standing,
            Instant at,
            @Nullable Instant endedAt) {

        /** The same, as it stands now. */
        Noticed now(Standing still) {
            return new Noticed(id, clientId, still, at, endedAt);
        }
    }

    /** Those that stand; by client, red ones first, then by how long. */
    List<Noticed> open(Collection<UUID> clients) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(STANDING)) {
            select.setArray(1, connection.createArrayOf("uuid", clients.toArray()));
            return NoticedRows.read(select.executeQuery(), json);
        }
    }

    /** In the same order, with their new ids. */
    List<Noticed> add(Map<UUID, List<Standing>> byClient, Instant at) throws SQLException {
        var added = new ArrayList<Noticed>();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            for (var client : byClient.entrySet()) {
                for (var standing : client.getValue()) {
                    var one = new Noticed(Ids.next(), client.getKey(), standing, at, null);
                    added.add(one);
                    insert.setObject(1, one.id());
                    insert.setObject(2, one.clientId());
                    insert.setString(3, standing.rule().code());
                    insert.setInt(4, standing.ruleVersion());
                    insert.setString(5, standing.severity());
                    insert.setString(6, standing.about().subject());
                    insert.setString(7, standing.about().questionnaire());
                    insert.setString(8, standing.about().scale());
                    insert.setString(9, standing.about().author());
                    insert.setString(10, standing.about().exercise());
                    insert.setObject(11, standing.about().assignment());
                    insert.setObject(12, standing.evidence());
                    insert.setString(13, figures(standing.figures()));
                    insert.setArray(14, words(connection, standing.sentences()));
                    insert.setObject(15, standing.since().atOffset(ZoneOffset.UTC));
                    insert.setObject(16, at.atOffset(ZoneOffset.UTC));
                    insert.setObject(17, model(standing));
                    insert.setString(18, standing.about().alertRule());
                    insert.addBatch();
                }
            }
            if (!added.isEmpty()) {
                insert.executeBatch();
            }
        }
        return added;
    }

    /** What still stands is told with today's figures. */
    void change(List<Noticed> changed) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(CHANGE)) {
            for (var one : changed) {
                update.setInt(1, one.standing().ruleVersion());
                update.setString(2, one.standing().severity());
                update.setObject(3, one.standing().evidence());
                update.setString(4, figures(one.standing().figures()));
                update.setArray(5, words(connection, one.standing().sentences()));
                update.setObject(6, model(one.standing()));
                update.setObject(7, one.id());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    void end(Collection<UUID> signals, Instant at) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(END)) {
            update.setObject(1, at.atOffset(ZoneOffset.UTC));
            update.setArray(2, connection.createArrayOf("uuid", signals.toArray()));
            update.executeUpdate();
        }
    }

    private static @Nullable UUID model(Standing standing) {
        return standing.model() == null ? null : standing.model().id();
    }

    private static java.sql.Array words(Connection connection, List<String> words) throws SQLException {
        return connection.createArrayOf("text", words.toArray());
    }

    private String figures(Map<String, BigDecimal> figures) {
        try {
            return json.writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
