package dev.kith.database;

import java.sql.Connection;
import java.sql.SQLException;

/** The few statements that are run before there is a pool. */
final class Sql {
    private Sql() {}

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the only row. */
    static String text(Connection connection, String sql, String... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) statement.setString(i + 1, parameters[i]);
            try (var row = statement.executeQuery()) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        }
    }

    static boolean holds(Connection connection, String sql, String... parameters) throws SQLException {
        return text(connection, sql, parameters).equals("t");
    }

    static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
