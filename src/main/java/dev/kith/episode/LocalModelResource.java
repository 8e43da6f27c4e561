package dev.kith.episode;

import dev.kith.contract.Gives;
import dev.kith.paging.Cursor;
import dev.kith.paging.Limit;
import dev.kith.paging.Pages;
import dev.kith.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/practice/local-models")
@Tag(name = "Signals")
@Produces("application/json")
class LocalModelResource {
    @Inject
    ListingModels listing;

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN})
    @Gives("Link")
    @Operation(
            summary = "See how scores went in the practice's own closed episodes.",
            description =
                    "Made once a day, where localModels is on in the signal policy, of what the practice's own clients gave and of nothing else; newest"
                            + " first. One that says the same as the newest is not kept again. Under 200 closed episodes there is no model: its place"
                            + " says TOO_FEW_EPISODES and how many there are. What no closed episode was measured on twice is not there.")
    public RestResponse<LocalModelPage> listLocalModels(
            @Parameter(description = "Only the newest of each scale; else those before them too.")
                    @QueryParam("newest")
                    @DefaultValue("true")
                    boolean newest,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked)
            throws SQLException {
        var slice = listing.page(newest, Cursor.read(after), limit);
        return Pages.reply(new LocalModelPage(slice.items(), slice.next()), slice.next(), asked);
    }

    @GET
    @Path("/{localModelId}")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN})
    @Operation(
            summary = "Read the local model that a signal was judged by.",
            description = "As it was made, however many came after it.")
    public LocalModelView readLocalModel(
            @Parameter(description = "The model.") @PathParam("localModelId") UUID localModelId) throws SQLException {
        return listing.one(localModelId);
    }
}
