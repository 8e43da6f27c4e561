package dev.kith.progress;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
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
import jakarta.ws.rs.Produces;
import java.sql.SQLException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The client's own say. */
@Path("/v1/me/progress-visibility")
@Tag(name = "Progress")
@Produces("application/json")
class OwnVisibilityResource {
    @Inject
    Hiding hiding;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed(Roles.CLIENT)
    @Gives("ETag")
    @Operation(
            summary = "Read whose scores I do not see.",
            description =
                    "What the client hides, asks to see and says yes to; and all that they are not shown, with who chose so and how. Never a score.")
    public RestResponse<OwnVisibilityView> readOwnVisibility() throws SQLException {
        return tagged(hiding.own(callers.current()));
    }

    @PUT
    @Consumes("application/json")
    @RolesAllowed(Roles.CLIENT)
    @Gives("ETag")
    @Operation(
            summary = "Say whose scores I would rather not see.",
            description =
                    "What the client hides is hidden from them at once, wherever scores are, and theirs to show again; the care team goes on seeing it."
                            + " What the care team hides stays hidden whatever the client says: they can ask to see it, which the care team is told"
                            + " until it answers, or say yes to it. It hides scores and no crisis card.")
    public RestResponse<OwnVisibilityView> chooseOwnVisibility(
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch, @NotNull @Valid ChooseOwnScores in)
            throws SQLException {
        return tagged(hiding.choose(callers.current(), in, ifMatch));
    }

    private RestResponse<OwnVisibilityView> tagged(OwnVisibilityView view) {
        var clientId = Objects.requireNonNull(callers.current().clientId());
        return Etags.ok(view, OwnVisibilityView.tag(clientId, view.version()));
    }
}
