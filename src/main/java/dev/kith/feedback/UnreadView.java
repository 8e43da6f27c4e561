package dev.kith.feedback;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What waits to be read. */
@Schema(description = "How much waits to be read, and where.")
record UnreadView(
        @Schema(description = "All of it.") long count,

        @Schema(description = "For clients: by response or log, the latest first, at most 200; empty for members.")
        List<OfSubject> bySubject,

        @Schema(
                description =
                        "For members: by client on their caseload, the latest first, at most 200; empty for clients.")
        List<OfClient> byClient) {

    /** Unread in one thread. */
    @Schema(name = "UnreadOfSubject", description = "Unread messages in one thread.")
    record OfSubject(Subject about, long count) {}

    /** Unread from one client. */
    @Schema(name = "UnreadOfClient", description = "Messages of one client that nobody of the care team has read.")
    record OfClient(UUID clientId, long count) {}
}
