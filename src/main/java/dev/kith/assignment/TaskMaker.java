package dev.kith.assignment;

import dev.kith.recurrence.Occurrence;
import dev.kith.recurrence.Window;
import dev.kith.time.Ids;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes tasks, many at a time and each once: what is there already stays as it is. Native, because a thousand rows go in one
 * statement.
 */
@ApplicationScoped
class TaskMaker {
    private static final String MAKE = """
        insert into task (practice_id, id, assignment_id, client_id, schedule_revision, starts_local, ordinal, time_zone,
                          shifted, opens_at, due_at, late_after, closes_at, idle_for)
        select kith_practice(), t.* from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::int[], ?::text[]::timestamp[], ?::int[],
          ?::text[], ?::text[], ?::text[]::timestamptz[], ?::text[]::timestamptz[], ?::text[]::timestamptz[],
          ?::text[]::timestamptz[], ?::text[]) as t
        on conflict (practice_id, assignment_id, schedule_revision, starts_local, ordinal) do nothing
        """;

    @Inject
    AgroalDataSource database;

    /** A task that is to be there. */
    record DueTask(
            UUID assignment,
            UUID client,
            int revision,
            Occurrence occurrence,
            @Nullable String idleFor) {
        Window window() {
            return occurrence.window();
        }
    }

    /** How many of them were new. */
    int make(List<DueTask> tasks) throws SQLException {
        if (tasks.isEmpty()) {
            return 0;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(MAKE)) {
            var columns = new Columns(connection, tasks);
            insert.setArray(1, columns.of("uuid", task -> Ids.next()));
            insert.setArray(2, columns.of("uuid", DueTask::assignment));
            insert.setArray(3, columns.of("uuid", DueTask::client));
            insert.setArray(4, columns.of("int4", DueTask::revision));
            insert.setArray(5, columns.of("text", task -> task.window().local().toString()));
            insert.setArray(6, columns.of("int4", task -> task.occurrence().ordinal()));
            insert.setArray(7, columns.of("text", task -> task.window().zone().getId()));
            insert.setArray(
                    8, columns.of("text", task -> task.window().shifted().name().toLowerCase(Locale.ROOT)));
            insert.setArray(9, columns.times(Window::opensAt));
            insert.setArray(10, columns.times(Window::dueAt));
            insert.setArray(11, columns.times(Window::lateAfter));
            insert.setArray(12, columns.times(Window::closesAt));
            insert.setArray(13, columns.of("text", DueTask::idleFor));
            return insert.executeUpdate();
        }
    }

    private record Columns(Connection connection, List<DueTask> tasks) {
        java.sql.Array of(String type, Function<DueTask, ? extends @Nullable Object> column) throws SQLException {
            return connection.createArrayOf(type, tasks.stream().map(column).toArray());
        }

        java.sql.Array times(Function<Window, Instant> column) throws SQLException {
            return of("text", task -> column.apply(task.window()).toString());
        }
    }
}
