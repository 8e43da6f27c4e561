package dev.kith.sync;

import dev.kith.contract.Example;
import dev.kith.shape.ZoneName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an app sends once it is online again. */
@Schema(description = "What a client did offline, in any order, and where the app stands.")
@Example("""
        {"clientTime": "2026-03-29T09:30:00Z", "timeZone": "Europe/Berlin", "items": [{"id": "0198c000-0000-7000-8000-000000000009", "kind": "response", "questionnaire": "gad-7", "authoredAt": "2026-03-20T19:00:00Z", "answers": {"gad-7.1": 1, "gad-7.2": 0, "gad-7.3": 2, "gad-7.4": 1, "gad-7.5": 0, "gad-7.6": 1, "gad-7.7": 0}, "complete": true}]}
        """)
record SyncBatch(
        @Schema(description = "From the last reply; left out the first time, or to begin again.")
        @Nullable
        @Size(max = 500)
        String cursor,

        @Schema(
                description =
                        "What the app's own clock shows as it sends this. Its times are corrected by the difference to ours.")
        @NotNull
        Instant clientTime,

        @Schema(description = "The app's IANA zone; an item may say another.", examples = "Europe/Berlin")
        @Nullable
        @ZoneName(onlyKept = true)
        @Size(max = 60)
        String timeZone,

        @Schema(
                description =
                        "Each with an id of the app's own, which is tried once and no more, and a kind. response: id is that of"
                                + " the response, the rest as for PUT /v1/responses/{responseId}, and authoredAt by the app's clock."
                                + " log: likewise, as for PUT /v1/logs/{logId}. sharing: log, sharing as for"
                                + " PUT /v1/logs/{logId}/sharing, and saidAt by the app's clock, which must be there. What was said last of a"
                                + " place stands, in whatever order it comes, also against what was said online and with the log itself"
                                + " (as of authoredAt). Where that cannot be told for sure, as within a minute of what was said online, the"
                                + " narrowest of it stands: private, then share-at-session, then shared. skip: task, barrier and note as for"
                                + " POST /v1/tasks/{taskId}/skip, and skippedAt by the app's clock, or now when left out. An item of another"
                                + " shape is refused alone.")
        @NotNull
        @Size(max = 100)
        List<@NotNull @Size(max = 60) Map<@Size(max = 120) String, @Nullable Object>> items) {}
