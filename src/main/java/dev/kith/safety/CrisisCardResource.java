package dev.kith.safety;

import dev.kith.contract.Gives;
import dev.kith.paging.Cursor;
import dev.kith.paging.Limit;
import dev.kith.paging.Pages;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

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
                    "The practice's own cards, one a language and severity. Where there is none, clients see a shipped card that"
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
                    "Becomes the card of that language and severity at once; the earlier ones stay on record. Sending the same"
                            + " again makes no new version. Without a card for notices, the one for critical answers serves"
                            + " them too; never the other way round.")
    public CrisisCard writeCrisisCard(
            @Parameter(description = "BCP 47 language.", example = "en")
                    @PathParam("language")
                    @Size(max = 35)
                    @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
                    String language,
            @Parameter(description = "For which answers it is.") @QueryParam("severity") @DefaultValue("critical")
                    CardSeverity severity,
            @NotNull @Valid WriteCrisisCard in)
            throws SQLException {
        return writing.write(callers.current(), language, severity, in);
    }

    @GET
    @Path("/{language}/versions")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN})
    @Gives("Link")
    @Operation(
            summary = "List a crisis card's versions.",
            description = "Newest first, as they were written; none is ever changed or removed.")
    public RestResponse<CrisisCardVersionPage> listCrisisCardVersions(
            @Parameter(description = "BCP 47 language.", example = "en") @PathParam("language") @Size(max = 35)
                    String language,
            @Parameter(description = "For which answers it is.") @QueryParam("severity") @DefaultValue("critical")
                    CardSeverity severity,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked)
            throws SQLException {
        var slice = writing.versions(language, severity, Cursor.read(after), limit);
        return Pages.reply(new CrisisCardVersionPage(slice.items(), slice.next()), slice.next(), asked);
    }

    /** All of them; there are few. */
    @Schema(description = "The practice's own cards.")
    record CrisisCardList(List<CrisisCard> items) {}
}
