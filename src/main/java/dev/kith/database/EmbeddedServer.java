package dev.kith.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * A real PostgreSQL on a port of this machine only. One that a killed service left running is taken over; one that dies is
 * started again on its port.
 */
final class EmbeddedServer {
    private static final Logger LOG = Logger.getLogger("dev.kith.database");
    private static final int TRIES = 5;
    private static final int ANSWER_MILLIS = 60_000;
    private static final long LOG_BYTES = 10_000_000;

    private final Programs programs;
    private final Binaries binaries;
    private final Secrets secrets;
    private final Path cluster;
    private final Path log;
    private final Postmaster postmaster;
    private int port;

    private EmbeddedServer(DataDirectory home) throws IOException {
        this.binaries = Binaries.unpackedIn(home);
        this.programs = Programs.of(binaries, home.resolve("postgresql-tools.log"));
        this.cluster = Cluster.ensure(home, binaries, programs);
        this.secrets = Secrets.read(home.resolve("passwords.properties"));
        this.log = home.resolve("postgresql.log");
        this.postmaster = new Postmaster(cluster);
    }

    /** Adopts the server that runs on these data, or starts one. */
    static EmbeddedServer start(DataDirectory home) {
        try {
            var server = new EmbeddedServer(home);
            if (!server.adopt()) server.startOn(Ports.free());
            return server;
        } catch (IOException e) {
            throw new RefusedToStart(
                    "the embedded PostgreSQL in " + home + " does not start: " + DataDirectory.reason(e), e);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String password(String role) {
        return secrets.of(role);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres"), "postgres", secrets.of("postgres"));
    }

    boolean isAlive() throws IOException {
        return postmaster.alive().isPresent();
    }

    /** The same port, so that every connection string stays true. */
    void startAgain() throws IOException {
        startOn(port);
    }

    void stop() throws IOException {
        if (isAlive() && programs.run("pg_ctl", stopping()) != 0)
            LOG.warn("The embedded PostgreSQL did not stop in time; the next start takes it over");
    }

    /** For a hook that may outlive the classes of this room. */
    List<String> stopCommand() {
        return programs.command("pg_ctl", stopping());
    }

    private String[] stopping() {
        return new String[] {"stop", "--pgdata=" + cluster, "--mode=fast", "--wait", "--timeout=15"};
    }

    private boolean adopt() throws IOException {
        for (var waited = 0; waited < ANSWER_MILLIS; waited += 100) {
            if (!isAlive()) return false;
            port = postmaster.port().orElse(0);
            if (port > 0 && answers()) {
                LOG.infof("Took over the embedded PostgreSQL %s that was running", binaries.version());
                return true;
            }
            Pause.millis(100);
        }
        throw new IOException("a server holds its data and does not answer");
    }

    /** Whether it is ready; one of another version is asked to go, so that this version's takes its place. */
    private boolean answers() throws IOException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("show server_version")) {
            row.next();
            if (row.getString(1).startsWith(binaries.version())) return true;
        } catch (SQLException startingOrStopping) {
            return false;
        }
        stop();
        return false;
    }

    private void startOn(int wanted) throws IOException {
        rotateLog();
        port = wanted;
        for (var attempt = 1; !isAlive(); attempt++) {
            postmaster.clear();
            var exit = programs.run(
                    "pg_ctl",
                    "start",
                    "--pgdata=" + cluster,
                    "--wait",
                    "--timeout=60",
                    "--log=" + log,
                    "--options=" + ServerOptions.on(port));
            if (exit == 0) break;
            if (attempt == TRIES) throw new IOException("PostgreSQL does not start, see " + log);
            Pause.millis(300);
        }
    }

    private void rotateLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_BYTES)
            Files.move(log, log.resolveSibling("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
}
