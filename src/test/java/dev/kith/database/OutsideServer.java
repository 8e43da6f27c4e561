package dev.kith.database;

import dev.kith.house.RunningJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL such as an operator runs: any version whose programs are on this machine. */
public final class OutsideServer implements AutoCloseable {
    public static final String PASSWORD = "p$a ss${x}$$w\\d'";

    private final Path programs;
    private final Path home;
    private final int port;

    private OutsideServer(Path programs, Path home, int port) {
        this.programs = programs;
        this.home = home;
        this.port = port;
    }

    public static OutsideServer ours() throws IOException {
        return of(Homes.programs().resolve("bin"));
    }

    static OutsideServer of(Path programs) throws IOException {
        var home = Files.createTempDirectory("outside").toRealPath();
        var server = new OutsideServer(programs, home, RunningJar.freePort());
        var password = home.resolve("password");
        Files.writeString(password, PASSWORD);
        server.run(
                "initdb", "-D", server.cluster(), "-U", "super", "-A", "scram-sha-256", "--pwfile=" + password, "-N");
        server.run(
                "pg_ctl",
                "start",
                "-D",
                server.cluster(),
                "-w",
                "-l",
                home.resolve("log").toString(),
                "-o",
                "-p " + server.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''");
        return server;
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public Connection connect(String database, String user) throws SQLException {
        return DriverManager.getConnection(url(database), user, PASSWORD);
    }

    /** Runs statements as the superuser, {@code {password}} standing for the password of all. */
    public OutsideServer with(String... statements) throws SQLException {
        try (var connection = connect("postgres", "super")) {
            for (var statement : statements)
                Sql.run(connection, statement.replace("{password}", "'" + PASSWORD.replace("'", "''") + "'"));
        }
        return this;
    }

    public Path privateKey() throws IOException {
        var file = home.resolve("signing-key.pem");
        if (!Files.exists(file)) Files.writeString(file, Keys.privatePem());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private String cluster() {
        return home.resolve("cluster").toString();
    }

    private void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<>(Programs.withoutRoot());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        if (Programs.runQuietly(command.toArray(String[]::new)) != 0)
            throw new IOException(program + " failed in " + home);
    }

    @Override
    public void close() throws IOException {
        run("pg_ctl", "stop", "-D", cluster(), "-m", "immediate", "-w");
    }
}
