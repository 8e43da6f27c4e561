package dev.kith.report;

import dev.kith.contract.Gives;
import dev.kith.json.DayOrInstant;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A client's scores as a table. */
@Path("/v1/clients/{clientId}/scores.csv")
@Tag(name = "Progress")
class ScoresTableResource {
    @Inject
    Tabling tabling;

    @Inject
    Callers callers;

    @GET
    @Produces("text/csv")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("progress:read")
    @Gives("Content-Disposition")
    @Operation(
            summary = "Export a client's scores as CSV.",
            description =
                    "A row for each score that counts as given, the oldest first: at, questionnaire, version, scale, author, value, reason, band (its code) and"
                            + " responseId; value or reason is empty. UTF-8, comma, every cell quoted, with a header row; no text becomes a formula."
                            + " Clients get their own, without the scales that the care team keeps for a talk.")
    public RestResponse<StreamingOutput> exportScores(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @Parameter(
                            description = "Given at or after; a date stands for its start in the client's time zone.",
                            schema = @Schema(implementation = Instant.class))
                    @QueryParam("from")
                    @Nullable
                    DayOrInstant from,
            @Parameter(
                            description = "Given before; a date stands for its start in the client's time zone.",
                            schema = @Schema(implementation = Instant.class))
                    @QueryParam("to")
                    @Nullable
                    DayOrInstant to,
            @Parameter(description = "Key of the one questionnaire; all when left out.", example = "phq-9")
                    @QueryParam("questionnaire")
                    @Size(max = 100)
                    @Nullable
                    String questionnaire)
            throws SQLException {
        var wanted = new Tabling.Wanted(clientId, from, to, questionnaire, "scores.exported");
        var allowed = tabling.begin(callers.current(), wanted);
        return CsvReply.of("scores.csv", out -> write(allowed, out));
    }

    private void write(Tabling.Allowed allowed, OutputStream out) throws IOException, SQLException {
        try (var table = new CsvTable(out)) {
            table.row("at", "questionnaire", "version", "scale", "author", "value", "reason", "band", "responseId");
            for (var after = allowed.start(); after != null; ) {
                var page = tabling.scores(allowed, after);
                for (var line : page.lines()) {
                    var measure = line.measure();
                    table.row(
                            line.at(),
                            measure.questionnaire(),
                            line.version(),
                            measure.scale(),
                            measure.author(),
                            line.value(),
                            line.reason(),
                            line.band(),
                            line.responseId());
                }
                after = page.next();
            }
        }
    }
}
