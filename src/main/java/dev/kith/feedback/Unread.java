package dev.kith.feedback;

import dev.kith.feedback.UnreadView.OfClient;
import dev.kith.feedback.UnreadView.OfSubject;
import dev.kith.time.RealTime;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What waits to be read, in one query each. Native, for the total over what is cut off and for the caseload. */
@ApplicationScoped
class Unread {
    private static final String OF_CLIENT = """
        select case when response_id is null then 'log' else 'response' end, coalesce(response_id, log_id),
               count(*), sum(count(*)) over ()
        from feedback
        where practice_id = kith_practice() and client_id = ? and member_id is not null
          and read_at is null and withdrawn_at is null
        group by response_id, log_id
        order by max(given_at) desc, 2
        limit 200
        """;
    private static final String ON_CASELOAD = """
        select client_id, count(*), sum(count(*)) over ()
        from feedback
        where practice_id = kith_practice() and member_id is null and read_at is null and withdrawn_at is null
          and client_id in (select client_id from kith_caseload(?, ?))
        group by client_id
        order by max(given_at) desc, client_id
        limit 200
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    @RealTime
    Clock clock;

    UnreadView ofClient(UUID client) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(OF_CLIENT)) {
            select.setObject(1, client);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<OfSubject>();
                var all = 0L;
                while (row.next()) {
                    var kind = SubjectKind.of(row.getString(1));
                    found.add(new OfSubject(new Subject(kind, row.getObject(2, UUID.class)), row.getLong(3)));
                    all = row.getLong(4);
                }
                return new UnreadView(all, found, List.of());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Unread feedback could not be counted", e);
        }
    }

    /** What nobody of the care team has read, of the clients that this member sees now. */
    UnreadView onCaseloadOf(UUID member) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ON_CASELOAD)) {
            select.setObject(1, member);
            select.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                var found = new ArrayList<OfClient>();
                var all = 0L;
                while (row.next()) {
                    found.add(new OfClient(row.getObject(1, UUID.class), row.getLong(2)));
                    all = row.getLong(3);
                }
                return new UnreadView(all, List.of(), found);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Unread feedback could not be counted", e);
        }
    }
}
