package dev.kith.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The database and the roles of the embedded server: who migrates, who serves, who only reads. */
final class EmbeddedRoles {
    static final String OWNER = "kith_owner";
    static final String APP = "kith_app";
    static final String READER = "kith_reader";

    private EmbeddedRoles() {}

    /** May be run again at any time. */
    static void prepare(EmbeddedServer server) throws SQLException {
        try (var connection = server.connect()) {
            for (var role : List.of(OWNER, APP, READER)) {
                if (!Sql.holds(connection, "select exists (select from pg_roles where rolname = ?)", role))
                    Sql.run(connection, "create role " + role);
                // the password is of our own making: letters, digits, '-' and '_'
                Sql.run(
                        connection,
                        "alter role " + role
                                + " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '"
                                + server.password(role) + "'");
            }
            prepareDatabase(connection);
        }
    }

    private static void prepareDatabase(Connection connection) throws SQLException {
        if (!Sql.holds(connection, "select exists (select from pg_database where datname = ?)", "kith"))
            Sql.run(connection, "create database kith owner " + OWNER);
        Sql.run(connection, "revoke all on database kith, postgres, template1 from public");
        Sql.run(connection, "grant connect on database kith to " + APP + ", " + READER);
    }
}
