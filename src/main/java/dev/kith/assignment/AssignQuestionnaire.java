package dev.kith.assignment;

import dev.kith.contract.Example;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to give a client a questionnaire. */
@Schema(description = "One questionnaire for one client, once.")
@Example("""
        {"questionnaire": "phq-9", "reason": "Intake", "schedule": {"start": "2026-12-01", "dueAfter": "P3D", "opensFor": "P7D"}}
        """)
public record AssignQuestionnaire(
        @Schema(description = "The key of a published questionnaire.", examples = "phq-9") @NotBlank @Size(max = 80)
        String questionnaire,

        @Schema(
                description =
                        "pinned (when left out): answered on the version that is published now. latest-comparable:"
                                + " on the newest whose scores compare.")
        @Nullable
        VersionPolicy versionPolicy,

        @Schema(description = "Why; for the clinicians.") @Nullable @Size(max = 500)
        String reason,

        @Schema(description = "For the clinicians; never shown to the client.") @Nullable @Size(max = 2000)
        String note,

        @Schema(description = "When left out: it opens now.") @Nullable @Valid
        Schedule schedule) {

    /** When the task opens, is due and closes, in the client's wall time. */
    @Schema(description = "When the task opens, is due and closes, in wall time of a zone.")
    public record Schedule(
            @Schema(
                    description = "Local date (opens when the day starts) or local date-time. When left out: now.",
                    examples = "2026-12-01")
            @Nullable
            @Size(max = 30)
            String start,

            @Schema(description = "IANA zone; the client's when left out.", examples = "Europe/Berlin")
            @Nullable
            @Size(max = 60)
            String timeZone,

            @Schema(
                    description =
                            "ISO 8601 duration from opening to closing, at most two years; 14 days when left out.",
                    examples = "P7D")
            @Nullable
            @Size(max = 40)
            String opensFor,

            @Schema(
                    description =
                            "ISO 8601 duration from opening to due; 7 days when left out, and never after closing.",
                    examples = "P3D")
            @Nullable
            @Size(max = 40)
            String dueAfter) {}
}
