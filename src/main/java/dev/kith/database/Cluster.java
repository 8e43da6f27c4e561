package dev.kith.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the embedded server: made whole in another place and moved, so that a half made one never counts. */
final class Cluster {
    private Cluster() {}

    /** The directory of the server's data, made on the first start. */
    static Path ensure(DataDirectory home, Binaries binaries, Programs programs) throws IOException {
        var cluster = home.resolve("cluster");
        var passwords = home.resolve("passwords.properties");
        if (Files.exists(cluster)) {
            if (!Files.exists(passwords))
                throw new RefusedToStart(passwords + " is missing: bring it back with the data it belongs to");
            requireSameMajor(cluster, binaries);
            return cluster;
        }
        var secrets = Files.exists(passwords) ? Secrets.read(passwords) : Secrets.make(passwords);
        make(home.resolve("cluster.new"), secrets, programs);
        Durably.move(home.resolve("cluster.new"), cluster);
        return cluster;
    }

    private static void make(Path fresh, Secrets secrets, Programs programs) throws IOException {
        Durably.deleteTree(fresh);
        var passwordFile = fresh.resolveSibling("initdb.password");
        Durably.write(passwordFile, secrets.of("postgres") + "\n");
        try {
            var exit = programs.run(
                    "initdb",
                    "--pgdata=" + fresh,
                    "--username=postgres",
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums");
            if (exit != 0) throw new IOException("initdb failed, see postgresql-tools.log");
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private static void requireSameMajor(Path cluster, Binaries binaries) throws IOException {
        var written = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!written.equals(binaries.major()))
            throw new RefusedToStart("the data in " + cluster + " are of PostgreSQL " + written
                    + ", this version carries " + binaries.major() + ": dump and restore them (README, \"Upgrading\")");
    }
}
