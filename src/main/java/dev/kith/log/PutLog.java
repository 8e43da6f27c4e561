package dev.kith.log;

import dev.kith.contract.Example;
import dev.kith.shape.LanguageTag;
import dev.kith.shape.ZoneName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to store a log under an id of one's own. */
@Schema(description = "A log from an app offline, from the chair, from history, or of something that nobody planned.")
@Example("""
        {"client": "0198c000-0000-7000-8000-000000000001", "exercise": "ask-and-notice", "author": "client", "authoredAt": "2026-03-02T09:30:00Z", "before": {"suds": 5, "body-sensations": [{"place": "chest", "quality": "tight"}]}, "after": {"suds": 3, "body-sensations": [{"place": "chest", "quality": "warm"}], "outcome": "asked-yes"}, "complete": true}
        """)
public record PutLog(
        @Schema(description = "Whom it is about; clients leave it out.") @Nullable
        UUID client,

        @Schema(description = "The task that it is for, if any.") @Nullable
        UUID task,

        @Schema(description = "Its key; the task's when left out.", examples = "ask-and-notice")
        @Nullable
        @Size(max = 64)
        String exercise,

        @Schema(description = "The version that was shown; the task's or the published one when left out.")
        @Nullable
        @Min(1)
        @Max(1_000_000)
        Integer version,

        @Schema(description = "Whose words they are; clients leave it out.") @Nullable
        LogAuthor author,

        @Schema(description = "When it was done, in the past; for clinicians and integrations. Now when left out.")
        @Nullable
        Instant authoredAt,

        @Schema(description = "By the codes of the exercise's fields, whole each time.") @Nullable @Size(max = 100)
        Map<@Size(max = 64) String, @Nullable Object> before,

        @Schema(description = "As before.") @Nullable @Size(max = 100)
        Map<@Size(max = 64) String, @Nullable Object> during,

        @Schema(description = "As before.") @Nullable @Size(max = 100)
        Map<@Size(max = 64) String, @Nullable Object> after,

        @Schema(description = "Whether a stop rule was used; true tells the clinician at once, in a draft too.")
        @Nullable
        Boolean stopRuleUsed,

        @Schema(
                description =
                        "The rung of the ladder that it was done on, if any. A number in the values counts only where it can mean one rung.")
        @Nullable
        UUID rung,

        @Schema(description = "When it was begun.") @Nullable
        Instant startedAt,

        @Schema(description = "The app's own clock when it sent this; the difference is recorded.") @Nullable
        Instant clientTime,

        @Schema(description = "The app's IANA zone.", examples = "Europe/Berlin") @Nullable @ZoneName @Size(max = 60)
        String timeZone,

        @Schema(
                description = "Language that the exercise was shown in; Accept-Language when left out.",
                examples = "en")
        @Nullable
        @LanguageTag
        @Size(max = 35)
        String language,

        @Schema(description = "false keeps a draft, true completes for good.")
        boolean complete)
        implements Sending {

    /** The same, sent with others at a moment when the app's clock showed this. */
    public PutLog sentAt(Instant theirs) {
        return new PutLog(
                client,
                task,
                exercise,
                version,
                author,
                authoredAt,
                before,
                during,
                after,
                stopRuleUsed,
                rung,
                startedAt,
                theirs,
                timeZone,
                language,
                complete);
    }
}
