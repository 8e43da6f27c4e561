package dev.kith.problem;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Whatever no other mapper knows: wrapped problems are unwrapped, the database's are read, the rest is a 500. */
@Singleton
class Unforeseen {
    private static final Logger LOG = Logger.getLogger(Unforeseen.class);
    private static final int MOST_FRAMES = 60;
    private static final int MOST_CAUSES = 30;

    @Inject
    Replies replies;

    @ServerExceptionMapper
    RestResponse<Problem> any(Throwable e) {
        var known = known(e);
        if (known == null) {
            log(e);
            return replies.reply(ProblemType.INTERNAL);
        }
        if (known.type() == ProblemType.UNAVAILABLE) {
            LOG.warnf("unavailable: %s", known.getMessage());
        }
        return replies.reply(known);
    }

    static void log(Throwable e) {
        LOG.error(trail(e));
    }

    /** The problem that this is about, if any of its causes tells. */
    static @Nullable ProblemException known(Throwable e) {
        for (var cause : chain(e)) {
            var known = cause instanceof ProblemException own ? own : DatabaseProblems.of(cause);
            if (known != null) {
                return known;
            }
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return ProblemException.unavailable("Something we need is away.");
            }
        }
        return null;
    }

    /** The throwable, its causes, and what a failed batch hangs beside them. */
    private static List<Throwable> chain(Throwable e) {
        var seen = Collections.<Throwable>newSetFromMap(new IdentityHashMap<>());
        var chain = new ArrayList<Throwable>();
        follow(e, seen, chain);
        return chain;
    }

    private static void follow(@Nullable Throwable e, java.util.Set<Throwable> seen, List<Throwable> chain) {
        if (e == null || chain.size() >= MOST_CAUSES || !seen.add(e)) {
            return;
        }
        chain.add(e);
        follow(e.getCause(), seen, chain);
        if (e instanceof SQLException sql) {
            follow(sql.getNextException(), seen, chain);
        }
        for (var suppressed : e.getSuppressed()) {
            follow(suppressed, seen, chain);
        }
    }

    /** Classes and frames, no messages: those of drivers and parsers quote what people wrote. */
    static String trail(Throwable e) {
        var text = new StringBuilder("unforeseen");
        for (var cause : chain(e)) {
            text.append("\n  ").append(cause.getClass().getName());
            if (cause instanceof SQLException sql) {
                text.append(" SQLSTATE ").append(sql.getSQLState());
            }
            var frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                text.append("\n    at ").append(frames[i]);
            }
        }
        return text.toString();
    }
}
