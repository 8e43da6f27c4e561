package dev.kith.broadcast;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Listens on one connection of its own, not of the pool, for as long as the service runs. When the connection is lost it is
 * made again, and everybody is told that anything may have changed meanwhile.
 */
@ApplicationScoped
class Listener {
    private static final Logger LOG = Logger.getLogger(Listener.class);
    /** A connection that died without a word is noticed after so long. */
    private static final int SILENCE_MILLIS = 5_000;

    private static final int ANSWER_SECONDS = 2;
    private static final int FIRST_PAUSE_MILLIS = 50;
    private static final int LONGEST_PAUSE_MILLIS = 2_000;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Inject
    Event<Heard> heard;

    private volatile boolean stopped;
    private volatile @Nullable Connection connection;

    void start(@Observes StartupEvent event) {
        var thread = new Thread(this::run, "broadcast");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws SQLException {
        stopped = true;
        var open = connection;
        if (open != null) {
            open.abort(Runnable::run); // wakes the thread that waits on it
        }
    }

    private void run() {
        var pause = FIRST_PAUSE_MILLIS;
        while (!stopped) {
            try (var open = connect()) {
                connection = open;
                pause = FIRST_PAUSE_MILLIS;
                tell(Heard.ANYTHING); // from here on nothing is missed; before, something may have been
                listen(open);
            } catch (SQLException e) {
                if (!stopped) {
                    LOG.warnf("News of other replicas cannot be heard, trying again (SQLSTATE %s)", e.getSQLState());
                    tell(Heard.ANYTHING);
                }
            }
            pause = rest(pause);
        }
    }

    private void listen(Connection open) throws SQLException {
        var postgres = open.unwrap(PGConnection.class);
        while (!stopped) {
            var news = postgres.getNotifications(SILENCE_MILLIS);
            if (news == null || news.length == 0) {
                if (!open.isValid(ANSWER_SECONDS)) {
                    throw new SQLException("silent", "08006");
                }
                continue;
            }
            for (var one : news) {
                var read = Broadcast.read(one.getParameter());
                if (read != null) {
                    tell(read);
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        var settings = new Properties();
        settings.setProperty("user", user);
        settings.setProperty("password", password);
        settings.setProperty("ApplicationName", "kith-broadcast");
        settings.setProperty("connectTimeout", "2");
        settings.setProperty("tcpKeepAlive", "true");
        var open = DriverManager.getConnection(url, settings);
        try (var listen = open.createStatement()) {
            listen.execute("listen " + Broadcast.CHANNEL);
            return open;
        } catch (SQLException e) {
            open.close();
            throw e;
        }
    }

    /** One who cannot bear the news must not keep it from the others, nor end the listening. */
    private void tell(Heard news) {
        try {
            heard.fire(news);
        } catch (RuntimeException e) {
            LOG.errorf("News could not be taken in: %s", e.getClass().getName());
        }
    }

    /** How long to rest next time. */
    private int rest(int millis) {
        try {
            Thread.sleep(stopped ? 0 : millis);
        } catch (InterruptedException e) {
            stopped = true;
        }
        return Math.min(2 * millis, LONGEST_PAUSE_MILLIS);
    }
}
