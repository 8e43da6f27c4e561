package dev.kith.outcome;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who was enrolled in which programs at some time within a period: one query. Native, because set-based. */
@ApplicationScoped
class ProgramClients {
    private static final String ENROLLED = """
        select client_id, array_agg(distinct program_key) from enrollment
        where practice_id = kith_practice() and began_on < ? and (ended_at is null or ended_at >= ?)
        group by client_id
        """;

    @Inject
    AgroalDataSource database;

    /** Keys of programs, by client; clients in none are not there. */
    Map<UUID, Set<String>> within(Months months) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ENROLLED)) {
            select.setObject(1, months.dayAfter());
            select.setObject(2, months.begin().atOffset(java.time.ZoneOffset.UTC));
            try (var row = select.executeQuery()) {
                var programs = new HashMap<UUID, Set<String>>();
                while (row.next()) {
                    var keys = (String[]) row.getArray(2).getArray();
                    programs.put(row.getObject(1, UUID.class), Set.copyOf(Arrays.asList(keys)));
                }
                return programs;
            }
        }
    }
}
