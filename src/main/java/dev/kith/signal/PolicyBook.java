package dev.kith.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The practice's own thresholds. Native: upserted. */
@ApplicationScoped
class PolicyBook {
    private static final String FIND =
            "select rules::text, version from signal_policy where practice_id = kith_practice()";
    private static final String PUT = """
        insert into signal_policy (practice_id, rules, changed_by, changed_at, version) values (kith_practice(), ?::jsonb, ?, ?, ?)
        on conflict (practice_id) do update
        set rules = excluded.rules, changed_by = excluded.changed_by, changed_at = excluded.changed_at, version = excluded.version
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    /** As the rules take it; the usual one until the practice wrote its own. */
    Policy read() throws SQLException {
        var kept = find();
        return kept == null ? Policy.USUAL : kept.policy().policy(kept.version());
    }

    SignalPolicyView view() throws SQLException {
        var kept = find();
        return kept == null
                ? SignalPolicyView.of(WriteSignalPolicy.USUAL, 0)
                : SignalPolicyView.of(kept.policy(), kept.version());
    }

    private @Nullable Kept find() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIND);
                var row = select.executeQuery()) {
            return row.next()
                    ? new Kept(json.readValue(row.getString(1), WriteSignalPolicy.class), row.getInt(2))
                    : null;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A policy that cannot be read", e);
        }
    }

    private record Kept(WriteSignalPolicy policy, int version) {}

    void put(WriteSignalPolicy policy, UUID by, Instant at, int version) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(PUT)) {
            insert.setString(1, json.writeValueAsString(policy));
            insert.setObject(2, by);
            insert.setObject(3, at.atOffset(ZoneOffset.UTC));
            insert.setInt(4, version);
            insert.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
