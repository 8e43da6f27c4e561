package dev.kith.formulation;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.paging.Cursor;
import dev.kith.paging.Limit;
import dev.kith.paging.Pages;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/clients/{clientId}/formulation")
@Tag(name = "Formulation")
@Produces("application/json")
class FormulationResource {
    @Inject
    Formulating formulating;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR})
    @Gives("ETag")
    @Operation(
            summary = "Read a client's formulation.",
            description =
                    "What the care team understands of where the pattern comes from, and beside it what the client says: the origins that they chose,"
                            + " and their own words as far as they share them. Of words that are not shared, only how they are shared. Where nobody"
                            + " has written one, it is empty and its revision is 0.")
    public RestResponse<FormulationView> readFormulation(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId) {
        return tagged(formulating.read(callers.current(), clientId));
    }

    @PUT
    @Consumes("application/json")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR})
    @Gives("ETag")
    @Operation(
            summary = "Write a client's formulation.",
            description =
                    "The whole of it; a new revision, and the ones before it stay. If-Match counts this formulation's revision, whatever the client"
                            + " wrote meanwhile; who saves on one that is no longer the current one gets 412: read it again, and put both together."
                            + " The same again changes nothing. Notes and summary are the care team's: the client is shown neither them nor the tags,"
                            + " but is told in their access log that it was written.")
    public RestResponse<FormulationView> writeFormulation(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @NotNull @Valid FormulationParts in) {
        return tagged(formulating.write(callers.current(), clientId, in, ifMatch));
    }

    @GET
    @Path("/revisions")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR})
    @Gives("Link")
    @Operation(
            summary = "List the revisions of a formulation.",
            description =
                    "Newest first, the current one too: all that the care team ever wrote there, who saved it and when. What the client wrote before"
                            + " is the client's.")
    public RestResponse<FormulationPage> listFormulationRevisions(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked) {
        var slice = formulating.revisions(callers.current(), clientId, Cursor.read(after), limit);
        return Pages.reply(new FormulationPage(slice.items(), slice.next()), slice.next(), asked);
    }

    /** By what is said: the client's entry stands in it too, and changes without the formulation. */
    private static RestResponse<FormulationView> tagged(FormulationView view) {
        return Etags.okAsSaid(view, view.formulation().revision());
    }
}
