package dev.kith.refusal;

import dev.kith.security.Caller;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that was refused, as far as it can be read. What is not of its type is not there.
 *
 * @param body members as they were sent, of any type
 * @param path what the path names
 * @param conflict it was well asked, but the state of things said no (409)
 * @param languages the Accept-Language header
 */
public record RefusedCall(
        Map<String, @Nullable Object> body,
        Map<String, String> path,
        boolean conflict,
        @Nullable String languages) {

    /** Whether a client said something, and only what became of its place stands against it; what is amended has its place. */
    public boolean mayBeKept(Caller caller) {
        return conflict && caller.isClient() && !body.containsKey("reason");
    }

    public @Nullable UUID inPath(String name) {
        return id(path.get(name));
    }

    /** The task that it is sent to, or says that it is for. */
    public @Nullable UUID task() {
        var inPath = inPath("taskId");
        return inPath == null ? uuid("task") : inPath;
    }

    public @Nullable UUID uuid(String member) {
        return id(body.get(member));
    }

    public @Nullable String text(String member) {
        return body.get(member) instanceof String text ? text : null;
    }

    public boolean isTrue(String member) {
        return Boolean.TRUE.equals(body.get(member));
    }

    public @Nullable Instant instant(String member) {
        try {
            return body.get(member) instanceof String text ? Instant.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable UUID id(@Nullable Object said) {
        try {
            return said instanceof String text ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
