package dev.kith.identity;

import dev.kith.problem.Fails;
import dev.kith.problem.ProblemType;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/sessions")
@Tag(name = "Sessions")
@Produces("application/json")
class SessionResource {
    @Inject
    SigningIn signingIn;

    @Inject
    Refreshing refreshing;

    @Inject
    Ending ending;

    @Inject
    Callers callers;

    @POST
    @PermitAll
    @Consumes("application/json")
    @ResponseStatus(201)
    @Fails(ProblemType.UNAUTHENTICATED)
    @Operation(
            summary = "Sign in.",
            description =
                    "Opens a session. Wrong and unknown addresses answer alike. After too many failures: 429, wait"
                            + " Retry-After seconds. Takes no Idempotency-Key: signing in twice is two sessions, each ended alone.")
    public SessionView signIn(@NotNull @Valid SignIn in) throws SQLException {
        return signingIn.signIn(in);
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @Consumes("application/json")
    @Fails(ProblemType.UNAUTHENTICATED)
    @Operation(
            summary = "Go on with a session.",
            description =
                    "Gives the next pair of tokens. A refresh token works once; sent again, it ends the session and"
                            + " all its tokens: sign in again.")
    public SessionView refreshSession(@NotNull @Valid RefreshSession in) {
        return refreshing.refresh(in);
    }

    @DELETE
    @Path("/current")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.CLIENT})
    @Operation(summary = "Sign out.", description = "Ends the session of this token; all its tokens stop at once.")
    public void signOut() {
        ending.endCurrent(callers.current());
    }
}
