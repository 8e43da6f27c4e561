package dev.kith.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An assignment as clinicians see it. */
@Schema(description = "One course of one questionnaire for one client.")
public record AssignmentView(
        UUID id,
        UUID clientId,
        @Schema(examples = "phq-9") String questionnaire,

        @Schema(description = "The version that was published when it was assigned.")
        int version,

        VersionPolicy versionPolicy,
        @Nullable String reason,
        @Nullable String note,
        ScheduleView schedule,
        AssignmentState state,
        UUID madeBy,
        Instant madeAt,
        @Nullable Instant endedAt,
        @Nullable String endReason) {

    static AssignmentView of(Assignment a) {
        return new AssignmentView(
                a.id,
                a.clientId,
                a.questionnaireKey,
                a.questionnaireVersion,
                VersionPolicy.of(a.versionPolicy),
                a.reason,
                a.note,
                new ScheduleView(a.startsLocal.toString(), a.timeZone, a.opensFor, a.dueAfter),
                a.state(),
                a.madeBy,
                a.madeAt,
                a.endedAt,
                a.endReason);
    }

    /** The schedule that its tasks were made by. */
    @Schema(description = "Wall time, in its zone.")
    public record ScheduleView(
            @Schema(description = "Local date-time.", examples = "2026-12-01T00:00")
            String start,

            @Schema(examples = "Europe/Berlin") String timeZone,

            @Schema(description = "ISO 8601; null: 14 days.") @Nullable
            String opensFor,

            @Schema(description = "ISO 8601; null: 7 days.") @Nullable
            String dueAfter) {}
}

/** A page of them, newest first. */
@Schema(description = "A page of assignments, newest first.")
record AssignmentPage(
        List<AssignmentView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}
