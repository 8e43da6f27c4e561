package dev.kith.webhook;

import dev.kith.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/** Reads webhooks and how they fare as they are kept, from the row that one stands at. */
final class WebhookRows {
    private WebhookRows() {}

    static Webhook webhook(ResultSet row) throws SQLException {
        var events = row.getArray("events");
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("url"),
                row.getString("description"),
                events == null ? null : Arrays.asList((String[]) events.getArray()),
                row.getString("disabled_because"),
                Columns.moment(row, "created_at"),
                Columns.moment(row, "changed_at"),
                row.getInt("version"));
    }

    static Standing standing(ResultSet row) throws SQLException {
        var fault = row.getString("last_fault");
        return new Standing(
                row.getInt("failures"),
                Columns.instant(row, "failing_since"),
                Columns.instant(row, "paused_until"),
                Columns.instant(row, "last_success_at"),
                Columns.instant(row, "last_failure_at"),
                row.getObject("last_status", Integer.class),
                fault == null
                        ? null
                        : Fault.valueOf(fault.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
}
