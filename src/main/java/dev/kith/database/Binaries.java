package dev.kith.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL for this platform, unpacked from the class path once for each version. */
record Binaries(Path directory, String version) {
    private static final Pattern VERSION = Pattern.compile("-(\\d+\\.\\d+)(\\.\\d+)*\\.jar");

    static Binaries unpackedIn(DataDirectory home) throws IOException {
        var resource = resource();
        var url = Binaries.class.getClassLoader().getResource(resource);
        if (url == null)
            throw new RefusedToStart("no embedded PostgreSQL for this platform (" + System.getProperty("os.name") + ", "
                    + System.getProperty("os.arch") + "): set KITH_DB_URL to a database of your own");
        var version = VERSION.matcher(url.toString());
        if (!version.find()) throw new IOException("the binaries name no version");
        var directory = home.resolve("postgresql-" + version.group(1));
        if (!Files.isExecutable(directory.resolve("bin/postgres"))) unpack(resource, directory);
        return new Binaries(directory.toRealPath(), version.group(1));
    }

    String major() {
        return version.substring(0, version.indexOf('.'));
    }

    String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }

    private static void unpack(String resource, Path directory) throws IOException {
        var fresh = directory.resolveSibling(directory.getFileName() + ".new");
        Durably.deleteTree(fresh);
        Files.createDirectory(fresh);
        try (var raw = Binaries.class.getClassLoader().getResourceAsStream(resource);
                var tar = new TarArchiveInputStream(
                        new XZInputStream(new BufferedInputStream(java.util.Objects.requireNonNull(raw))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) unpack(tar, entry, fresh);
        }
        // a thousand small files: one sync of the system is faster than one for each
        Programs.runQuietly("sync");
        Durably.move(fresh, directory);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path top) throws IOException {
        var path = top.resolve(entry.getName()).normalize();
        if (!path.startsWith(top)) throw new IOException("an entry of the binaries leads out: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        else if (entry.isLink()) Files.createLink(path, top.resolve(entry.getLinkName()));
        else {
            Files.copy(tar, path);
            // readable by all: a root that dropped its rights is nobody
            var mode = (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--";
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }

    private static String resource() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arch = System.getProperty("os.arch");
        var arm = arch.equals("aarch64") || arch.equals("arm64");
        return "postgres-" + (os.contains("mac") ? "darwin" : "linux") + (arm ? "-arm_64.txz" : "-x86_64.txz");
    }
}
