package dev.kith.sandbox;

import dev.kith.sandbox.ClockRows.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A sandbox's clock, and what a move did. */
@Schema(description = "What the clock of the sandbox shows. It runs on from there as real time does.")
record SandboxClockView(
        @Schema(description = "What the practice's clock shows.")
        Instant now,

        @Schema(description = "What the clock on the wall shows.")
        Instant realTime,

        @Schema(description = "ISO 8601: how far ahead it is.", examples = "P1DT2H", implementation = String.class)
        Duration offset,

        @Schema(description = "Real time of the last move or reset; null when there was none.") @Nullable
        Instant movedAt,

        @Schema(description = "The account or integration that moved it last.") @Nullable
        UUID movedBy,

        @Schema(
                description =
                        "Moments at which this move stopped, so that what was due there was done; 2,000 at most, and from"
                                + " the 1,000th on the steps are widened. Null when nothing was moved.")
        @Nullable
        Integer stops,

        @Schema(
                description =
                        "False when the move was broken off on the way, after 40 seconds: send it again, with at, to go on."
                                + " Null when nothing was moved.")
        @Nullable
        Boolean arrived) {

    static SandboxClockView of(Row row, Instant real, @Nullable Integer stops, @Nullable Boolean arrived) {
        return new SandboxClockView(
                real.plusMillis(row.offsetMs()),
                real,
                Duration.ofMillis(row.offsetMs()),
                row.movedAt(),
                row.movedBy(),
                stops,
                arrived);
    }
}
