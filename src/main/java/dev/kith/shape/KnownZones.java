package dev.kith.shape;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;

/**
 * The time zones by which both Java and the database that is connected reckon wall time, asked once at the start. Java knows names that
 * PostgreSQL takes for something else ({@code SystemV/PST8}), and an operating system may leave out the older ones ({@code US/Michigan}).
 */
@ApplicationScoped
public class KnownZones {
    /** PostgreSQL takes CET and its like for abbreviations, which have no summer, whatever zone has the same name. */
    private static final String NAMES = """
        select n.name from pg_timezone_names n
        where n.name in ('UTC', 'GMT', 'UCT', 'Zulu')
          or not exists (select from pg_timezone_abbrevs a where a.abbrev = upper(n.name))
        """;

    @Inject
    AgroalDataSource database;

    private volatile Set<String> names = Set.of();

    void load(@Observes @Priority(2) StartupEvent start)
            throws SQLException { // before anybody is admitted, as a demo's people are
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(NAMES);
                var row = select.executeQuery()) {
            var found = new HashSet<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            found.retainAll(ZoneId.getAvailableZoneIds());
            names = Set.copyOf(found);
        }
    }

    public boolean has(String name) {
        return names.contains(name);
    }
}
