package dev.kith.log;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What logs said before they were corrected: added and read, nothing else. */
@ApplicationScoped
class RevisionBook {
    private static final String KEEP = """
        insert into log_revision
          (practice_id, log_id, revision, before, during, after, stop_rule_used, replaced_at, replaced_by, reason)
        values (kith_practice(), ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, ?)
        """;
    private static final String READ = """
        select revision, before::text, during::text, after::text, stop_rule_used, replaced_at, replaced_by, reason
        from log_revision where practice_id = kith_practice() and log_id = ? order by revision desc
        """;

    @Inject
    AgroalDataSource database;

    /** One, as it was stored. */
    record Kept(
            int revision,
            String before,
            String during,
            String after,
            @Nullable Boolean stopRuleUsed,
            Instant replacedAt,
            UUID replacedBy,
            String reason) {}

    void keep(Log log, UUID by, String reason, Instant at) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(KEEP)) {
            insert.setObject(1, log.id);
            insert.setInt(2, log.revision);
            insert.setString(3, log.before);
            insert.setString(4, log.during);
            insert.setString(5, log.after);
            insert.setObject(6, log.stopRuleUsed);
            insert.setObject(7, at.atOffset(ZoneOffset.UTC));
            insert.setObject(8, by);
            insert.setString(9, reason);
            insert.executeUpdate();
        }
    }

    /** Newest first. */
    List<Kept> of(UUID log) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ)) {
            select.setObject(1, log);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Kept>();
                while (row.next()) {
                    found.add(new Kept(
                            row.getInt(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, Boolean.class),
                            row.getObject(6, OffsetDateTime.class).toInstant(),
                            row.getObject(7, UUID.class),
                            row.getString(8)));
                }
                return found;
            }
        }
    }
}
