package dev.kith.response;

import dev.kith.contract.Example;
import dev.kith.shape.LanguageTag;
import dev.kith.shape.ZoneName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to store a response under an id of one's own. */
@Schema(description = "A response from an app offline, from the chair, or from history.")
@Example("""
        {"client": "0198c000-0000-7000-8000-000000000001", "questionnaire": "gad-7", "author": "client", "authoredAt": "2026-03-02T09:30:00Z", "answers": {"gad-7.1": 1, "gad-7.2": 0, "gad-7.3": 2, "gad-7.4": 1, "gad-7.5": 0, "gad-7.6": 1, "gad-7.7": 0}, "complete": true}
        """)
public record PutResponse(
        @Schema(description = "Whom it is about; clients leave it out.") @Nullable
        UUID client,

        @Schema(description = "The task that it answers, if any.") @Nullable
        UUID task,

        @Schema(examples = "phq-9") @NotBlank @Size(max = 80)
        String questionnaire,

        @Schema(description = "The version that was rendered; the task's or the published one when left out.")
        @Nullable
        @Min(1)
        @Max(1_000_000)
        Integer version,

        @Schema(description = "By link id, whole each time.") @NotNull @Size(max = 500)
        Map<@Size(max = 120) String, @Nullable Object> answers,

        @Schema(description = "Whose answers they are. Clients send client.") @NotNull
        Author author,

        @Schema(description = "When they were given, in the past; for clinicians and integrations. Now when left out.")
        @Nullable
        Instant authoredAt,

        @Schema(description = "When the author began.") @Nullable
        Instant startedAt,

        @Schema(description = "The app's own clock when it sent this; the difference is recorded.") @Nullable
        Instant clientTime,

        @Schema(description = "The app's IANA zone.", examples = "Europe/Berlin")
        @Nullable
        @ZoneName(onlyKept = true)
        @Size(max = 60)
        String timeZone,

        @Schema(
                description = "Language that the questions were shown in; Accept-Language when left out.",
                examples = "en")
        @Nullable
        @LanguageTag
        @Size(max = 35)
        String language,

        @Schema(description = "false keeps a draft, true completes for good.")
        boolean complete)
        implements Sending {

    /** The same, sent with others at a moment when the app's clock showed this. */
    public PutResponse sentAt(Instant theirs) {
        return new PutResponse(
                client,
                task,
                questionnaire,
                version,
                answers,
                author,
                authoredAt,
                startedAt,
                theirs,
                timeZone,
                language,
                complete);
    }
}
