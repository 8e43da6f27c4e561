package dev.kith.assignment;

import dev.kith.assignment.TaskMaker.DueTask;
import dev.kith.jobs.TimedWork;
import dev.kith.recurrence.BadSchedule;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tasks of running assignments five weeks ahead, a thousand assignments at a time. Each run takes the ones that nobody else
 * has taken, so that replicas share the work; a task that is there already stays, so that twice, late or in pieces gives the same rows.
 */
@ApplicationScoped
@Priority(30) // before what is due can be closed or reminded of, it is there
@Transactional(rollbackOn = Exception.class)
public class Materialising implements TimedWork {
    static final int AT_ONCE = 1_000;

    private static final String TAKE = """
        select a.id, a.client_id, a.schedule_revision, a.materialised_to, s.schedule::text
        from assignment a
        join schedule_revision s
          on s.practice_id = a.practice_id and s.assignment_id = a.id and s.revision = a.schedule_revision
        where a.practice_id = kith_practice() and a.state = 'active' and a.materialised_to < ?
        order by a.materialised_to, a.id
        limit ?
        for no key update of a skip locked
        """;
    private static final String MADE = """
        update assignment a set materialised_to = m.made_to::timestamp
        from unnest(?::uuid[], ?::text[]) as m (id, made_to)
        where a.practice_id = kith_practice() and a.id = m.id
        """;

    private static final String ANY = """
        select exists (select 1 from assignment where practice_id = kith_practice() and state = 'active' and materialised_to is not null)
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    ScheduleBook book;

    @Inject
    TaskMaker maker;

    @Inject
    Capping capping;

    @Inject
    Clock clock;

    /** An assignment whose tasks are to be made further. */
    private record Behind(UUID id, UUID client, int revision, LocalDateTime madeTo, ScheduleView schedule) {}

    /**
     * What one step did.
     *
     * @param taken assignments that were behind, also those of clients whose turn somebody else has
     * @param assignments those that it went through
     * @param tasks those that were new
     */
    public record Made(int taken, int assignments, int tasks) {}

    /** One transaction's worth; no assignments when there is nothing left to do, or others are doing it. */
    public Made step() throws SQLException {
        return step(AT_ONCE);
    }

    /** A step that takes so many assignments at most. */
    Made step(int most) throws SQLException {
        var now = clock.instant();
        var horizon = Horizon.at(now);
        try (var connection = database.getConnection()) {
            var behind = take(connection, horizon, most);
            if (behind.isEmpty()) {
                return new Made(0, 0, 0);
            }
            var taken = behind.size();
            var clients = behind.stream().map(Behind::client).collect(Collectors.toSet());
            var busy = capping.takeTurns(clients);
            clients.removeAll(busy);
            behind.removeIf(one -> busy.contains(one.client()));
            var tasks = new ArrayList<DueTask>();
            var ids = new ArrayList<UUID>();
            var madeTo = new ArrayList<@Nullable String>();
            for (var one : behind) {
                var reach = reach(horizon, one);
                tasks.addAll(reach.tasks());
                ids.add(one.id());
                madeTo.add(reach.madeTo() == null ? null : Objects.toString(reach.madeTo()));
            }
            var made = maker.make(tasks);
            record(connection, ids, madeTo);
            if (made > 0) {
                capping.keep(clients, now);
            }
            return new Made(taken, ids.size(), made);
        }
    }

    /** One schedule that can no longer be read keeps no other waiting; it is looked at again tomorrow. */
    private static Horizon.Reach reach(Horizon horizon, Behind one) {
        try {
            return horizon.reach(one.id(), one.client(), one.revision(), one.schedule(), one.madeTo());
        } catch (BadSchedule | DateTimeException unreadable) {
            Log.errorf("The schedule of assignment %s cannot be read any more", one.id());
            return new Horizon.Reach(List.of(), horizon.to());
        }
    }

    @Override
    public boolean tick() throws SQLException {
        var made = step();
        return made.taken() == AT_ONCE && made.assignments() > 0; // where all are busy, the next round is soon enough
    }

    /** The horizon moves with the day. */
    @Override
    public Optional<Instant> nextAfter(Instant moment) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ANY);
                var row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1) ? Optional.of(Horizon.movesAfter(moment)) : Optional.empty();
        }
    }

    private List<Behind> take(Connection connection, Horizon horizon, int most) throws SQLException {
        try (var select = connection.prepareStatement(TAKE)) {
            select.setObject(1, horizon.to());
            select.setInt(2, most);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Behind>();
                while (row.next()) {
                    found.add(new Behind(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getInt(3),
                            row.getObject(4, LocalDateTime.class),
                            book.read(row.getString(5))));
                }
                return found;
            }
        }
    }

    private static void record(Connection connection, List<UUID> ids, List<@Nullable String> madeTo)
            throws SQLException {
        try (var update = connection.prepareStatement(MADE)) {
            update.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            update.setArray(2, connection.createArrayOf("text", madeTo.toArray()));
            update.executeUpdate();
        }
    }
}
