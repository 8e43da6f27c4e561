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

/** A client's answers as a table. */
@Path("/v1/clients/{clientId}/items.csv")
@Tag(name = "Progress")
class ItemsTableResource {
    @Inject
    Tabling tabling;

    @Inject
    Callers callers;

    @GET
    @Produces("text/csv")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("responses:read")
    @Gives("Content-Disposition")
    @Operation(
            summary = "Export a client's answers as CSV.",
            description =
                    "A row for each answered item of each complete response, the oldest first: responseId, at, questionnaire, version, author, linkId, loinc"
                            + " (where one was verified) and answer; of a choice of many, a row for each that was chosen. Nobody's own words are in"
                            + " it, neither texts nor what was written in place of an option: read the response for these. Form as of scores.csv."
                            + " Clients get their own, without the questionnaires whose scores the care team keeps for a talk.")
    public RestResponse<StreamingOutput> exportItems(
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
        var wanted = new Tabling.Wanted(clientId, from, to, questionnaire, "items.exported");
        var allowed = tabling.begin(callers.current(), wanted);
        return CsvReply.of("items.csv", out -> write(allowed, out));
    }

    private void write(Tabling.Allowed allowed, OutputStream out) throws IOException {
        try (var table = new CsvTable(out)) {
            table.row("responseId", "at", "questionnaire", "version", "author", "linkId", "loinc", "answer");
            for (var after = allowed.start(); after != null; ) {
                var page = tabling.answers(allowed, after);
                for (var line : page.lines()) {
                    table.row(
                            line.responseId(),
                            line.at(),
                            line.questionnaire(),
                            line.version(),
                            line.author(),
                            line.linkId(),
                            line.loinc(),
                            line.value());
                }
                after = page.next();
            }
        }
    }
}
