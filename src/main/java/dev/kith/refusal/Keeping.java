package dev.kith.refusal;

import dev.kith.problem.ProblemException;
import dev.kith.problem.ProblemType;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What was refused only for what became of its place is kept as it was sent; what cannot be kept, or not now, is told. */
public final class Keeping {
    private Keeping() {}

    /** Keeps it; null when it is nothing new. */
    public interface Keep {
        @Nullable
        Heard now() throws SQLException;
    }

    /** Tells of it; null when the refusal has nothing to show. */
    public interface Tell {
        @Nullable
        Object now() throws SQLException;
    }

    /**
     * The one or the other. Where there is no room now it is told, and kept when it is sent again.
     *
     * @throws ProblemException what else is over when it is sent again
     */
    public static Heard orTell(Keep keep, Tell tell) throws SQLException {
        try {
            var kept = keep.now();
            if (kept != null) {
                return kept;
            }
        } catch (ProblemException refusedToo) {
            if (refusedToo.type() == ProblemType.TOO_MANY_REQUESTS) {
                return new Heard(tell.now(), null, refusedToo);
            }
            if (refusedToo.retryAfter() != null) {
                throw refusedToo;
            }
        } catch (IllegalArgumentException unreadable) { // it can never be kept as it is
            return new Heard(tell.now(), null);
        }
        return new Heard(tell.now(), null);
    }
}
