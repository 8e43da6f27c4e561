package dev.kith.identity;

import dev.kith.idempotency.Idempotent;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Tag(name = "Sessions")
@Produces("application/json")
class InvitationResource {
    @Inject
    Inviting inviting;

    @Inject
    Accepting accepting;

    @Inject
    Callers callers;

    @POST
    @Path("/clients/{clientId}/invitations")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("clients:write")
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            summary = "Invite a client to sign in.",
            description =
                    "Gives a one-time code that lets the client choose a password, once: who has one keeps it, and nobody else can set it. It takes"
                            + " the place of earlier codes. Send no body.")
    public InvitationView inviteClient(@Parameter(description = "The client.") @PathParam("clientId") UUID clientId) {
        return inviting.inviteClient(callers.current(), clientId);
    }

    @POST
    @Path("/members/{memberId}/invitations")
    @RolesAllowed(Roles.ADMIN)
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            summary = "Invite a member to sign in.",
            description =
                    "Gives a one-time code that lets the member choose a password, once: who has one keeps it, and nobody else can set it. It takes"
                            + " the place of earlier codes. Send no body.")
    public InvitationView inviteMember(@Parameter(description = "The member.") @PathParam("memberId") UUID memberId) {
        return inviting.inviteMember(callers.current(), memberId);
    }

    @POST
    @Path("/invitations/accept")
    @PermitAll
    @Consumes("application/json")
    @ResponseStatus(201)
    @Operation(
            summary = "Take up an invitation.",
            description = "Sets the password and signs in. A code that was used, replaced or is older"
                    + " than seven days is refused: ask for a new one.")
    public SessionView acceptInvitation(@NotNull @Valid AcceptInvitation in) {
        return accepting.accept(in);
    }
}
