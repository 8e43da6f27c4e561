package dev.kith.client;

import dev.kith.contract.Gives;
import dev.kith.idempotency.Idempotent;
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

@Path("/v1")
@Tag(name = "Care team")
@Produces("application/json")
class BreakGlassResource {
    @Inject
    BreakingGlass breaking;

    @Inject
    Callers callers;

    @POST
    @Path("/clients/{clientId}/break-glass")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR})
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            summary = "Break the glass.",
            description =
                    "Opens the record of any client of the practice to the caller, for an hour at most. The reason stands"
                            + " in the trail and the admins are told.")
    public BrokenGlassView breakGlass(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @NotNull @Valid BreakGlass in) {
        return breaking.breakGlass(callers.current(), clientId, in);
    }

    @GET
    @Path("/break-glass")
    @RolesAllowed(Roles.ADMIN)
    @Gives("Link")
    @Operation(
            summary = "List broken glass.",
            description = "Who opened which record without being on its care team, why, and until when; newest first.")
    public RestResponse<BrokenGlassPage> listBrokenGlass(
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 1000) @Nullable String after,
            @Context UriInfo asked) {
        var slice = breaking.list(callers.current(), Cursor.read(after), limit);
        return Pages.reply(new BrokenGlassPage(slice.items(), slice.next()), slice.next(), asked);
    }
}
