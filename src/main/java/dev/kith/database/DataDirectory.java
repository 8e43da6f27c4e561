package dev.kith.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Where the service keeps what must outlive it. One service at a time holds it. */
final class DataDirectory implements AutoCloseable {
    private static final int RELOAD_MILLIS = 15_000;

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes the directory when it is missing (mode 0700), and takes its lock. */
    static DataDirectory open(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            var path = directory.toRealPath();
            Files.delete(Files.createTempFile(path, "probe", null));
            var channel = FileChannel.open(
                    path.resolve("service.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new RefusedToStart(
                        "the data directory " + path + " (KITH_DATA_DIR) is in use by another service");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new DataDirectory(path, channel);
        } catch (IOException e) {
            throw new RefusedToStart(
                    "the data directory " + directory.toAbsolutePath() + " (KITH_DATA_DIR) cannot be written: "
                            + reason(e),
                    e);
        }
    }

    /** Within one JVM the lock overlaps with that of the run before a live reload, which is about to end. */
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        for (var waited = 0; waited < RELOAD_MILLIS; waited += 50) {
            try {
                return channel.tryLock();
            } catch (OverlappingFileLockException reloading) {
                Pause.millis(50);
            }
        }
        return null;
    }

    static String reason(IOException e) {
        if (e instanceof FileSystemException files && files.getReason() != null) return files.getReason();
        var message = e.getMessage();
        return e.getClass().getSimpleName()
                + (message == null ? "" : " " + message.lines().findFirst().orElse(""));
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public String toString() {
        return path.toString();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("The lock of " + path + " could not be released", e);
        }
    }
}
