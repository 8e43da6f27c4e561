package dev.kith.house;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What is logged under a category while this is open, at any level that the build keeps. */
public final class Logged extends Handler implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final Level before;
    private final Handler[] others;
    private final boolean parents;

    private Logged(Logger logger) {
        this.logger = logger;
        this.before = logger.getLevel();
        setLevel(Level.ALL);
        this.others = logger.getHandlers();
        this.parents = logger.getUseParentHandlers();
        for (var other : others) {
            logger.removeHandler(other); // nobody wants to read all this
        }
        logger.setUseParentHandlers(false);
        logger.setLevel(Level.ALL);
        logger.addHandler(this);
    }

    public static Logged under(String category) {
        return new Logged(Logger.getLogger(category));
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord line) {
        var text = new StringBuilder(line.getLoggerName()).append(' ').append(message(line));
        for (var cause = line.getThrown(); cause != null; cause = cause.getCause()) {
            text.append('\n').append(cause);
        }
        if (line instanceof ExtLogRecord more) {
            text.append(' ').append(more.getMdcCopy());
        }
        lines.add(text.toString());
    }

    private static String message(LogRecord line) {
        if (line instanceof ExtLogRecord more) {
            return String.valueOf(more.getFormattedMessage());
        }
        var parameters = line.getParameters();
        return parameters == null || parameters.length == 0
                ? String.valueOf(line.getMessage())
                : new MessageFormat(line.getMessage(), java.util.Locale.ROOT).format(parameters);
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(before);
        logger.setUseParentHandlers(parents);
        for (var other : others) {
            logger.addHandler(other);
        }
    }
}
