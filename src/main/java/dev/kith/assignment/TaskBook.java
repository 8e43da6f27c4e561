package dev.kith.assignment;

import dev.kith.client.ClientTurns;
import dev.kith.recurrence.Span;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * The door for answers and logs: a task is taken, done and closed in the caller's transaction. Native, because one statement
 * takes the client's turn and reads a task with its assignment.
 */
@ApplicationScoped
public class TaskBook {
    /**
     * The assignment's lock is not there to keep anybody out: one that a pause does not wait for would let this read the assignment as it
     * was before it waited for the turn, and a paused one would take an answer.
     */
    private static final String TAKE = """
        with turn as materialized (
          select id from client
          where practice_id = kith_practice()
            and id = (select client_id from task where practice_id = kith_practice() and id = ?)
          for no key update
        )
        select t.id, t.assignment_id, t.client_id, t.opens_at, t.closes_at, t.time_zone, t.idle_for, t.response_id, t.log_id,
               t.ended_as, a.questionnaire_practice_id, a.questionnaire_key, a.questionnaire_version, a.exercise_practice_id,
               a.exercise_key, a.exercise_version, a.version_policy, a.state
        from turn
        join task t on t.practice_id = kith_practice() and t.client_id = turn.id
        join assignment a on a.practice_id = t.practice_id and a.id = t.assignment_id
        where t.id = ?
        for share of a for no key update of t
        """;

    private static final String DRAFTED = """
        update task
        set %s = ?, last_activity_at = ?,
            closes_at = case when ended_as is null and closes_at > ? then greatest(closes_at, ?) else closes_at end
        where practice_id = kith_practice() and id = ?
        """;
    /** What comes after closing, and after what still counts as on time, is late; done after all, it is skipped no more. */
    private static final String DONE = """
        update task set %s = ?, ended_as = 'completed', ended_at = ?, last_activity_at = ?, late = greatest(closes_at, late_after) <= ?,
               ended_why = null, barrier = null, barrier_note = null, skipped_at = null, client_clock_ahead_ms = null
        where practice_id = kith_practice() and id = ?
        returning late
        """;

    private static final String LOGGED = DONE.formatted("log_id");
    private static final String COMPLETED = DONE.formatted("response_id") + """
        , exists (
          select 1 from enrollment e
          where e.practice_id = task.practice_id and e.client_id = task.client_id and e.ended_at is null
        )
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    ClientTurns clientTurns;

    @Inject
    Clock clock;

    /**
     * The task, held after the turn of its client, which a twin waits for here; it and its assignment are as the one before left them.
     * Empty when the practice has no such task.
     */
    public Optional<AssignedTask> take(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(TAKE)) {
            select.setObject(1, id);
            select.setObject(2, id);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                var task = task(row);
                clientTurns.taken(task.clientId());
                return Optional.of(task);
            }
        }
    }

    /** An answer was begun, or gone on with: the task stays open as long as its schedule says after that. */
    public void drafted(AssignedTask task, UUID response) throws SQLException {
        draft("response_id", task, response);
    }

    /**
     * What is known of a task that was just done.
     *
     * @param followed whether its client is in a program, as it is within their turn
     */
    public record DoneNow(boolean late, boolean followed) {}

    /** The answer is complete; the task is done. */
    public DoneNow completed(UUID task, UUID response, Instant at) throws SQLException {
        return complete(COMPLETED, task, response, at, row -> new DoneNow(row.getBoolean(1), row.getBoolean(2)));
    }

    /** A log was begun, or gone on with. */
    public void logBegun(AssignedTask task, UUID log) throws SQLException {
        draft("log_id", task, log);
    }

    /** The log is complete; the task is done. Whether it was done late. */
    public boolean logged(UUID task, UUID log, Instant at) throws SQLException {
        return complete(LOGGED, task, log, at, row -> row.getBoolean(1));
    }

    private void draft(String what, AssignedTask task, UUID done) throws SQLException {
        var now = clock.instant();
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(DRAFTED.formatted(what))) {
            update.setObject(1, done);
            update.setObject(2, now.atOffset(ZoneOffset.UTC));
            update.setObject(3, now.atOffset(ZoneOffset.UTC));
            update.setObject(4, staysOpenUntil(task, now).atOffset(ZoneOffset.UTC));
            update.setObject(5, task.id());
            update.executeUpdate();
        }
    }

    private static Instant staysOpenUntil(AssignedTask task, Instant now) {
        if (task.idleFor() == null) {
            return task.closesAt();
        }
        var span = Span.parse(task.idleFor());
        return now.atZone(ZoneId.of(task.timeZone()))
                .plus(span.date())
                .plus(span.time())
                .toInstant();
    }

    /** What a statement tells of a task that it closed. */
    private interface Told<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> T complete(String how, UUID task, UUID done, Instant at, Told<T> told) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(how)) {
            update.setObject(1, done);
            update.setObject(2, at.atOffset(ZoneOffset.UTC));
            update.setObject(3, at.atOffset(ZoneOffset.UTC));
            update.setObject(4, at.atOffset(ZoneOffset.UTC));
            update.setObject(5, task);
            try (var row = update.executeQuery()) {
                row.next();
                return told.of(row);
            }
        }
    }

    private AssignedTask task(ResultSet row) throws SQLException {
        var opensAt = instant(row, "opens_at");
        var closesAt = instant(row, "closes_at");
        return new AssignedTask(
                row.getObject("id", UUID.class),
                row.getObject("assignment_id", UUID.class),
                row.getObject("client_id", UUID.class),
                work(row),
                VersionPolicy.of(row.getString("version_policy")) == VersionPolicy.LATEST_COMPARABLE,
                AssignmentState.of(row.getString("state")) == AssignmentState.PAUSED,
                TaskState.at(clock.instant(), row.getString("ended_as"), opensAt, closesAt),
                opensAt,
                closesAt,
                row.getString("time_zone"),
                row.getString("idle_for"),
                row.getObject("response_id", UUID.class),
                row.getObject("log_id", UUID.class));
    }

    private static Work work(ResultSet row) throws SQLException {
        var kind = row.getString("exercise_key") == null ? Work.Kind.QUESTIONNAIRE : Work.Kind.EXERCISE;
        var what = kind == Work.Kind.EXERCISE ? "exercise" : "questionnaire";
        return new Work(
                kind,
                row.getObject(what + "_practice_id", UUID.class),
                row.getString(what + "_key"),
                row.getInt(what + "_version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
