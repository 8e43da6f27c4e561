package dev.kith.identity;

import dev.kith.problem.Fails;
import dev.kith.problem.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/practices")
@Tag(name = "Practice")
@Produces("application/json")
class SettlingResource {
    @Inject
    Settling settling;

    @POST
    @PermitAll
    @Consumes("application/json")
    @ResponseStatus(201)
    @Fails(ProblemType.UNAUTHENTICATED)
    @Operation(
            summary = "Found the first practice.",
            description =
                    "With the setup token of the installation (KITH_SETUP_TOKEN), which then stops working. The admin signs"
                            + " in and invites everybody else.")
    public FoundedView foundPractice(@NotNull @Valid FirstPractice in) {
        var settled = settling.settle(in);
        return new FoundedView(settled.practice(), settled.member());
    }

    /** What was founded. */
    @Schema(description = "The practice, and its first admin as a member.")
    record FoundedView(UUID practiceId, UUID adminMemberId) {}
}
