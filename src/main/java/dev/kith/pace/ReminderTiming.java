package dev.kith.pace;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a client wants to be reminded, where the rules remind them. */
@Schema(
        description =
                "When the client wants to be reminded, where the rules that hold for the work remind them: each of it in place of what the"
                        + " rules say.")
record ReminderTiming(
        @Schema(
                description =
                        "ISO 8601 duration before due or closing, or after opening, as the rule goes; at most 31 days. Null: as the rules"
                                + " say.",
                examples = "PT2H")
        @Nullable
        @Size(max = 40)
        String lead,

        @Schema(
                description =
                        "How often again while it is not done; 0: never; more than 0: with every. Null: as the rules say.",
                examples = "1")
        @Nullable
        @Min(0)
        @Max(10)
        Integer repeats,

        @Schema(description = "ISO 8601 duration between two, an hour to 31 days; with repeats.", examples = "P1D")
        @Nullable
        @Size(max = 40)
        String every) {

    /** In the form in which it is kept; null where it says nothing. */
    @Nullable
    ReminderTiming kept(String at) {
        var timing = Timing.read(lead, repeats, every, at);
        return lead == null && repeats == null
                ? null
                : new ReminderTiming(
                        timing.lead() == null ? null : timing.lead().toString(),
                        repeats,
                        timing.every() == null ? null : timing.every().toString());
    }
}
