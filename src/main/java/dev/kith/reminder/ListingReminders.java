package dev.kith.reminder;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Telling what became of a task's reminders. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class ListingReminders {
    private static final String CLIENT = "select client_id from task where practice_id = kith_practice() and id = ?";
    private static final String LIST = """
        select channel, slot, repeat, state, why, waits_for, planned_for, due_at, claimed_at, ended_at from reminder
        where practice_id = kith_practice() and task_id = ? order by due_at, slot, repeat
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    ClientDirectory clients;

    @Inject
    Audit audit;

    List<ReminderView> of(Caller caller, UUID task) throws SQLException {
        var client = clientOf(task);
        clients.requireCaredForBy(caller, client);
        audit.read(caller, "reminders.listed", "task", task, client);
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(LIST)) {
            select.setObject(1, task);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<ReminderView>();
                while (row.next()) {
                    found.add(view(row));
                }
                return found;
            }
        }
    }

    private UUID clientOf(UUID task) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(CLIENT)) {
            select.setObject(1, task);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw ProblemException.notFound();
                }
                return row.getObject(1, UUID.class);
            }
        }
    }

    private static ReminderView view(ResultSet row) throws SQLException {
        return new ReminderView(
                Channel.of(row.getString(1)),
                row.getString(2),
                row.getInt(3),
                ReminderView.State.of(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                instant(row, 9),
                instant(row, 10));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
