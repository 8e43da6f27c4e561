package dev.kith.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/** Files that are there whole or not at all, also after the power failed. */
final class Durably {
    private Durably() {}

    /** Writes a file that only this user may read (mode 0600), replacing an older one at once. */
    static void write(Path file, String text) throws IOException {
        // a temporary file is made with mode 0600
        var fresh = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
        try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
        move(fresh, file);
    }

    /** Moves within one directory, and waits until the directory knows it. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        try (var directory = FileChannel.open(to.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    static void deleteTree(Path top) throws IOException {
        if (!Files.exists(top)) return;
        try (var paths = Files.walk(top)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
