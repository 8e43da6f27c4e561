package dev.kith.paging;

import dev.kith.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the sort keys of its last row, opaque to the reader. The checksum finds accidents, not forgers; a forged
 * one only starts the reader's own list elsewhere.
 */
public final class Cursor {
    private static final String BETWEEN = "\u001f";
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final String NONE = "\u0000";

    private final List<String> keys;

    private Cursor(List<String> keys) {
        this.keys = keys;
    }

    /** The sort keys of a row, in the order of the sort; null stands for no value. Text must not hold control characters. */
    public static Cursor of(@Nullable Object... keys) {
        return new Cursor(Arrays.stream(keys)
                .map(key -> key == null ? NONE : key.toString())
                .toList());
    }

    /**
     * Reads what a reader sent as {@code after}; null when it sent nothing and wants the first page.
     *
     * @throws ProblemException 400 at #after when it is not one of ours
     */
    public static @Nullable Cursor read(@Nullable String after) {
        if (after == null) {
            return null;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            var mark = text.indexOf(BETWEEN);
            var keys = text.substring(mark + 1);
            if (mark < 0 || !text.substring(0, mark).equals(checksum(keys))) {
                throw refused();
            }
            return new Cursor(List.of(keys.split(BETWEEN, -1)));
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    /** The form on the wire: URL-safe, some 60 characters for a time and an id. */
    public String write() {
        var text = String.join(BETWEEN, keys);
        var bytes = (checksum(text) + BETWEEN + text).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public boolean isNull(int key) {
        return at(key, NONE::equals);
    }

    public String text(int key) {
        return at(key, Function.identity());
    }

    public UUID uuid(int key) {
        return at(key, UUID::fromString);
    }

    public Instant instant(int key) {
        return at(key, text -> within(Instant.parse(text), EARLIEST, LATEST));
    }

    public LocalDate date(int key) {
        return at(key, text -> within(LocalDate.parse(text), date(EARLIEST), date(LATEST)));
    }

    public long number(int key) {
        return at(key, Long::parseLong);
    }

    private static LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** Beyond these no row is, and a forged time would be more than the database takes. */
    private static <T extends Comparable<? super T>> T within(T value, T earliest, T latest) {
        if (value.compareTo(earliest) < 0 || value.compareTo(latest) > 0) {
            throw refused();
        }
        return value;
    }

    private <T> T at(int key, Function<String, T> read) {
        try {
            return read.apply(keys.get(key));
        } catch (RuntimeException e) {
            throw refused();
        }
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    private static ProblemException refused() {
        return ProblemException.malformed("#after", "cursor", "is not a cursor of this list; begin again without it");
    }
}
