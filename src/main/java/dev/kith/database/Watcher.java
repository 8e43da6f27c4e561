package dev.kith.database;

import java.io.IOException;
import org.jboss.logging.Logger;

/** Starts the embedded server again when it dies under a running service. */
final class Watcher implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("dev.kith.database");
    private static final int MILLIS = 200;

    private final EmbeddedServer server;
    private final Thread thread = new Thread(this::watch, "embedded-postgresql-watcher");
    private boolean ended;

    Watcher(EmbeddedServer server) {
        this.server = server;
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (look()) Pause.millis(MILLIS);
        } catch (IOException ending) {
            LOG.debug("The embedded PostgreSQL is no longer watched");
        }
    }

    /** False when it is over. Holds the monitor while it starts a server, so that none is started after the end. */
    private synchronized boolean look() {
        if (ended) return false;
        try {
            if (server.isAlive()) return true;
            LOG.warn("The embedded PostgreSQL died: starting it again");
            server.startAgain();
            LOG.warn("The embedded PostgreSQL serves again");
        } catch (IOException e) {
            LOG.error("The embedded PostgreSQL does not start again, trying on: " + DataDirectory.reason(e));
        }
        return true;
    }

    @Override
    public synchronized void close() {
        ended = true;
        thread.interrupt();
    }
}
