package dev.kith.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.kith.contract.Gives;
import dev.kith.report.Exporting.ExportPlace;
import dev.kith.response.GivenResponse;
import dev.kith.response.GivenResponses.GivenPlace;
import dev.kith.security.Caller;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The responses of the whole practice, for its own software. */
@Path("/v1/responses.ndjson")
@Tag(name = "Progress")
class ResponsesExportResource {
    @Inject
    Exporting exporting;

    @Inject
    Callers callers;

    private final ObjectWriter lines;

    @Inject
    ResponsesExportResource(ObjectMapper json) {
        lines = json.writerFor(GivenResponse.class)
                .with(new MinimalPrettyPrinter("\n"))
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    @GET
    @Produces("application/x-ndjson")
    @RolesAllowed(Roles.INTEGRATION)
    @Scope("responses:read")
    @Gives("Content-Disposition")
    @Operation(
            summary = "Export the complete responses of the practice.",
            description =
                    "For software of the practice. One JSON object a line (NDJSON), client by client: responseId, clientId, at, questionnaire, version,"
                            + " author, state, revision, answers (by linkId: a number, true or false, a code, date or time; a list where many may be chosen) and scores"
                            + " (scale, value, reason, band; value or reason is null). Within a client in the order in which they were last written. Nobody's own"
                            + " words are in it: read the response for these. Whatever its size it is sent as it is read; what was given meanwhile may be in it. If it"
                            + " breaks off, forget the last client's lines and ask again with after= the client before. Each client can read in their access log"
                            + " that it was taken along.")
    public RestResponse<StreamingOutput> exportResponses(
            @Parameter(description = "Begin behind this client, in the order of ids; they need not be known.")
                    @QueryParam("after")
                    @Nullable
                    UUID after,
            @Parameter(description = "Key of the one questionnaire; all when left out.", example = "phq-9")
                    @QueryParam("questionnaire")
                    @Size(max = 100)
                    @Nullable
                    String questionnaire) {
        exporting.begin(questionnaire);
        var caller = callers.current();
        var start = new ExportPlace(after == null ? GivenPlace.start() : GivenPlace.behind(after), null);
        StreamingOutput body = out -> {
            try {
                write(caller, start, questionnaire, out);
            } catch (SQLException e) {
                throw new IOException("the rest could not be read", e);
            }
        };
        return RestResponse.ResponseBuilder.ok(body, "application/x-ndjson")
                .header("Content-Disposition", "attachment; filename=\"responses.ndjson\"")
                .build();
    }

    private void write(Caller caller, ExportPlace start, @Nullable String questionnaire, OutputStream out)
            throws IOException, SQLException {
        try (var sequence = lines.writeValues(out)) {
            for (var place = start; place != null; ) {
                var page = exporting.page(caller, place, questionnaire);
                sequence.writeAll(page.responses());
                place = page.next();
            }
        }
    }
}
