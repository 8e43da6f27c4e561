package dev.kith.idempotency;

import dev.kith.security.Caller;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Takes turns where no row is there yet to wait for: until the running transaction ends, no other has the same name. By plain SQL, so that
 * what is not written yet need not be written first.
 */
@ApplicationScoped
public class Turns {
    private static final String TAKE = """
        select count(pg_advisory_xact_lock(hashtextextended(name, 0)))
        from (select name from unnest(?::text[]) as n (name) order by name) ordered
        """;

    @Inject
    AgroalDataSource database;

    /** Waits for the turn; names are of the caller's practice. Two names may meet in one turn, which only costs time. */
    public void take(Caller caller, String name) {
        takeAll(caller, List.of(name));
    }

    /** Waits for all of these turns, in one order, so that two who want some of the same do not wait for each other. */
    public void takeAll(Caller caller, Collection<String> names) {
        var whole = names.stream().map(name -> caller.practice() + " " + name).toArray();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(TAKE)) {
            select.setArray(1, connection.createArrayOf("text", whole));
            select.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The turn could not be taken", e);
        }
    }
}
