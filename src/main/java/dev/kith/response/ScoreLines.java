package dev.kith.response;

import dev.kith.response.ScoreLine.Measure;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every score that counts as given, in the order of time: one query, whatever the number of clients and scales. Native, because it is
 * hot. Who may see them is for the caller to ask.
 */
@ApplicationScoped
public class ScoreLines {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");

    private static final Comparator<ScoreLine> IN_ORDER = Comparator.comparing(
                    (ScoreLine line) -> line.clientId().toString())
            .thenComparing(ScoreLine::at)
            .thenComparing(line -> line.responseId().toString());

    private static final int GIVEN_AT = 7;
    private static final int HEARD_AT = 13;

    /** Responses of a client that are read at once. */
    static final int MOST = 2_000;

    @Inject
    AgroalDataSource database;

    /**
     * Scores of a page of responses.
     *
     * @param next after which response the next page begins; null when there is none
     */
    public record ScorePage(List<ScoreLine> lines, @Nullable ResponsePlace next) {}

    /** Of so many responses, the oldest first. */
    public ScorePage page(
            UUID client, @Nullable String questionnaire, ResponsePlace after, Instant before, int responses)
            throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ScoreQueries.PAGE)) {
            select.setObject(1, client);
            select.setObject(2, after.at().atOffset(ZoneOffset.UTC));
            select.setObject(3, after.id());
            select.setObject(4, before.atOffset(ZoneOffset.UTC));
            select.setString(5, questionnaire);
            select.setString(6, questionnaire);
            select.setInt(7, responses);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<ScoreLine>();
                ResponsePlace last = null;
                while (row.next()) {
                    if (row.getString(6) != null) { // some questionnaires have no scale
                        found.add(line(row, HEARD_AT));
                    }
                    if (row.getInt(12) == responses) {
                        last = new ResponsePlace(at(row, GIVEN_AT), row.getObject(11, UUID.class));
                    }
                }
                return new ScorePage(found, last);
            }
        }
    }

    /**
     * Scores of a client's newest responses, in the order of time.
     *
     * @param more whether there were more than were asked for
     */
    public record Newest(List<ScoreLine> lines, boolean more) {}

    /** Of so many responses that were given before a moment; where there were more, the first and last on each version before them, too. */
    public Newest of(UUID client, Instant before, int most) throws SQLException {
        var more = new HashSet<UUID>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ScoreQueries.NEWEST)) {
            select.setObject(1, client);
            select.setObject(2, before.atOffset(ZoneOffset.UTC));
            select.setInt(3, most + 1);
            var lines = newest(select, most, more);
            return new Newest(more.isEmpty() ? lines : withEnds(lines, ends(more), EARLIEST, before), !more.isEmpty());
        }
    }

    /**
     * Scores of these clients, client by client; given from one moment on and before the other. Of who gave more than {@link #MOST} responses, the newest,
     * and the first and last on each version before them: where a scale began is known however long the past is.
     */
    public List<ScoreLine> of(Collection<UUID> clients, Instant from, Instant to) throws SQLException {
        var more = new HashSet<UUID>();
        var newest = newest(clients, from, to, more);
        return more.isEmpty() ? newest : withEnds(newest, ends(more), from, to);
    }

    private List<ScoreLine> newest(Collection<UUID> clients, Instant from, Instant to, Set<UUID> more)
            throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ScoreQueries.NEWEST_OF_EACH)) {
            select.setArray(1, connection.createArrayOf("uuid", clients.toArray()));
            select.setObject(2, from.atOffset(ZoneOffset.UTC));
            select.setObject(3, to.atOffset(ZoneOffset.UTC));
            select.setInt(4, MOST + 1);
            return newest(select, MOST, more);
        }
    }

    /** @param more gets those who gave more */
    private static List<ScoreLine> newest(PreparedStatement select, int most, Set<UUID> more) throws SQLException {
        try (var row = select.executeQuery()) {
            var found = new ArrayList<ScoreLine>();
            while (row.next()) {
                if (row.getInt(12) > most) {
                    more.add(row.getObject(1, UUID.class));
                } else {
                    found.add(line(row, HEARD_AT));
                }
            }
            return found;
        }
    }

    private static List<ScoreLine> withEnds(List<ScoreLine> newest, List<ScoreLine> ends, Instant from, Instant to) {
        var all = new LinkedHashMap<List<Object>, ScoreLine>();
        Stream.concat(
                        newest.stream(),
                        ends.stream()
                                .filter(line ->
                                        !line.at().isBefore(from) && line.at().isBefore(to)))
                .forEach(line -> all.putIfAbsent(
                        List.of(line.responseId(), line.measure().scale()), line));
        return all.values().stream().sorted(IN_ORDER).toList();
    }

    /**
     * Of each scale, the first and the last value on every version: all that baseline, latest and the change between them need, however long
     * the past is. Of a client for whom that does not say it, since such a response does not count on a scale or versions took turns, the newest
     * {@link #MOST} responses beside: then it is two queries. Client by client, in the order of time.
     */
    public List<ScoreLine> endsOf(Collection<UUID> clients) throws SQLException {
        var ends = ends(clients);
        var unclear = ScoreEnds.unclear(ends);
        return unclear.isEmpty()
                ? ends
                : withEnds(newest(unclear, EARLIEST, LATEST, new HashSet<>()), ends, EARLIEST, LATEST);
    }

    private List<ScoreLine> ends(Collection<UUID> clients) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ScoreEnds.READ)) {
            select.setArray(1, connection.createArrayOf("uuid", clients.toArray()));
            return read(select);
        }
    }

    private static List<ScoreLine> read(PreparedStatement select) throws SQLException {
        try (var row = select.executeQuery()) {
            var found = new ArrayList<ScoreLine>();
            while (row.next()) {
                found.add(line(row, GIVEN_AT));
            }
            return found;
        }
    }

    private static ScoreLine line(ResultSet row, int heardAt) throws SQLException {
        return new ScoreLine(
                row.getObject(1, UUID.class),
                new Measure(row.getObject(2, UUID.class), row.getString(3), row.getString(6), row.getString(5)),
                row.getInt(4),
                at(row, GIVEN_AT),
                row.getBigDecimal(8),
                row.getString(9),
                row.getString(10),
                row.getObject(11, UUID.class),
                at(row, heardAt));
    }

    private static Instant at(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
