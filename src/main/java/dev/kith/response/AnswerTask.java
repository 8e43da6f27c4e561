package dev.kith.response;

import dev.kith.contract.Example;
import dev.kith.shape.LanguageTag;
import dev.kith.shape.ZoneName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client's app sends to answer a task. */
@Schema(description = "The answers so far, whole each time.")
@Example("""
        {"answers": {"phq-9.1": 1, "phq-9.2": 0, "phq-9.3": 2}, "complete": false}
        """)
public record AnswerTask(
        @Schema(
                description =
                        "By link id: a number for an option's value, a code, a text, a boolean, a date, a time, an array for"
                                + " many, or {\"other\": \"...\"} at an open choice; null is no answer. What is not asked, given the"
                                + " other answers, takes none.")
        @NotNull
        @Size(max = 500)
        Map<@Size(max = 120) String, @Nullable Object> answers,

        @Schema(description = "When the client began.") @Nullable
        Instant startedAt,

        @Schema(description = "The app's own clock when it sent this; the difference is recorded.") @Nullable
        Instant clientTime,

        @Schema(description = "The app's IANA zone.", examples = "Europe/Berlin")
        @Nullable
        @ZoneName(onlyKept = true)
        @Size(max = 60)
        String timeZone,

        @Schema(
                description = "Language that the questions were shown in; Accept-Language when left out.",
                examples = "en")
        @Nullable
        @LanguageTag
        @Size(max = 35)
        String language,

        @Schema(description = "false keeps a draft, true completes for good.")
        boolean complete)
        implements Sending {}
