package dev.kith.program;

import dev.kith.paging.Cursor;
import dev.kith.security.Caller;
import dev.kith.time.RealTime;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The clinician's steps of all clients whom a caller sees, in one query. Native, for the caseload, and for the day that it is where
 * each client lives.
 */
@ApplicationScoped
class ReviewList {
    private static final String PLANNED = """
        select s.id, e.id, e.client_id, e.program_practice_id, e.program_key, e.program_version, e.state, s.step, s.round, s.planned_on
        from enrollment_step s
        join enrollment e on e.practice_id = s.practice_id and e.id = s.enrollment_id
        join client c on c.practice_id = e.practice_id and c.id = e.client_id and c.archived_at is null
        where s.practice_id = kith_practice() and s.state = 'planned'
          and (s.planned_on <= (?::timestamptz at time zone c.time_zone)::date) = ?
          and (?::boolean or c.id in (select client_id from kith_caseload(?, ?)))
          and (s.planned_on, s.id) > (?, ?)
        order by s.planned_on, s.id
        limit ?
        """;

    private static final Cursor FIRST = Cursor.of(LocalDate.EPOCH, new UUID(0, 0));

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    @Inject
    @RealTime
    Clock realTime;

    /** A step of which nothing but its enrolment is known. */
    record Found(
            UUID id,
            UUID enrollment,
            UUID client,
            UUID programOwner,
            String programKey,
            int programVersion,
            EnrollmentState state,
            String step,
            int round,
            LocalDate plannedOn) {}

    /** The earliest first, one more than asked for. */
    List<Found> page(Caller caller, ReviewState which, @Nullable Cursor after, int limit) throws SQLException {
        var from = after == null ? FIRST : after;
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PLANNED)) {
            select.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            select.setBoolean(2, which == ReviewState.DUE);
            select.setBoolean(3, caller.isMachine());
            select.setObject(4, caller.memberId());
            select.setObject(5, realTime.instant().atOffset(ZoneOffset.UTC));
            select.setObject(6, from.date(0));
            select.setObject(7, from.uuid(1));
            select.setInt(8, limit + 1);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Found>();
                while (row.next()) {
                    found.add(found(row));
                }
                return found;
            }
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getInt(6),
                EnrollmentState.of(row.getString(7)),
                row.getString(8),
                row.getInt(9),
                row.getObject(10, LocalDate.class));
    }
}
