package dev.kith.assignment;

import dev.kith.security.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An assignment as its client and the care team see it. */
@Schema(description = "One course of one questionnaire or one exercise for one client.")
public record AssignmentView(
        UUID id,
        UUID clientId,

        @Schema(description = "Null for an exercise.", examples = "phq-9") @Nullable
        String questionnaire,

        @Schema(description = "Null for a questionnaire.", examples = "asking-ladder") @Nullable
        String exercise,

        @Schema(description = "The version that was published when it was assigned.")
        int version,

        VersionPolicy versionPolicy,

        @Schema(description = "Null for the client.") @Nullable
        String reason,

        @Schema(description = "Null for the client.") @Nullable
        String note,

        @Schema(description = "The current one.") ScheduleView schedule,

        @Schema(description = "1, and one more whenever the schedule changed.")
        int scheduleRevision,

        AssignmentState state,

        @Schema(description = "Its id in practice software.", examples = "ehr|4711") @Nullable
        String externalId,

        @Schema(description = "The enrolment that it belongs to.") @Nullable
        UUID enrollmentId,

        @Schema(description = "The step of the program.") @Nullable
        String step,

        @Nullable Instant pausedAt,

        @Schema(description = "Whether the client paused it; null when it is not paused.") @Nullable
        Boolean pausedByClient,

        @Schema(
                description =
                        "In somebody's words; gate-closed or program-held where nobody paused it and it goes on by itself: a gate of"
                                + " its exercise is closed, or its program holds it back. Null for practice software when the client"
                                + " paused it.")
        @Nullable
        String pauseReason,

        UUID madeBy,
        Instant madeAt,
        @Nullable Instant endedAt,

        @Schema(description = "Null for the client.") @Nullable
        String endReason,

        @Schema(description = "Counts changes; the ETag tells the same.")
        int revision) {

    /** What clinicians wrote for clinicians is not there for the client, and a client's own words are not there for programs. */
    static AssignmentView of(Caller caller, Assignment a, ScheduleView schedule) {
        var forClient = caller.isClient();
        return new AssignmentView(
                a.id,
                a.clientId,
                a.questionnaireKey,
                a.exerciseKey,
                a.work().version(),
                VersionPolicy.of(a.versionPolicy),
                forClient ? null : a.reason,
                forClient ? null : a.note,
                schedule,
                a.scheduleRevision,
                a.state(),
                a.externalId,
                a.enrollmentId,
                a.enrollmentStep,
                a.pausedAt,
                a.pausedByClient,
                caller.isMachine() && Boolean.TRUE.equals(a.pausedByClient) ? null : a.pauseReason,
                a.madeBy,
                a.madeAt,
                a.endedAt,
                forClient ? null : a.endReason,
                a.version);
    }
}

/** A page of them, newest first. */
@Schema(description = "A page of assignments, newest first.")
record AssignmentPage(
        List<AssignmentView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next) {}
