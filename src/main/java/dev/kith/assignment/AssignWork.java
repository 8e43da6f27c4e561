package dev.kith.assignment;

import dev.kith.contract.Example;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to give a client something to do. */
@Schema(
        description =
                "One questionnaire or one exercise for one client, once or by a schedule. Exactly one of the two keys.")
@Example("""
        {"questionnaire": "phq-9", "reason": "Every two weeks", "schedule": {"start": "2026-12-01", "rrule": "FREQ=WEEKLY;INTERVAL=2;COUNT=6", "dueAfter": "P3D", "opensFor": "P7D"}}
        """)
public record AssignWork(
        @Schema(description = "The key of a published questionnaire.", examples = "phq-9") @Nullable @Size(max = 80)
        String questionnaire,

        @Schema(description = "The key of a published exercise or reading card.", examples = "asking-ladder")
        @Nullable
        @Size(max = 80)
        String exercise,

        @Schema(
                description = "pinned (when left out): done on the version that is published now. latest-comparable:"
                        + " on the newest whose results compare.")
        @Nullable
        VersionPolicy versionPolicy,

        @Schema(description = "Why; for the clinicians.") @Nullable @Size(max = 500)
        String reason,

        @Schema(description = "For the clinicians; never shown to the client.") @Nullable @Size(max = 2000)
        String note,

        @Schema(description = "How often in each period, on whatever days the client likes.") @Nullable @Valid
        AskedDose dose,

        @Schema(description = "When left out: once, from now.") @Nullable @Valid
        AskedSchedule schedule,

        @Schema(
                description = "Closed gates of the exercise that a clinician opens with their word; reason says why.",
                examples = "[\"safe-person\"]")
        @Nullable
        @Size(max = 8)
        List<@NotNull @Size(max = 64) String> opensGates) {}
