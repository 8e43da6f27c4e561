package dev.kith.trail;

import dev.kith.trail.AccessLines.AccessLine;
import dev.kith.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody opened or changed the client's record. */
@Schema(description = "Somebody opened or changed the client's record.")
record AccessLogEntry(
        UUID id,
        Instant at,

        @Schema(description = "What was done, for programs.", examples = "progress.read")
        String action,

        @Schema(description = "What was done, in words.", examples = "Looked at how scores went.")
        String text,

        AccessBy by,

        @Schema(description = "Why, as they said; only where the glass was broken.", examples = "On call tonight")
        @Nullable
        String reason,

        @Schema(
                description =
                        "How often, up to this time, on the same day where the client lives. More than once only of looks at lists over many"
                                + " clients: those of one reader on one day are one entry, at the last of them.",
                examples = "1")
        int times) {

    /** Who it was. */
    @Schema(description = "Who it was.")
    record AccessBy(
            @Schema(
                    description = "member, client, integration, or system for the practice's own software.",
                    examples = "member")
            String kind,

            @Schema(description = "As they are called now.", examples = "Kim Clinician")
            String name,

            @Schema(description = "Of a member: clinician, supervisor, admin, as they are now.")
            List<String> roles) {}

    static AccessLogEntry of(AccessLine line, Words words) {
        var code = "access." + line.action();
        return new AccessLogEntry(
                line.id(),
                line.at(),
                line.action(),
                words.say(words.has(code) ? code : "access.other"),
                new AccessBy(
                        line.kind(),
                        Objects.requireNonNullElseGet(line.name(), () -> words.say("access.by-software")),
                        line.roles()),
                line.reason(),
                line.times());
    }
}

/** A page of the client's access log. */
@Schema(description = "A page of the client's access log, newest first.")
record AccessLog(
        List<AccessLogEntry> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}
