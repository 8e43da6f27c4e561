package dev.kith.reminder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.pace.QuietHours;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets of rules, one of the practice and one of each assignment that has its own. Native: upserted, and read apart by SQL that plans. */
@ApplicationScoped
class RuleBook {
    private static final String FIND = """
        select rules::text, most_per_day, quiet_from, quiet_to, app_url, version from reminder_rules
        where practice_id = kith_practice() and of_id = coalesce(?, kith_practice())
        """;
    private static final String PUT = """
        insert into reminder_rules
          (practice_id, of_id, assignment_id, rules, most_per_day, quiet_from, quiet_to, app_url, changed_by, changed_at, version)
        values (kith_practice(), coalesce(?, kith_practice()), ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)
        on conflict (practice_id, of_id) do update
        set rules = excluded.rules, most_per_day = excluded.most_per_day, quiet_from = excluded.quiet_from,
            quiet_to = excluded.quiet_to, app_url = excluded.app_url, changed_by = excluded.changed_by,
            changed_at = excluded.changed_at, version = excluded.version
        """;
    private static final String CLIENT =
            "select client_id from assignment where practice_id = kith_practice() and id = ?";

    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    /**
     * A set as it is kept; of an assignment, only its rules and its most a day.
     *
     * @param rules null: the assignment had its own once, and goes by the practice's again
     * @param mostPerDay 0: an assignment has no most of its own
     */
    record Kept(
            @Nullable List<KeptRule> rules,
            int mostPerDay,
            @Nullable QuietHours quietHours,
            @Nullable String appUrl,
            int version) {
        List<ReminderRule> said() {
            return rules == null
                    ? List.of()
                    : rules.stream().map(KeptRule::said).toList();
        }
    }

    Optional<Kept> ofPractice() throws SQLException {
        return find(null);
    }

    Optional<Kept> ofAssignment(UUID assignment) throws SQLException {
        return find(assignment);
    }

    Optional<UUID> clientOf(UUID assignment) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(CLIENT)) {
            select.setObject(1, assignment);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    /** Of an assignment, or of the practice where none is named. */
    void put(@Nullable UUID assignment, Kept kept, UUID by, Instant at) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(PUT)) {
            var quiet = kept.quietHours();
            insert.setObject(1, assignment, java.sql.Types.OTHER);
            insert.setObject(2, assignment, java.sql.Types.OTHER);
            insert.setString(3, kept.rules() == null ? null : text(kept.rules()));
            insert.setObject(4, kept.mostPerDay() == 0 ? null : (Integer) kept.mostPerDay(), java.sql.Types.SMALLINT);
            insert.setObject(5, quiet == null ? null : quiet.fromTime(), java.sql.Types.TIME);
            insert.setObject(6, quiet == null ? null : quiet.toTime(), java.sql.Types.TIME);
            insert.setString(7, kept.appUrl());
            insert.setObject(8, by);
            insert.setObject(9, at.atOffset(ZoneOffset.UTC));
            insert.setInt(10, kept.version());
            insert.executeUpdate();
        }
    }

    String text(List<KeptRule> rules) {
        try {
            return json.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Kept> find(@Nullable UUID of) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FIND)) {
            select.setObject(1, of, java.sql.Types.OTHER);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(kept(row)) : Optional.empty();
            }
        }
    }

    private @Nullable List<KeptRule> rules(@Nullable String text) throws JsonProcessingException {
        return text == null ? null : json.readValue(text, new TypeReference<List<KeptRule>>() {});
    }

    private Kept kept(ResultSet row) throws SQLException {
        var from = row.getObject(3, LocalTime.class);
        var to = row.getObject(4, LocalTime.class);
        try {
            return new Kept(
                    rules(row.getString(1)),
                    row.getInt(2),
                    from == null || to == null ? null : QuietHours.of(from, to),
                    row.getString(5),
                    row.getInt(6));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rules that cannot be read", e);
        }
    }
}
