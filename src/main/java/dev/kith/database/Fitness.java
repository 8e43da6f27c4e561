package dev.kith.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;

/** What every database must be before it is served from, the embedded one as well as another's. */
final class Fitness {
    private static final Logger LOG = Logger.getLogger("dev.kith.database");
    private static final int OLDEST = 15;
    private static final int NEWEST = 18;

    private Fitness() {}

    static void requireVersion(Connection connection) throws SQLException {
        var major = Integer.parseInt(Sql.text(connection, "show server_version_num")) / 10_000;
        if (major < OLDEST)
            throw new RefusedToStart("the database is PostgreSQL " + major + ": versions " + OLDEST + " to " + NEWEST
                    + " are supported");
        if (major > NEWEST)
            LOG.warnf(
                    "The database is PostgreSQL %d, which is newer than this service was tested with (%d)",
                    major, NEWEST);
    }

    /** Asked in the session that serves: a role or a database may have settings of its own. */
    static void requireDurable(Connection connection) throws SQLException {
        for (var setting : List.of("fsync", "full_page_writes", "synchronous_commit"))
            if (Sql.text(connection, "show " + setting).equals("off"))
                throw new RefusedToStart("the database may lose what it confirmed: set " + setting + " = on");
    }

    static void requireBoundByPolicies(Connection connection) throws SQLException {
        if (Sql.holds(connection, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"))
            throw new RefusedToStart("the serving role of the database passes row-level security:"
                    + " take superuser and bypassrls from it (KITH_DB_USER)");
    }

    static void requireMayCreate(Connection connection) throws SQLException {
        if (!Sql.holds(connection, "select coalesce(has_schema_privilege(current_schema(), 'create'), false)"))
            throw new RefusedToStart("the migrating role may not create tables in the schema of the database:"
                    + " let it own the database (KITH_DB_OWNER_USER, or KITH_DB_USER without it)");
    }
}
