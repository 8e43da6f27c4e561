package dev.kith.progress;

import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/clients/{clientId}/progress")
@Tag(name = "Progress")
@Produces("application/json")
class ProgressResource {
    @Inject
    Reviewing reviewing;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("progress:read")
    @Operation(
            summary = "See how a client's scores went.",
            description =
                    "Points with bands, baseline, latest, and the change with its reliable change index and basis, or the"
                            + " reason why nothing can be said. The period bounds baseline and latest too.")
    public ProgressView readProgress(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @Parameter(description = "Given at or after; a date stands for its start in UTC.")
                    @QueryParam("from")
                    @Nullable
                    Instant from,
            @Parameter(description = "Given before; a date stands for its start in UTC.") @QueryParam("to") @Nullable
                    Instant to,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String language)
            throws SQLException {
        return reviewing.progress(callers.current(), clientId, from, to, language);
    }
}
