package dev.kith.assignment;

import dev.kith.contract.Example;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to skip a task. */
@Schema(description = "What stood in the way. Nobody is scolded for it; it helps to find what fits better.")
@Example("""
        {"barrier": "too-hard", "note": "The ask felt too big this week."}
        """)
record SkipTask(
        @NotNull Barrier barrier,

        @Schema(description = "For the client and the care team.") @Nullable @Size(max = 2000)
        String note) {}

/** What is sent to snooze a task. */
@Schema(description = "Not now: until a moment before it closes, or for a while. Exactly one of the two.")
@Example("""
        {"forDuration": "PT2H"}
        """)
record SnoozeTask(
        @Nullable Instant until,

        @Schema(description = "ISO 8601 duration from now.", examples = "PT2H") @Nullable @Size(max = 40)
        String forDuration) {}

/** What is sent to say that it is too much. */
@Schema(
        description =
                "It is too much for me: the dose is lowered from the next period on, and the clinician hears of it.")
@Example("""
        {"note": "Three times a week does not fit with my shifts."}
        """)
record SayTooMuch(
        @Schema(description = "For the care team.") @Nullable @Size(max = 2000)
        String note) {}

/** What became of it. */
@Schema(description = "What became of the schedule.")
record TooMuchView(
        @Schema(
                description =
                        "fewer-times: one time less in each period. fewer-times-a-day: one time of day less. half-as-often: it comes"
                                + " round half as often, in periods of the same length. paused: there was nothing left to lower, so it is"
                                + " paused.")
        Lessening.Step done,

        AssignmentView assignment) {}
