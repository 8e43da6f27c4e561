package dev.kith.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The database of this process, ready to be migrated and served from. Close it after the last query. */
public final class Database implements AutoCloseable {
    private final Map<String, String> properties;
    private final @Nullable Running running;

    /** What the embedded server needs while it runs. */
    private record Running(DataDirectory home, EmbeddedServer server, Watcher watcher) {}

    private Database(Access access, @Nullable Running running) {
        this.properties = access.properties();
        this.running = running;
    }

    /** Starts or takes over the PostgreSQL kept in a directory. Throws RefusedToStart. */
    public static Database embedded(Path directory) {
        var home = DataDirectory.open(directory);
        try {
            var server = EmbeddedServer.start(home);
            return new Database(access(server), new Running(home, server, new Watcher(server)));
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    /** Checks and prepares a database that the operator runs. Throws RefusedToStart. */
    public static Database outside(OutsideDatabase database) {
        return new Database(database.prepare(), null);
    }

    /** What Quarkus is to be told: data source, migrations, placeholders. Holds passwords. */
    public Map<String, String> properties() {
        return properties;
    }

    /** Ends the embedded server, if there is one. */
    @Override
    public void close() {
        if (running == null) return;
        running.watcher().close();
        try {
            running.server().stop();
        } catch (IOException e) {
            throw new IllegalStateException("The embedded PostgreSQL was not stopped; the next start takes it over", e);
        } finally {
            running.home().close();
        }
    }

    /** Lets go of the embedded server but leaves it running, for the next start to take over. */
    public void leaveRunning() {
        if (running == null) return;
        running.watcher().close();
        running.home().close();
    }

    /** The command that ends the embedded server from outside; empty for another's database. */
    public List<String> stopCommand() {
        return running == null ? List.of() : running.server().stopCommand();
    }

    private static Access access(EmbeddedServer server) {
        try {
            EmbeddedRoles.prepare(server);
            var access = new Access(
                    server.url("kith"),
                    new Account(EmbeddedRoles.OWNER, server.password(EmbeddedRoles.OWNER)),
                    new Account(EmbeddedRoles.APP, server.password(EmbeddedRoles.APP)),
                    null,
                    EmbeddedRoles.APP,
                    EmbeddedRoles.READER);
            try (var connection = access.serve()) {
                Fitness.requireDurable(connection);
                Fitness.requireBoundByPolicies(connection);
            }
            return access;
        } catch (SQLException e) {
            throw new RefusedToStart(
                    "the roles of the embedded database could not be prepared (SQLSTATE " + e.getSQLState() + ")", e);
        }
    }
}
