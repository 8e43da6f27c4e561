package dev.kith.pace;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/clients/{clientId}/pace")
@Tag(name = "Clients")
@Produces("application/json")
class ClientPaceResource {
    @Inject
    SettingPace setting;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:read")
    @Gives("ETag")
    @Operation(
            summary = "Read a client's pace.",
            description =
                    "How much may be asked of them in a week, when they are left in peace, and whether they are reminded. Where"
                            + " nobody has set it, there is no cap and its version is 0.")
    public RestResponse<PaceView> readPace(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId) {
        var view = setting.read(callers.current(), clientId);
        return Etags.ok(view, view.version());
    }

    @PUT
    @Consumes("application/json")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Gives("ETag")
    @Operation(
            summary = "Set a client's pace.",
            description =
                    "The whole of it. A lower cap withdraws exercises that are past it and have not opened, a higher one brings them"
                            + " back. Of reminders the client has the last word: the practice's rules hold unless an assignment has its"
                            + " own, and within them the client's quiet hours stand in place of the practice's, the chosen channel and"
                            + " timing in place of the rules', their own most a day below the practice's, and reminders switched off beat"
                            + " every rule.")
    public RestResponse<PaceView> setPace(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @NotNull @Valid SetPace in) {
        var view = setting.set(callers.current(), clientId, in, ifMatch);
        return Etags.ok(view, view.version());
    }
}
