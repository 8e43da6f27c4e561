package dev.kith.progress;

import dev.kith.database.Columns;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said over time of whose scores a client is not shown: added, read, never changed. Native, for rows alone. */
@ApplicationScoped
class VisibilityStory {
    private static final String ADD = """
        insert into visibility_change (practice_id, id, client_id, version, questionnaire, what, by_client, said_by, said_at, reason)
        values (kith_practice(), ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String PAGE = """
        select id, version, questionnaire, what, by_client, said_by, said_at, reason from visibility_change
        where practice_id = kith_practice() and client_id = ? and (version, id) < (?, ?)
        order by version desc, id desc limit ?
        """;
    private static final UUID LAST = new UUID(-1, -1);

    @Inject
    AgroalDataSource database;

    void add(Caller caller, UUID client, int version, List<VisibilityChange> changes, Instant at) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(ADD)) {
            for (var change : changes) {
                insert.setObject(1, Ids.next());
                insert.setObject(2, client);
                insert.setInt(3, version);
                insert.setString(4, change.questionnaire());
                insert.setString(5, change.what().code());
                insert.setBoolean(6, caller.isClient());
                insert.setObject(7, caller.id());
                insert.setObject(8, Columns.at(at));
                insert.setString(9, change.reason());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The newest first. */
    Slice<VisibilityChangeView> page(UUID client, @Nullable Cursor after, int limit) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PAGE)) {
            select.setObject(1, client);
            select.setLong(2, after == null ? Integer.MAX_VALUE : after.number(0));
            select.setObject(3, after == null ? LAST : after.uuid(1));
            select.setInt(4, limit + 1);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<VisibilityChangeView>();
                while (row.next()) {
                    found.add(new VisibilityChangeView(
                            row.getObject("id", UUID.class),
                            row.getInt("version"),
                            row.getString("questionnaire"),
                            VisibilityWhat.of(row.getString("what")),
                            row.getBoolean("by_client") ? "client" : "clinician",
                            row.getObject("said_by", UUID.class),
                            Columns.moment(row, "said_at"),
                            row.getString("reason")));
                }
                return Slice.of(found, limit, last -> Cursor.of(last.version(), last.id()));
            }
        }
    }
}
