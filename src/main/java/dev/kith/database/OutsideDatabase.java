package dev.kith.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A database that the operator runs.
 *
 * @param user serves, and migrates too when no owner is named
 * @param owner migrates, when it is named
 * @param reader the name of a role that may read all tables
 */
public record OutsideDatabase(
        String url,
        Account user,
        @Nullable Account owner,
        @Nullable String reader) {

    public OutsideDatabase {
        if (!url.startsWith("jdbc:postgresql:"))
            throw new RefusedToStart("KITH_DB_URL is to begin with jdbc:postgresql:");
    }

    /** Checks the database, and gives it a serving role of its own where that can be had. */
    Access prepare() {
        try {
            var access = owner == null ? shared(user) : apart(owner);
            try (var connection = access.serve()) {
                Fitness.requireDurable(connection);
                Fitness.requireBoundByPolicies(connection);
            }
            return access;
        } catch (SQLException e) {
            throw new RefusedToStart(reason(e), e);
        }
    }

    private Access apart(Account migrating) throws SQLException {
        try (var connection = Access.connect(url, migrating, "")) {
            requireFit(connection);
            if (Sql.holds(connection, "select pg_has_role(?, current_user, 'member')", user.user()))
                throw new RefusedToStart("the role of KITH_DB_USER may act as the owner of the tables:"
                        + " name two roles that are apart (KITH_DB_USER, KITH_DB_OWNER_USER)");
            return new Access(url, migrating, user, null, user.user(), readerOr(user.user()));
        }
    }

    private Access shared(Account account) throws SQLException {
        try (var connection = Access.connect(url, account, "")) {
            requireFit(connection);
            var role = ServingRole.of(connection);
            var app = role == null ? Sql.text(connection, "select current_user") : role;
            return new Access(url, account, account, role, app, readerOr(app));
        }
    }

    private void requireFit(Connection connection) throws SQLException {
        Fitness.requireVersion(connection);
        Fitness.requireMayCreate(connection);
        if (reader != null && !Sql.holds(connection, "select exists (select from pg_roles where rolname = ?)", reader))
            throw new RefusedToStart("the database has no role of the name in KITH_DB_READER");
    }

    private String readerOr(String app) {
        return reader == null ? app : reader;
    }

    /** By SQLSTATE: the driver's own text names addresses. */
    private static String reason(SQLException e) {
        var state = String.valueOf(e.getSQLState());
        return switch (state) {
            case "28P01", "28000" ->
                "the database refuses the user or the password (KITH_DB_USER, KITH_DB_PASSWORD,"
                        + " KITH_DB_OWNER_USER, KITH_DB_OWNER_PASSWORD)";
            case "3D000" -> "the database named in KITH_DB_URL does not exist";
            case "08001", "08004", "08006" -> "the database at KITH_DB_URL does not answer";
            case "42704", "42501" -> "the database denies a right that the service needs (SQLSTATE " + state + ")";
            default -> "the database at KITH_DB_URL cannot be used (SQLSTATE " + state + ")";
        };
    }

    @Override
    public String toString() {
        return "OutsideDatabase[" + user + "]";
    }
}
