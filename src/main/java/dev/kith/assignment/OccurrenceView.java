package dev.kith.assignment;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When one task would open, be due and close. */
@Schema(description = "When one task would open, be due and close.")
public record OccurrenceView(
        @Schema(description = "Wall time asked for, in timeZone.", examples = "2026-03-29T02:30")
        String local,

        @Schema(description = "From 1 among those with the same wall time.", examples = "1")
        int ordinal,

        @Schema(examples = "Europe/Berlin") String timeZone,
        Instant opensAt,
        Instant dueAt,
        Instant lateAfter,
        Instant closesAt,

        @Schema(description = "What a clock change did to the opening: none, gap or overlap.", examples = "gap")
        String shifted) {}
