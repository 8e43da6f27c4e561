package dev.kith;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the house keeps in its files: short ones, and a word on what each room is for. */
final class HouseFiles {
    static final int MOST_LINES = 220;

    private HouseFiles() {}

    static List<Path> tooLong(Path sources) {
        return files(sources).stream().filter(file -> lines(file) > MOST_LINES).toList();
    }

    static List<Path> roomsWithoutWord(Path sources) {
        return files(sources).stream()
                .map(Path::getParent)
                .distinct()
                .filter(room -> !text(room.resolve("package-info.java")).contains("@NullMarked\npackage "))
                .toList();
    }

    private static List<Path> files(Path sources) {
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        return text(file).lines().count();
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
