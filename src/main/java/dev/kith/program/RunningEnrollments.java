package dev.kith.program;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Enrolments that are not over, of many clients in one query. Who may see them is for the caller to ask. Native, for the day that it is
 * where each client lives.
 */
@ApplicationScoped
public class RunningEnrollments {
    private static final String READ = """
        select e.id, e.client_id, e.program_practice_id, e.program_key, e.program_version, e.state, w.week, d.due, h.held
        from enrollment e
        join client c on c.practice_id = e.practice_id and c.id = e.client_id
        cross join lateral (select (?::timestamptz at time zone kith_zone(c.time_zone))::date as today offset 0) t
        left join lateral (
          select week from enrollment_step
          where practice_id = e.practice_id and enrollment_id = e.id and state <> 'cancelled' and planned_on <= t.today
          order by planned_on desc, round desc, week desc limit 1) w on true
        cross join lateral (
          select count(*) as due from enrollment_step
          where practice_id = e.practice_id and enrollment_id = e.id and (state = 'planned' or blocked_by is not null) and planned_on <= t.today) d
        cross join lateral (
          select count(*) as held from enrollment_step
          where practice_id = e.practice_id and enrollment_id = e.id and held_on is not null) h
        where e.practice_id = kith_practice() and e.client_id = any (?) and e.ended_at is null
        order by e.client_id, e.id
        """;

    @Inject
    AgroalDataSource database;

    @Inject
    ProgramCatalogue catalogue;

    /**
     * The oldest of each client first.
     *
     * @param now of the practice's clock
     * @param wanted an Accept-Language value
     */
    public List<RunningEnrollment> of(Collection<UUID> clients, Instant now, @Nullable String wanted)
            throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ)) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            select.setArray(2, connection.createArrayOf("uuid", clients.toArray()));
            try (var row = select.executeQuery()) {
                var found = new ArrayList<RunningEnrollment>();
                while (row.next()) {
                    found.add(read(row, wanted));
                }
                return found;
            }
        }
    }

    private RunningEnrollment read(ResultSet row, @Nullable String wanted) throws SQLException {
        var program = catalogue.require(row.getObject(3, UUID.class), row.getString(4), row.getInt(5));
        return new RunningEnrollment(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                program.key(),
                program.version(),
                program.definition().title().in(program.languageFor(wanted)),
                EnrollmentState.of(row.getString(6)),
                row.getObject(7, Integer.class),
                row.getInt(8),
                row.getInt(9));
    }
}
