package dev.kith.assignment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each schedule was at each time: added and read, never changed. */
@ApplicationScoped
class ScheduleBook {
    private static final String ADD = """
        insert into schedule_revision (practice_id, assignment_id, revision, schedule, why, note, made_by, made_at)
        values (kith_practice(), ?, ?, ?::jsonb, ?, ?, ?, ?)
        """;
    private static final String ADD_FIRST = """
        insert into schedule_revision (practice_id, assignment_id, revision, schedule, why, made_by, made_at)
        select kith_practice(), s.id, 1, s.schedule::jsonb, 'assigned', ?, ?
        from unnest(?::uuid[], ?::text[]) as s (id, schedule)
        """;
    private static final String READ = """
        select revision, schedule::text, why, note, made_by, made_at from schedule_revision
        where practice_id = kith_practice() and assignment_id = ? order by revision desc
        """;

    private static final String CURRENT = """
        select s.assignment_id, s.schedule::text from schedule_revision s
        join assignment a on a.practice_id = s.practice_id and a.id = s.assignment_id and a.schedule_revision = s.revision
        where s.practice_id = kith_practice() and s.assignment_id = any (?)
        """;

    @Inject
    AgroalDataSource database;

    private final ObjectReader reader;
    private final ObjectWriter writer;

    @Inject
    ScheduleBook(ObjectMapper json) {
        reader = json.readerFor(ScheduleView.class);
        writer = json.writerFor(ScheduleView.class);
    }

    /** One state of a schedule, and how it came about. */
    record Revision(
            int number,
            ScheduleView schedule,
            ScheduleChange why,
            @Nullable String note,
            UUID madeBy,
            Instant madeAt) {}

    void add(
            Assignment assignment,
            ScheduleView schedule,
            ScheduleChange why,
            @Nullable String note,
            UUID by,
            Instant at)
            throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, assignment.id);
            insert.setInt(2, assignment.scheduleRevision);
            insert.setString(3, text(schedule));
            insert.setString(4, why.code());
            insert.setString(5, note);
            insert.setObject(6, by);
            insert.setObject(7, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** The first revisions of new assignments, in one statement. */
    void begin(Map<UUID, ScheduleView> schedules, UUID by, Instant at) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD_FIRST)) {
            insert.setObject(1, by);
            insert.setObject(2, at.atOffset(ZoneOffset.UTC));
            insert.setArray(
                    3, connection.createArrayOf("uuid", schedules.keySet().toArray()));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "text", schedules.values().stream().map(this::text).toArray()));
            insert.executeUpdate();
        }
    }

    /** Current schedules by assignment. */
    record Current(Map<UUID, ScheduleView> byAssignment) {
        ScheduleView require(Assignment assignment) {
            return Objects.requireNonNull(byAssignment.get(assignment.id), "An assignment without its schedule");
        }
    }

    ScheduleView of(Assignment assignment) throws SQLException {
        return current(List.of(assignment.id)).require(assignment);
    }

    Current current(Collection<UUID> assignments) throws SQLException {
        var found = new HashMap<UUID, ScheduleView>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(CURRENT)) {
            select.setArray(1, connection.createArrayOf("uuid", assignments.toArray()));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject(1, UUID.class), read(row.getString(2)));
                }
            }
        }
        return new Current(found);
    }

    /** All of them, the newest first. */
    List<Revision> revisions(UUID assignment) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ)) {
            select.setObject(1, assignment);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Revision>();
                while (row.next()) {
                    found.add(new Revision(
                            row.getInt(1),
                            read(row.getString(2)),
                            ScheduleChange.of(row.getString(3)),
                            row.getString(4),
                            row.getObject(5, UUID.class),
                            row.getObject(6, OffsetDateTime.class).toInstant()));
                }
                return found;
            }
        }
    }

    ScheduleView read(String json) {
        try {
            return reader.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored schedule cannot be read", e);
        }
    }

    private String text(ScheduleView schedule) {
        try {
            return writer.writeValueAsString(schedule);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
