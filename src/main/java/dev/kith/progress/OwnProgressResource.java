package dev.kith.progress;

import dev.kith.contract.Gives;
import dev.kith.json.DayOrInstant;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.words.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The client's own. */
@Path("/v1/me/progress")
@Tag(name = "Progress")
@Produces("application/json")
class OwnProgressResource {
    @Inject
    Recounting recounting;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed(Roles.CLIENT)
    @Gives("Content-Language")
    @Operation(
            summary = "See my own progress in plain words.",
            description =
                    "For each scale one sentence of what changed and one of what that means, with the address of its chart; for each exercise how"
                            + " often it was done, and distress before and after. In English or German. Without the scores that the care team"
                            + " keeps for a talk or that the client chose not to see; that it is so, and of which questionnaires, is said.")
    public RestResponse<OwnProgressView> readOwnProgress(
            @Parameter(
                            description =
                                    "Given or done at or after; a date stands for its start in the client's time zone.",
                            schema = @Schema(implementation = Instant.class))
                    @QueryParam("from")
                    @Nullable
                    DayOrInstant from,
            @Parameter(
                            description =
                                    "Given or done before; a date stands for its start in the client's time zone.",
                            schema = @Schema(implementation = Instant.class))
                    @QueryParam("to")
                    @Nullable
                    DayOrInstant to,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String language)
            throws SQLException {
        var caller = callers.current();
        var own = Objects.requireNonNull(caller.clientId());
        var wanted = new Recounting.Wanted(own, from, to, null, "progress.read");
        return Words.in(language).tell(OwnProgressView.of(recounting.recount(caller, wanted, language)));
    }
}
