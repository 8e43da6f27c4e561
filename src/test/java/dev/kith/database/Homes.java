package dev.kith.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Data directories for tests, with the programs of PostgreSQL linked in: unpacking them for each would take seconds. */
public final class Homes {
    private Homes() {}

    /** Its name has a space, which no program may stumble over. */
    public static Path fresh() throws IOException {
        var home = Files.createTempDirectory("kith data ").toRealPath();
        var programs = programs();
        Files.createSymbolicLink(home.resolve(programs.getFileName()), programs);
        return home;
    }

    /** Where the programs are, unpacked on first use; who tests beside waits for it. */
    static synchronized Path programs() throws IOException {
        try (var turn = FileChannel.open(
                        Path.of("target/postgresql.turn"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = turn.lock();
                var shared = DataDirectory.open(Path.of("target/postgresql"))) {
            return Binaries.unpackedIn(shared).directory();
        }
    }

    /** The database kept in a directory, as its owner. Its server runs. */
    public static Connection asOwner(Path home) throws IOException, SQLException {
        var port = new Postmaster(home.resolve("cluster")).port().orElseThrow();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/kith",
                "kith_owner",
                Secrets.read(home.resolve("passwords.properties")).of("kith_owner"));
    }
}
