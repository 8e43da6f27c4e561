package dev.kith.tenancy;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** For jobs: does a step in each practice, one after the other, each in a transaction of its own. */
@Singleton
public class EveryPractice {
    private static final String ALL =
            "select * from kith_practices(false) union all select * from kith_practices(true)";

    @Inject
    Practices practices;

    @Inject
    AgroalDataSource database;

    /** A step that may use the database. */
    public interface Step {
        void run() throws SQLException;
    }

    /** Call it from code without a transaction. */
    public void once(Step step) throws SQLException {
        for (var practice : all()) {
            practices.within(practice, () -> {
                step.run();
                return practice;
            });
        }
    }

    /** All practices, those of the demo too. */
    public List<UUID> all() throws SQLException {
        var found = new ArrayList<UUID>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ALL);
                var row = select.executeQuery()) {
            while (row.next()) {
                found.add(row.getObject(1, UUID.class));
            }
        }
        return found;
    }
}
