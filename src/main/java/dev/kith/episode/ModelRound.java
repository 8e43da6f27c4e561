package dev.kith.episode;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The day's round through the practice's questionnaires, once a day of its calendar, one of them at a time in the order of their keys. Native: claimed with
 * {@code skip locked}, so that of several replicas one goes on where the other stopped.
 */
@ApplicationScoped
class ModelRound {
    private static final String ON = """
        insert into local_model_round (practice_id, is_on) values (kith_practice(), true)
        on conflict (practice_id) do update set is_on = true
        """;
    private static final String OFF =
            "update local_model_round set is_on = false where practice_id = kith_practice() and is_on";
    private static final String TAKE = """
        with today as (select id, (?::timestamptz at time zone time_zone)::date as day from practice where id = kith_practice()),
        turn as (
          select t.day, case when r.day = t.day then r.through else '' end as through
          from local_model_round r join today t on t.id = r.practice_id
          where r.practice_id = kith_practice() and r.is_on and (r.day is null or r.day < t.day or (r.day = t.day and not r.done))
          for update of r skip locked)
        select turn.day, turn.through, (
          select min(questionnaire_key) from response
          where practice_id = kith_practice() and state in ('completed', 'amended') and questionnaire_key > turn.through)
        from turn
        """;
    private static final String NOTE =
            "update local_model_round set day = ?, through = ?, done = ? where practice_id = kith_practice()";
    private static final String NEXT = """
        select ((?::timestamptz at time zone p.time_zone)::date + 1)::timestamp at time zone p.time_zone
        from practice p join local_model_round r on r.practice_id = p.id
        where p.id = kith_practice() and r.is_on
        """;

    @Inject
    AgroalDataSource database;

    /**
     * Whose turn it is.
     *
     * @param through keys up to this one are done
     * @param questionnaire the next key that somebody answered; null when the day's round is through
     */
    record Turn(LocalDate day, String through, @Nullable String questionnaire) {}

    void turnOn() throws SQLException {
        run(ON);
    }

    void turnOff() throws SQLException {
        run(OFF);
    }

    /** Takes the next turn in this transaction; none when the day's is done, when another has it, and where nobody wants any. */
    Optional<Turn> take(Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(TAKE)) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Turn(row.getObject(1, LocalDate.class), row.getString(2), row.getString(3)))
                        : Optional.empty();
            }
        }
    }

    /** The turn was used; without a questionnaire it was the day's last. */
    void note(Turn turn) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(NOTE)) {
            update.setObject(1, turn.day());
            update.setString(2, turn.questionnaire() == null ? turn.through() : turn.questionnaire());
            update.setBoolean(3, turn.questionnaire() == null);
            update.executeUpdate();
        }
    }

    /** When the next day's round begins; none where nobody wants any. */
    Optional<Instant> nextAfter(Instant moment) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NEXT)) {
            select.setObject(1, moment.atOffset(ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}
