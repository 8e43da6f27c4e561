package dev.kith.problem;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import org.hibernate.StaleStateException;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** What the database refused, read from SQLSTATE and never from its message. */
final class DatabaseProblems {
    private static final Logger LOG = Logger.getLogger(DatabaseProblems.class);
    /** Seconds until a rival transaction is over. */
    private static final int SOON = 1;

    private DatabaseProblems() {}

    /** Null when this throwable, its causes left aside, says nothing about the database. */
    static @Nullable ProblemException of(Throwable e) {
        if (e instanceof OptimisticLockException || e instanceof StaleStateException) {
            return new ProblemException(ProblemType.STALE, null);
        }
        if (e instanceof JDBCConnectionException) {
            return away();
        }
        return e instanceof SQLException sql ? of(sql) : null;
    }

    private static @Nullable ProblemException of(SQLException e) {
        var state = e.getSQLState();
        if (state == null) {
            return fromPool(e) ? away() : null;
        }
        return switch (state) {
            case "23505", "23P01" -> conflict(e, "already-there", "Something with the same key is there already.");
            case "23503" -> conflict(e, "tied", "It is tied to something that is not there, or still needed.");
            case "23514" -> ProblemException.invalid("", "rule", "must keep the rule: " + rule(e));
            case "22001", "22003", "22007", "22008", "22021" ->
                ProblemException.invalid("", "out-of-range", "holds a value that cannot be stored");
            case "40001", "40P01", "55P03" ->
                ProblemException.unavailable("Another change was under way at the same place.", SOON);
            case "25006", "57014" -> away();
            default -> state.startsWith("08") || state.startsWith("53") || state.startsWith("57P0") ? away() : null;
        };
    }

    private static ProblemException conflict(SQLException e, String code, String detail) {
        LOG.infof("refused by the database: %s", rule(e));
        return ProblemException.conflict(code, detail);
    }

    private static ProblemException away() {
        return ProblemException.unavailable("The database is away.");
    }

    /** Constraints are named as sentences, so that their names can be shown. */
    private static String rule(SQLException e) {
        var said = e instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        var constraint = said == null ? null : said.getConstraint();
        return constraint == null ? "one that is not named" : constraint.replace('_', ' ');
    }

    /** Agroal's acquisition time-out is a bare SQLException, known only by where it was thrown. */
    private static boolean fromPool(SQLException e) {
        var stack = e.getStackTrace();
        return stack.length > 0 && stack[0].getClassName().startsWith("io.agroal.");
    }
}
