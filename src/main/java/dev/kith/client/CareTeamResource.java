package dev.kith.client;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Idempotent;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/clients/{clientId}/care-team")
@Tag(name = "Care team")
@Produces("application/json")
class CareTeamResource {
    @Inject
    Staffing staffing;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.CLIENT, Roles.INTEGRATION})
    @Scope("clients:read")
    @Gives("Link")
    @Operation(
            summary = "List the care team of a client.",
            description = "Past and coming places too; who joined last comes first. Clients see their own.")
    public RestResponse<CareTeamPage> listCareTeam(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 1000) @Nullable String after,
            @Context UriInfo asked) {
        var slice = staffing.list(callers.current(), clientId, Cursor.read(after), limit);
        return Pages.reply(new CareTeamPage(slice.items(), slice.next()), slice.next(), asked);
    }

    @POST
    @Consumes("application/json")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("clients:write")
    @Idempotent
    @ResponseStatus(201)
    @Gives({"ETag", "Location"})
    @Operation(
            summary = "Put a member on a care team.",
            description =
                    "By an admin, who is primary now, their supervisor, or practice software; others of the team get"
                            + " 403. The same member in the same role on the same day answers 409.")
    public RestResponse<CareTeamMemberView> addToCareTeam(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @NotNull @Valid AddToCareTeam in) {
        var view = staffing.assign(callers.current(), clientId, in);
        return Etags.created(view, view.version(), "/v1/clients/" + clientId + "/care-team/" + view.id());
    }

    @GET
    @Path("/{careTeamMemberId}")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.CLIENT, Roles.INTEGRATION})
    @Scope("clients:read")
    @Gives("ETag")
    @Operation(summary = "Read one place on a care team.", description = "With its ETag, needed to change it.")
    public RestResponse<CareTeamMemberView> readCareTeamMember(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @Parameter(description = "The place on the care team.") @PathParam("careTeamMemberId")
                    UUID careTeamMemberId) {
        return tagged(staffing.read(callers.current(), clientId, careTeamMemberId));
    }

    @PATCH
    @Path("/{careTeamMemberId}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("clients:write")
    @Gives("ETag")
    @Operation(
            summary = "End or change a place on a care team.",
            description =
                    "until: today ends it at once. Days that are over do not change: an ended place answers 409, and so"
                            + " does another role after the first day.")
    public RestResponse<CareTeamMemberView> reviseCareTeamMember(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @Parameter(description = "The place on the care team.") @PathParam("careTeamMemberId")
                    UUID careTeamMemberId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @NotNull @Valid ReviseCareTeam in) {
        return tagged(staffing.revise(callers.current(), clientId, careTeamMemberId, in, ifMatch));
    }

    private static RestResponse<CareTeamMemberView> tagged(CareTeamMemberView view) {
        return Etags.ok(view, view.version());
    }
}
