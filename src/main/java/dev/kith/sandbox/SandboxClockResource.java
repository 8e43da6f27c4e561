package dev.kith.sandbox;

import dev.kith.problem.Fails;
import dev.kith.problem.ProblemType;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/sandbox/clock")
@Tag(name = "Sandbox")
@Produces("application/json")
class SandboxClockResource {
    @Inject
    Moving moving;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.CLIENT, Roles.INTEGRATION})
    @Scope("sandbox:write")
    @Fails(ProblemType.CONFLICT)
    @Operation(
            summary = "Read the sandbox's clock.",
            description =
                    "What the practice's clock shows, and how far it is ahead. Only a practice that was founded as a sandbox has"
                            + " one; in any other this is 409 not-a-sandbox.")
    public SandboxClockView readSandboxClock() {
        return moving.read(callers.current());
    }

    @PUT
    @Consumes("application/json")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("sandbox:write")
    @Fails(ProblemType.CONFLICT)
    @Operation(
            summary = "Move the sandbox's clock.",
            description =
                    "Forward only, to a moment or by a duration: at most 400 days a move and five years ahead in all. It walks"
                            + " through the time between and stops wherever something is due, so that tasks open, reminders go"
                            + " out and windows close in their order, for this practice alone. Signing in, tokens, the audit"
                            + " trail, care teams and limits keep real time. Another move meanwhile is 409 already-moving."
                            + " Where a retry must be harmless, send at: sent again it is 409 clock-runs-forward, but advance"
                            + " moves on again.")
    public SandboxClockView moveSandboxClock(@NotNull @Valid MoveClock in) {
        return moving.move(callers.current(), in);
    }

    @DELETE
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("sandbox:write")
    @Fails(ProblemType.CONFLICT)
    @Operation(
            summary = "Set the sandbox's clock back to real time.",
            description =
                    "What happened in the time ahead stays as it is: what was missed there stays missed, answers and alerts"
                            + " keep their later times, and work that was made for later days is not made again until real"
                            + " time gets there. For a clean start, found another sandbox.")
    public void resetSandboxClock() {
        moving.reset(callers.current());
    }
}
