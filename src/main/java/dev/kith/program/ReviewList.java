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
 * The clinician's steps, and those that only a clinician moves on, of all clients whom a caller sees, in one query. Native, for the caseload, and for the day that it is where
 * each client lives.
 */
@ApplicationScoped
class ReviewList {
    private static final String PLANNED = """
        select s.id, e.id as enrollment_id, e.client_id, e.program_practice_id, e.program_key, e.program_version, e.state, s.step, s.round,
               s.planned_on, s.blocked_by
        from %s
        where s.practice_id = kith_practice() and (s.state = 'planned' or s.blocked_by is not null) and s.planned_on <= ?
          and (s.planned_on <= (?::timestamptz at time zone kith_zone(c.time_zone))::date) = ?
          and (s.planned_on, s.id) > (?, ?)
        """;

    /** Along the days, no further than asked. */
    static final String OF_ALL = PLANNED.formatted("""
        enrollment_step s
        join enrollment e on e.practice_id = s.practice_id and e.id = s.enrollment_id
        join client c on c.practice_id = e.practice_id and c.id = e.client_id and c.archived_at is null
        """.strip()) + "order by s.planned_on, s.id limit ?";

    /** From the caseload on, whatever else the practice has planned; else the limit would lead along the days of all. */
    static final String OF_CASELOAD =
            """
        with mine as materialized (
          select distinct client_id from kith_caseload(?, ?)
        ), planned as materialized (
        """ + PLANNED.formatted("""
        mine
        join client c on c.practice_id = kith_practice() and c.id = mine.client_id and c.archived_at is null
        join enrollment e on e.practice_id = c.practice_id and e.client_id = c.id
        join enrollment_step s on s.practice_id = e.practice_id and s.enrollment_id = e.id
        """.strip()) + ") select * from planned order by planned_on, id limit ?";

    /** No day is more than one away from the one in UTC, wherever a client lives. */
    private static final int ELSEWHERE = 1;

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

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
            LocalDate plannedOn,
            @Nullable String blockedBy) {}

    /** The earliest first, one more than asked for. */
    List<Found> page(Caller caller, ReviewState which, @Nullable Cursor after, int limit) throws SQLException {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var due = which == ReviewState.DUE;
        var from =
                after == null ? Cursor.of(due ? LocalDate.EPOCH : today.minusDays(ELSEWHERE), new UUID(0, 0)) : after;
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(caller.isMachine() ? OF_ALL : OF_CASELOAD)) {
            var next = 1;
            if (!caller.isMachine()) {
                select.setObject(next++, caller.memberId());
                select.setObject(next++, realTime.instant().atOffset(ZoneOffset.UTC));
            }
            select.setObject(next++, due ? today.plusDays(ELSEWHERE) : NEVER);
            select.setObject(next++, now.atOffset(ZoneOffset.UTC));
            select.setBoolean(next++, due);
            select.setObject(next++, from.date(0));
            select.setObject(next++, from.uuid(1));
            select.setInt(next, limit + 1);
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
                row.getObject(10, LocalDate.class),
                row.getString(11));
    }
}
