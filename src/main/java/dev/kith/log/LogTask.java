package dev.kith.log;

import dev.kith.contract.Example;
import dev.kith.shape.LanguageTag;
import dev.kith.shape.ZoneName;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client's app sends to log a task. */
@Schema(description = "What is noted so far, whole each time.")
@Example("""
        {"before": {"rung": 2, "suds": 6, "context": {"text": "At work.", "sharing": "private"}}, "after": {"suds-peak": 7, "suds": 4, "outcome": "asked-yes", "who-helped": [{"who": "friend", "alias": "M.", "sharing": "private"}]}, "stopRuleUsed": false, "complete": false}
        """)
public record LogTask(
        @Schema(
                description =
                        "By the codes of the exercise's fields: a number, a code, true or false, a list of codes, {\"text\": \"...\","
                                + " \"sharing\": \"private|share-at-session|shared\"}, [{\"place\": \"chest\", \"quality\": \"tight\"}], or"
                                + " [{\"who\": \"friend\", \"alias\": \"...\", \"sharing\": \"...\"}]. Where sharing is left out, it stays as it stands; at first"
                                + " it is as the exercise says.")
        @Nullable
        @Size(max = 100)
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

        @Schema(description = "When the client began.") @Nullable
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
        implements Sending {}
