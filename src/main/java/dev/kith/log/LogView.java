package dev.kith.log;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A log as its reader may see it. */
@Schema(
        description =
                "A log. Words that the reader may not read are left out: {\"sharing\": \"private\"} says that some are there.")
public record LogView(
        UUID id,
        LogState state,
        UUID clientId,
        @Nullable UUID taskId,

        @Schema(
                description =
                        "The log that was completed before under the id that this one was sent to: both are kept, for they say different"
                                + " things, and this one is no try on a ladder. Null where there is none.")
        @Nullable
        UUID besideId,

        @Schema(examples = "ask-and-notice") String exercise,

        @Schema(description = "The version that it was logged on; render it with that one for ever.")
        int version,

        String title,

        @Schema(description = "Must stand beside it; null when nothing must.") @Nullable
        String label,

        @Schema(description = "1, and one more with each correction.")
        int revision,

        @Schema(description = "Whose words they are.") LogAuthor author,

        @Schema(description = "The account or integration that wrote the words.")
        UUID enteredBy,

        @Nullable Instant startedAt,
        Instant authoredAt,

        @Schema(description = "When the server first heard of it.")
        Instant receivedAt,

        @Nullable Instant completedAt,

        @Schema(description = "Completed after its task had closed.")
        boolean late,

        @Schema(description = "The app's zone then.", examples = "Europe/Berlin") @Nullable
        String timeZone,

        @Schema(examples = "en") String language,

        @Schema(description = "By the codes of the exercise's fields; what was left out is not there.")
        Map<String, @Nullable Object> before,

        @Schema(description = "As before.") Map<String, @Nullable Object> during,
        @Schema(description = "As before.") Map<String, @Nullable Object> after,

        @Schema(description = "Whether a stop rule was used; null when nobody said.") @Nullable
        Boolean stopRuleUsed,

        @Schema(description = "The rung that it names.") @Nullable
        UUID rung,

        @Schema(
                description =
                        "Of a completed log that names no rung and says a number: whether that made it a try on a ladder. false: no rung"
                                + " had that number until then, or more than one had; name the rung by its id.")
        @Nullable
        Boolean rungCounted,

        @Schema(description = "Numbers that the exercise makes of one log.")
        List<LogDerivedView> derived,

        @Schema(description = "Stop rules that the numbers call for: show them beside.")
        List<CalledStopRuleView> stopRules) {}

/** A number made of a log, or the reason why there is none. */
@Schema(description = "A number that was made of what was logged, or the reason why there is none.")
record LogDerivedView(
        @Schema(examples = "distress-drop") String code,
        String title,
        @Nullable BigDecimal value,

        @Schema(description = "not-logged or no-logs; null with a value.", examples = "not-logged") @Nullable
        String reason) {}

/** When to stop, and what to do then. */
@Schema(description = "When to stop, and what to do then.")
record CalledStopRuleView(
        @Schema(examples = "distress-stays-high") String code, String text) {}

/** A page of them, newest first. */
@Schema(description = "A page of logs, newest first.")
record LogPage(
        List<LogView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}

/** What a log said before it was corrected. */
@Schema(description = "What a log said before it was corrected, and why that changed.")
record LogRevisionView(
        @Schema(examples = "1") int revision,

        @Schema(description = "By the codes of the exercise's fields; words as their reader may read them now.")
        Map<String, @Nullable Object> before,

        @Schema(description = "As before.") Map<String, @Nullable Object> during,
        @Schema(description = "As before.") Map<String, @Nullable Object> after,
        @Nullable Boolean stopRuleUsed,
        Instant replacedAt,
        UUID replacedBy,
        String reason) {}

/** All of them, newest first. */
@Schema(description = "Earlier revisions, newest first; empty when it was never corrected.")
record LogRevisionList(
        List<LogRevisionView> items, @Nullable String next) {}
