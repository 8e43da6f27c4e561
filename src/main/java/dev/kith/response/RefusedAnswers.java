package dev.kith.response;

import dev.kith.refusal.RefusedCall;
import dev.kith.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were refused, as far as they can be read.
 *
 * @param response the id that they were sent to; null where a task names it, or nobody
 * @param author null when nobody can tell
 */
record RefusedAnswers(
        @Nullable UUID client,
        @Nullable UUID task,
        @Nullable UUID response,
        @Nullable String questionnaire,
        @Nullable Integer version,
        @Nullable Author author,
        Map<String, @Nullable Object> answers,
        @Nullable Instant authoredAt,
        @Nullable Instant clientTime,
        @Nullable String language,
        boolean complete)
        implements Sending {
    /** What is mended and sent again comes by another way through the network, and seems to be written a little earlier or later. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    static RefusedAnswers of(Caller caller, RefusedCall call) {
        var amends = call.body().containsKey("reason");
        return new RefusedAnswers(
                call.uuid("client"),
                call.task(),
                call.inPath("responseId"),
                call.text("questionnaire"),
                call.body().get("version") instanceof Integer version ? version : null,
                caller.isClient() ? Author.CLIENT : author(call.text("author")),
                answers(call.body().get("answers")),
                call.instant("authoredAt"),
                call.instant("clientTime"),
                call.text("language"),
                amends || call.isTrue("complete"));
    }

    private static Map<String, @Nullable Object> answers(@Nullable Object said) {
        var answers = new LinkedHashMap<String, @Nullable Object>();
        if (said instanceof Map<?, ?> map) {
            map.forEach((linkId, answer) -> answers.put(String.valueOf(linkId), answer));
        }
        return answers;
    }

    private static @Nullable Author author(@Nullable String code) {
        return Stream.of(Author.values())
                .filter(author -> author.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** By our clock, and so early that what is mended and sent again is newer. Null when nobody said. */
    @Nullable
    Instant writtenAt(Instant now) {
        if (authoredAt == null) {
            return null;
        }
        var ahead = clientTime == null ? Duration.ZERO : Duration.between(now, clientTime);
        var at = authoredAt.minus(ahead).minus(MARGIN).truncatedTo(ChronoUnit.MICROS);
        return at.isBefore(Honesty.EARLIEST) || at.isAfter(now) ? now.truncatedTo(ChronoUnit.MICROS) : at;
    }

    @Override
    public @Nullable Instant startedAt() {
        return null;
    }

    @Override
    public @Nullable String timeZone() {
        return null;
    }
}
