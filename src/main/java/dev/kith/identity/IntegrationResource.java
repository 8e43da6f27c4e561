package dev.kith.identity;

import dev.kith.idempotency.Idempotent;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/integrations")
@Tag(name = "Integrations")
@Produces("application/json")
@RolesAllowed(Roles.ADMIN)
class IntegrationResource {
    @Inject
    Connecting connecting;

    @Inject
    Callers callers;

    @POST
    @Consumes("application/json")
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            summary = "Let practice software in.",
            description = "Makes a service account with its own secret, told this once, and the scopes that it needs.")
    public NewIntegrationView connectIntegration(@NotNull @Valid ConnectIntegration in) {
        return connecting.connect(callers.current(), in);
    }

    @GET
    @Operation(summary = "List the integrations.", description = "All of the practice, disconnected ones too.")
    public IntegrationList listIntegrations() {
        return new IntegrationList(connecting.list());
    }

    @DELETE
    @Path("/{integrationId}")
    @Operation(
            summary = "Disconnect an integration.",
            description = "Its tokens stop at once. It stays in the list, for the trail names it.")
    public void disconnectIntegration(
            @Parameter(description = "The integration.") @PathParam("integrationId") UUID integrationId) {
        connecting.disconnect(callers.current(), integrationId);
    }
}
