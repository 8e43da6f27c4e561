package dev.kith.reminder;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When to remind of a task, and how often again while it is not done. */
@Schema(description = "When to remind of a task, and how often again while it is not done.")
record ReminderRule(
        @NotNull Channel channel,
        @NotNull Moment moment,

        @Schema(
                description =
                        "ISO 8601 duration after opening, or before due or closing; at most 31 days, never before it opens. Null: at"
                                + " that moment.",
                examples = "PT2H")
        @Nullable
        @Size(max = 40)
        String lead,

        @Schema(description = "How often again while it is not done; null: never.") @Nullable @Min(0) @Max(10)
        Integer repeats,

        @Schema(description = "ISO 8601 duration between two, an hour to 31 days; with repeats.", examples = "P1D")
        @Nullable
        @Size(max = 40)
        String every) {}
