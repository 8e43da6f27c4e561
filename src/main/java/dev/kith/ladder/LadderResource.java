package dev.kith.ladder;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Idempotent;
import dev.kith.idempotency.RepliesAnew;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.words.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1")
@Tag(name = "Ladders")
@Produces("application/json")
class LadderResource {
    @Inject
    Building building;

    @Inject
    Callers callers;

    @POST
    @Path("/clients/{clientId}/ladders")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Idempotent
    @RepliesAnew(LadderAnew.class)
    @ResponseStatus(201)
    @Gives({"ETag", "Location", "Content-Language"})
    @Operation(
            summary = "Make a ladder.",
            description =
                    "Rungs in the client's words, each with the distress that it is predicted to bring. The care team reads them.")
    public RestResponse<LadderView> makeLadder(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @NotNull @Valid MakeLadder in,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String language)
            throws SQLException {
        var view = building.make(callers.current(), clientId, in, language);
        return Words.in(language).tell(Etags.created(view, view.revision(), "/v1/ladders/" + view.id()));
    }

    @GET
    @Path("/clients/{clientId}/ladders")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Gives("Content-Language")
    @Operation(summary = "List a client's ladders.", description = "Newest first; at most fifty.")
    public RestResponse<LadderList> listLadders(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String language) {
        return Words.in(language).tell(new LadderList(building.list(callers.current(), clientId, language), null));
    }

    @GET
    @Path("/ladders/{ladderId}")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Gives({"ETag", "Content-Language"})
    @Operation(
            summary = "Read a ladder.",
            description =
                    "Its rungs, what was expected and what came, and what the rule asking-ladder-step says of the current rung, made anew"
                            + " from the tries.")
    public RestResponse<LadderView> readLadder(
            @Parameter(description = "The ladder.") @PathParam("ladderId") UUID ladderId,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String language) {
        var view = building.read(callers.current(), ladderId, language);
        return Words.in(language).tell(Etags.okAsSaid(view, view.revision()));
    }

    @PUT
    @Path("/ladders/{ladderId}")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Gives({"ETag", "Content-Language"})
    @Operation(
            summary = "Rebuild a ladder.",
            description =
                    "All rungs as they should be, those that stay with their id. A rung that is left out is retired; what was tried keeps its"
                            + " words and its tries.")
    public RestResponse<LadderView> rebuildLadder(
            @Parameter(description = "The ladder.") @PathParam("ladderId") UUID ladderId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @NotNull @Valid RebuildLadder in,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String language)
            throws SQLException {
        var view = building.rebuild(callers.current(), ladderId, in, ifMatch, language);
        return Words.in(language).tell(Etags.ok(view, view.revision()));
    }
}
