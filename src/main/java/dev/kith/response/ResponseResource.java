package dev.kith.response;

import dev.kith.contract.Gives;
import dev.kith.idempotency.Idempotent;
import dev.kith.idempotency.RepliesAnew;
import dev.kith.paging.Cursor;
import dev.kith.paging.Limit;
import dev.kith.paging.Pages;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1")
@Tag(name = "Responses")
@Produces("application/json")
class ResponseResource {
    @Inject
    Amending amending;

    @Inject
    Callers callers;

    @GET
    @Path("/responses/{responseId}")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("responses:read")
    @Operation(
            summary = "Read a response.",
            description = "Its answers as they are now, its scores, and the version to render it with.")
    public ResponseView readResponse(@Parameter(description = "The response.") @PathParam("responseId") UUID responseId)
            throws SQLException {
        var caller = callers.current();
        return amending.read(caller, responseId).seenBy(caller);
    }

    @GET
    @Path("/responses/{responseId}/revisions")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("responses:read")
    @Operation(
            summary = "Read what a response said before.",
            description = "Every revision that an amendment replaced, newest first, with the reason.")
    public RevisionList listResponseRevisions(
            @Parameter(description = "The response.") @PathParam("responseId") UUID responseId) throws SQLException {
        return new RevisionList(amending.revisions(callers.current(), responseId), null);
    }

    @GET
    @Path("/responses/{responseId}/crisis-cards")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("responses:read")
    @Operation(
            summary = "List the crisis cards that went out with a response.",
            description =
                    "Newest first, each in the version and words of then, with when a reply first carried it. They stay, whatever becomes of"
                            + " the answers or of the card.")
    public ShownCardList listShownCrisisCards(
            @Parameter(description = "The response.") @PathParam("responseId") UUID responseId) throws SQLException {
        return new ShownCardList(amending.cards(callers.current(), responseId), null);
    }

    @POST
    @Path("/responses/{responseId}/amendments")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("responses:write")
    @Idempotent
    @RepliesAnew(ResponseAnew.class)
    @ResponseStatus(201)
    @Operation(
            summary = "Amend a completed response.",
            description =
                    "Makes a new revision with all answers, scores it, and keeps what it replaces. An alert that fired"
                            + " stays; the new answers may raise others. The same answers as now change nothing. A critical answer is heard even where the call is"
                            + " refused: its alert is raised and the problem carries the crisis card.")
    public ResponseView amendResponse(
            @Parameter(description = "The response.") @PathParam("responseId") UUID responseId,
            @NotNull @Valid AmendResponse in)
            throws SQLException {
        var caller = callers.current();
        return amending.amend(caller, responseId, in).seenBy(caller);
    }

    @GET
    @Path("/clients/{clientId}/responses")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("responses:read")
    @Gives("Link")
    @Operation(
            summary = "List a client's responses.",
            description = "Newest first by when they were given, drafts too.")
    public RestResponse<ResponsePage> listClientResponses(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @Parameter(description = "Only to this questionnaire.")
                    @QueryParam("questionnaire")
                    @Size(max = 80)
                    @Nullable
                    String questionnaire,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked)
            throws SQLException {
        var caller = callers.current();
        var slice = amending.list(caller, clientId, questionnaire, Cursor.read(after), limit)
                .map(response -> response.seenBy(caller));
        return Pages.reply(new ResponsePage(slice.items(), slice.next()), slice.next(), asked);
    }
}
