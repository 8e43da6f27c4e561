package dev.kith.caseload;

import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import dev.kith.words.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/clients/{clientId}/brief")
@Tag(name = "Caseload")
class BriefResource {
    @Inject
    Briefing briefing;

    @Inject
    Callers callers;

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("caseload:read")
    @Operation(
            summary = "Read what to know before a session.",
            description =
                    "Since the last session: what changed and whether it is more than the measure's own error, what was done, skipped and why, missed"
                            + " and avoided, new logs in numbers and codes, unread messages, scores that the client asks to see, open alerts, signals, programs, news of goals, who changed the safety plan, whether the client changed what they say of their origins, and questions by plain"
                            + " rules and by the first two tags of the formulation that have a prompt. Each line is linked to its source. Words of a log are read there, as far as the client shares them. Practice"
                            + " software gets the sections that its scopes would let it read elsewhere, and no others: change with progress:read and"
                            + " responses:read, done and not-done with assignments:read, logs with logs:read, alerts with alerts:read, signals with"
                            + " progress:read (as in the client's signals), program with enrollments:read, safety-plan with safety:read; never avoided,"
                            + " feedback, asked, goals and formulation. Its questions are of these alone, and without assignments:read it is told since fourteen days."
                            + " Ask for text/html to get a page for a screen, without scripts.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = BriefView.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
            })
    public RestResponse<Object> readBrief(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @Parameter(
                            description =
                                    "From when on, also what was before and reached us since; a date stands for its start in UTC. Left out: since the last appointment that began three hours"
                                            + " ago or more (one under way is the session that this is read for), else the last 14 days;"
                                            + " sinceBasis says which.")
                    @QueryParam("since")
                    @Nullable
                    Instant since,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted,
            @Context HttpHeaders headers)
            throws SQLException {
        var brief = briefing.write(callers.current(), clientId, since, wanted);
        var words = Words.in(wanted);
        var reply = asksForAPage(headers)
                ? BriefPage.of(brief, words)
                : RestResponse.ResponseBuilder.create(RestResponse.Status.OK, (Object) brief)
                        .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                        .build();
        return words.tell(reply);
    }

    /** By what the reader would like best; who takes anything gets JSON. */
    private static boolean asksForAPage(HttpHeaders headers) {
        for (var type : headers.getAcceptableMediaTypes()) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
                return true;
            }
        }
        return false;
    }
}
