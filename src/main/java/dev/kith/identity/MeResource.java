package dev.kith.identity;

import dev.kith.security.Caller;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1")
@Tag(name = "Me")
@Produces("application/json")
class MeResource {
    @Inject
    Callers callers;

    @Inject
    Ending ending;

    @GET
    @Path("/me")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.CLIENT, Roles.INTEGRATION})
    @Scope(Scope.ANY)
    @Operation(summary = "Who am I?", description = "Says who the token is, with the authority they have now.")
    public MeView readMe() {
        return MeView.of(callers.current());
    }

    @GET
    @Path("/me/sessions")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.CLIENT})
    @Operation(summary = "Where am I signed in?", description = "Own open sessions, newest first.")
    public OwnSessions listOwnSessions() {
        return new OwnSessions(ending.list(callers.current()));
    }

    @DELETE
    @Path("/me/sessions/{sessionId}")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.CLIENT})
    @Operation(
            summary = "Sign out elsewhere.",
            description = "Ends one of one's own sessions; its tokens stop at once.")
    public void endOwnSession(@Parameter(description = "The session.") @PathParam("sessionId") UUID sessionId) {
        ending.end(callers.current(), sessionId, "ended-by-owner");
    }

    /** Who the token is. */
    @Schema(description = "Who the token is.")
    record MeView(
            @Schema(description = "The account or integration.")
            UUID id,

            @Schema(description = "member, client or integration.", examples = "member")
            String kind,

            @Nullable UUID memberId,
            @Nullable UUID clientId,
            String displayName,

            @Schema(description = "What they may be asked for in x-kith-roles.")
            List<String> roles,

            @Schema(description = "What an integration may do.")
            List<String> scopes,

            @Schema(description = "The practice that everything happens in.")
            UUID practice) {

        static MeView of(Caller c) {
            return new MeView(
                    c.id(),
                    c.kind().code(),
                    c.memberId(),
                    c.clientId(),
                    c.displayName(),
                    c.roles().stream().sorted().toList(),
                    c.scopes().stream().sorted().toList(),
                    c.practice());
        }
    }
}
