package dev.kith.episode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.change.EpisodeSums;
import dev.kith.episode.LocalModel.Subject;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The day's round through the practice's closed clients, once a day of its calendar, a portion a transaction, in the order of their ids. Native: claimed with
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
        select t.day, case when r.day = t.day then r.through else '00000000-0000-0000-0000-000000000000' end,
               case when r.day = t.day then r.sums::text else '[]' end
        from local_model_round r
        cross join (select (?::timestamptz at time zone time_zone)::date as day from practice where id = kith_practice()) t
        where r.practice_id = kith_practice() and r.is_on and (r.day is null or r.day < t.day or (r.day = t.day and not r.done))
        for update of r skip locked
        """;
    private static final String GO_ON =
            "update local_model_round set day = ?, through = ?, sums = ?::jsonb, done = false where practice_id = kith_practice()";
    private static final String FINISH =
            "update local_model_round set day = ?, sums = '[]', done = true where practice_id = kith_practice()";
    private static final String NEXT = """
        select ((?::timestamptz at time zone p.time_zone)::date + 1)::timestamp at time zone p.time_zone
        from practice p join local_model_round r on r.practice_id = p.id
        where p.id = kith_practice() and r.is_on
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    /**
     * Where the round stands.
     *
     * @param through clients up to this one are added up
     * @param sums of those
     */
    record Turn(LocalDate day, UUID through, Map<Subject, EpisodeSums> sums) {}

    /** As it is kept between two transactions. */
    private record Part(Subject subject, EpisodeSums sums) {}

    void turnOn() throws SQLException {
        run(ON);
    }

    void turnOff() throws SQLException {
        run(OFF);
    }

    /** Takes the round for this transaction; none when the day's is done, when another has it, and where nobody wants any. */
    Optional<Turn> take(Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(TAKE)) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Turn(
                                row.getObject(1, LocalDate.class),
                                row.getObject(2, UUID.class),
                                read(row.getString(3))))
                        : Optional.empty();
            }
        }
    }

    /** It came so far, and there is more. */
    void goOn(Turn turn) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(GO_ON)) {
            update.setObject(1, turn.day());
            update.setObject(2, turn.through());
            update.setString(3, write(turn.sums()));
            update.executeUpdate();
        }
    }

    /** That was all for the day. */
    void finish(LocalDate day) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(FINISH)) {
            update.setObject(1, day);
            update.executeUpdate();
        }
    }

    private Map<Subject, EpisodeSums> read(String kept) {
        try {
            var sums = new LinkedHashMap<Subject, EpisodeSums>();
            for (var part : json.readValue(kept, Part[].class)) {
                sums.put(part.subject(), part.sums());
            }
            return sums;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Sums that cannot be read", e);
        }
    }

    private String write(Map<Subject, EpisodeSums> sums) {
        try {
            return json.writeValueAsString(sums.entrySet().stream()
                    .map(one -> new Part(one.getKey(), one.getValue()))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
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
