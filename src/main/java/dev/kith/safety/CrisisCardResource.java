package dev.kith.safety;

import dev.kith.security.Callers;
import dev.kith.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/practice/crisis-cards")
@Tag(name = "Practice")
@Produces("application/json")
class CrisisCardResource {
    @Inject
    WritingCards writing;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN})
    @Operation(
            summary = "Read the crisis cards.",
            description =
                    "The practice's own cards, one a language. Where there is none, clients see a shipped card that"
                            + " names no numbers.")
    public CrisisCardList listCrisisCards() {
        return new CrisisCardList(writing.list());
    }

    @PUT
    @Path("/{language}")
    @Consumes("application/json")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Write a crisis card.",
            description =
                    "Becomes the card of that language at once; the earlier ones stay on record. Sending the same again"
                            + " makes no new version.")
    public CrisisCard writeCrisisCard(
            @Parameter(description = "BCP 47 language.", example = "en")
                    @PathParam("language")
                    @Size(max = 35)
                    @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
                    String language,
            @NotNull @Valid WriteCrisisCard in)
            throws SQLException {
        return writing.write(callers.current(), language, in);
    }

    /** All of them; there are few. */
    @Schema(description = "The practice's own cards.")
    record CrisisCardList(List<CrisisCard> items) {}
}
