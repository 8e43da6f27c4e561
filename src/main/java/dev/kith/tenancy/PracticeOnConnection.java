package dev.kith.tenancy;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Second wall: tells PostgreSQL the practice when a transaction takes its connection from the pool, for that transaction
 * only. Never throws: Agroal would hand the connection to the next caller while this transaction still holds it.
 */
@Singleton
class PracticeOnConnection implements AgroalPoolInterceptor {
    @Override
    public void onConnectionAcquire(Connection connection) {
        var practice = Practices.currentOrNull();
        if (practice == null) {
            return; // row-level security shows no rows
        }
        try {
            if (connection.getAutoCommit()) {
                return; // no transaction: a local setting would be gone at once
            }
            try (var set = connection.prepareStatement("select set_config('kith.practice', ?, true)")) {
                set.setString(1, practice.toString());
                set.execute();
            }
        } catch (SQLException e) {
            Log.errorf("The practice could not be told to the database (SQLSTATE %s)", e.getSQLState());
            if (QuarkusTransaction.isActive()) {
                QuarkusTransaction.setRollbackOnly();
            }
        }
    }
}
