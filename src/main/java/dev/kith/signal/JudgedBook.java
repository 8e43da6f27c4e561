package dev.kith.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.signal.SignalBook.Noticed;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the rules said of clients beside what they could not say, one query for both. Native: read and written for many clients at once. */
@ApplicationScoped
class JudgedBook {
    private static final String BOTH = """
        select s.*, c.id, n.rules::text
        from %s c (id)
        left join signal_not_judged n on n.practice_id = kith_practice() and n.client_id = c.id
        left join lateral (%s) s on true
        """;
    private static final String OF = BOTH.formatted(
                    "unnest(?::uuid[])",
                    NoticedRows.SELECT + " and s.client_id = c.id and (ended_at is null or ended_at >= ?)")
            + "order by c.id, s.severity desc, s.since, s.id";
    private static final String PAGE =
            BOTH.formatted("(values (?::uuid))", NoticedRows.SELECT + """
             and s.client_id = c.id and (noticed_at, s.id) < (?, ?) and (not ? or ended_at is null) and s.rule <> all (?)
            order by noticed_at desc, s.id desc limit ?
            """) + "order by s.noticed_at desc, s.id desc";
    private static final String KEEP = """
        insert into signal_not_judged (practice_id, client_id, rules)
        select kith_practice(), client_id, rules::jsonb from unnest(?::uuid[], ?::text[]) as n (client_id, rules) order by client_id
        on conflict (practice_id, client_id) do update set rules = excluded.rules
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    /** Of one client. */
    record Judged(List<Noticed> signals, List<NotJudged> notJudged) {}

    /** By client, each of which is there: what stands or ended from this moment on, red ones first, then by how long. */
    Map<UUID, Judged> of(Collection<UUID> clients, Instant endedFrom) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(OF)) {
            select.setArray(1, connection.createArrayOf("uuid", clients.toArray()));
            select.setObject(2, endedFrom.atOffset(ZoneOffset.UTC));
            return read(select);
        }
    }

    /** Signals newest first, from such a place on, without these rules. */
    Judged page(UUID client, boolean standingOnly, Collection<String> without, Instant before, UUID beforeId, int limit)
            throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PAGE)) {
            select.setObject(1, client);
            select.setObject(2, before.atOffset(ZoneOffset.UTC));
            select.setObject(3, beforeId);
            select.setBoolean(4, standingOnly);
            select.setArray(5, connection.createArrayOf("text", without.toArray()));
            select.setInt(6, limit);
            return Objects.requireNonNull(read(select).get(client));
        }
    }

    private Map<UUID, Judged> read(PreparedStatement select) throws SQLException {
        var found = new LinkedHashMap<UUID, Judged>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                var client = row.getObject(NoticedRows.COLUMNS + 1, UUID.class);
                var one = found.get(client);
                if (one == null) {
                    one = new Judged(new ArrayList<>(), notJudged(row.getString(NoticedRows.COLUMNS + 2)));
                    found.put(client, one);
                }
                if (row.getObject(1) != null) {
                    one.signals().add(NoticedRows.one(row, json));
                }
            }
        }
        return found;
    }

    private List<NotJudged> notJudged(@Nullable String kept) {
        try {
            return kept == null ? NotJudged.notYet() : json.readValue(kept, new TypeReference<List<NotJudged>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was not judged cannot be read", e);
        }
    }

    /** In place of what was kept. */
    void keep(Map<UUID, List<NotJudged>> byClient) throws SQLException {
        if (byClient.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(KEEP)) {
            upsert.setArray(
                    1, connection.createArrayOf("uuid", byClient.keySet().toArray()));
            upsert.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            byClient.values().stream().map(this::written).toArray()));
            upsert.executeUpdate();
        }
    }

    private String written(List<NotJudged> rules) {
        try {
            return json.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
