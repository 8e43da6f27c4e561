package dev.kith.ladder;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Which numbers from the bottom the rungs of a ladder have had, and since when: added and read, nothing else. Native: counted where they lie. */
@ApplicationScoped
class RungNumbers {
    private static final String NOTE = """
        insert into rung_number (practice_id, rung_id, number, since)
        select practice_id, id, row_number() over (order by predicted, position, id), ?
        from rung where practice_id = kith_practice() and ladder_id = ? and retired_at is null
        on conflict do nothing
        """;
    private static final String MEANT = """
        select n.rung_id
        from ladder l
        join rung r on r.practice_id = l.practice_id and r.ladder_id = l.id
        join rung_number n on n.practice_id = r.practice_id and n.rung_id = r.id
        where l.practice_id = kith_practice() and l.client_id = ? and l.exercise_key = ? and n.number = ? and n.since <= ?
        limit 2
        """;

    @Inject
    AgroalDataSource database;

    /** As the ladder stands now; all that is changed of it has been written. */
    void note(UUID ladder, Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(NOTE)) {
            insert.setObject(1, now.atOffset(ZoneOffset.UTC));
            insert.setObject(2, ladder);
            insert.executeUpdate();
        }
    }

    /**
     * The one rung that somebody can have meant who wrote this number then, on whichever of the client's ladders and however old the
     * copy that they looked at; none when no rung had had it, or more than one.
     */
    Optional<UUID> meant(UUID client, String exercise, int number, Instant then) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(MEANT)) {
            select.setObject(1, client);
            select.setString(2, exercise);
            select.setInt(3, number);
            select.setObject(4, then.atOffset(ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                var found = row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.<UUID>empty();
                return row.next() ? Optional.empty() : found;
            }
        }
    }
}
