package dev.kith.assignment;

import dev.kith.contract.Example;
import dev.kith.idempotency.Idempotent;
import dev.kith.security.Caller;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/clients/{clientId}/gates")
@Tag(name = "Assignments")
@Produces("application/json")
class GateResource {
    @Inject
    Gating gating;

    @Inject
    Callers callers;

    /** A clinician's word about a gate. */
    @Schema(description = "A clinician's word about a gate of exercises, and why.")
    @Example("""
            {"gate": "safe-person", "opens": true, "reason": "We talked it through: her sister is safe to ask."}
            """)
    record SayGate(
            @Schema(description = "The gate's code, as exercises name it.", examples = "safe-person")
            @NotBlank
            @Size(max = 64)
            @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
            String gate,

            @NotNull Boolean opens,

            @Schema(description = "For the care team.") @NotBlank @Size(max = 500)
            String reason) {}

    /** Where a gate stands. */
    @Schema(description = "The newest word about a gate.")
    record ClientGate(
            @Schema(examples = "safe-person") String gate,
            boolean open,

            @Schema(description = "Whether a clinician said it; else an answer did.")
            boolean byClinician,

            UUID saidBy,
            Instant saidAt,

            @Schema(description = "The response that said it.") @Nullable
            UUID responseId,

            @Schema(description = "For the care team; null for practice software.") @Nullable
            String reason) {
        static ClientGate of(GateWord w, Caller caller) {
            return new ClientGate(
                    w.gate,
                    w.opens,
                    w.byClinician,
                    w.saidBy,
                    w.saidAt,
                    w.responseId,
                    caller.isMachine() ? null : w.reason);
        }
    }

    /** All of them. */
    @Schema(description = "Gates that somebody has said something about; every other one is closed.")
    record ClientGateList(List<ClientGate> items, @Nullable String next) {}

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:read")
    @Operation(
            summary = "List where a client's gates stand.",
            description =
                    "By the newest word about each, an answer's or a clinician's. One that is not listed is closed.")
    public ClientGateList listGates(@Parameter(description = "The client.") @PathParam("clientId") UUID clientId) {
        return new ClientGateList(gating.list(callers.current(), clientId), null);
    }

    @POST
    @Consumes("application/json")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR})
    @Idempotent
    @Operation(
            summary = "Open or close a gate by a clinician's word.",
            description =
                    "Counts until somebody says otherwise, or the client answers the gate's question anew. An amendment that"
                            + " takes back the answer that opens it closes it at once; one that says that answer opens it where nobody"
                            + " has said anything since. Every word is kept. What the"
                            + " client has of exercises that need the gate is held while it is closed: paused, not asked for and not"
                            + " missed. When it opens, that goes on from where it stopped, or from today where its time has passed."
                            + " Work that somebody paused themselves stays paused.")
    public ClientGate sayGate(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId, @NotNull @Valid SayGate in)
            throws SQLException {
        return gating.say(callers.current(), clientId, in);
    }
}
