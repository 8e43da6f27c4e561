package dev.kith.report;

import dev.kith.json.DayOrInstant;
import dev.kith.progress.Tracing;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which scale of which client, and when. */
@SuppressWarnings("NullAway.Init") // filled from the address
class ChartQuestion {
    @Parameter(description = "The client.")
    @PathParam("clientId")
    UUID clientId;

    @Parameter(description = "Key of the questionnaire.", example = "phq-9")
    @PathParam("questionnaire")
    @Size(max = 100)
    String questionnaire;

    @Parameter(description = "Code of the scale.", example = "total")
    @PathParam("scale")
    @Size(max = 100)
    String scale;

    @Parameter(description = "Whose answers: client, clinician or informant.")
    @QueryParam("author")
    @DefaultValue("client")
    @Size(max = 9)
    @Pattern(regexp = "client|clinician|informant")
    String author;

    @Parameter(
            description = "Given at or after; a date stands for its start in the client's time zone.",
            schema = @Schema(implementation = Instant.class))
    @QueryParam("from")
    @Nullable
    DayOrInstant from;

    @Parameter(
            description = "Given before; a date stands for its start in the client's time zone.",
            schema = @Schema(implementation = Instant.class))
    @QueryParam("to")
    @Nullable
    DayOrInstant to;

    Tracing.Wanted wanted() {
        return new Tracing.Wanted(clientId, questionnaire, scale, author, from, to);
    }
}
