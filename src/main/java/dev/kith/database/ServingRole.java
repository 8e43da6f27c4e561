package dev.kith.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * With one account to a database, the tables' owner and the one who serves would be the same. So the service acts as a role
 * of its own, {@code <user>_app}, wherever the account may make one.
 */
final class ServingRole {
    private static final Logger LOG = Logger.getLogger("dev.kith.database");

    private ServingRole() {}

    /** Null: there is none, and none can be made. */
    static @Nullable String of(Connection connection) throws SQLException {
        var role = Sql.text(connection, "select current_user || '_app'");
        if (mayMakeRoles(connection)) {
            make(connection, role);
            return role;
        }
        if (Sql.holds(connection, "select exists (select from pg_roles where rolname = ?)", role)
                && Sql.holds(connection, "select pg_has_role(?, 'member')", role)) return role;
        LOG.warn("KITH_DB_USER owns the tables and serves, with forced row-level security as its only bound:"
                + " to separate the roles, name the owner in KITH_DB_OWNER_USER and KITH_DB_OWNER_PASSWORD"
                + " and another role in KITH_DB_USER");
        return null;
    }

    private static boolean mayMakeRoles(Connection connection) throws SQLException {
        return Sql.holds(connection, "select rolsuper or rolcreaterole from pg_roles where rolname = current_user");
    }

    private static void make(Connection connection, String role) throws SQLException {
        Sql.run(connection, "select pg_advisory_lock(5484)"); // two services on one database
        try {
            if (!Sql.holds(connection, "select exists (select from pg_roles where rolname = ?)", role))
                Sql.run(connection, "create role " + Sql.name(role) + " nologin");
            if (!mayAct(connection, role)) Sql.run(connection, "grant " + Sql.name(role) + " to current_user");
        } finally {
            Sql.run(connection, "select pg_advisory_unlock(5484)");
        }
    }

    /** From PostgreSQL 16 on, who makes a role administers it, but may not act as it until it is granted. */
    private static boolean mayAct(Connection connection, String role) throws SQLException {
        var since16 = Sql.holds(connection, "select current_setting('server_version_num')::int >= 160000");
        return Sql.holds(connection, "select pg_has_role(?, '" + (since16 ? "set" : "member") + "')", role);
    }
}
