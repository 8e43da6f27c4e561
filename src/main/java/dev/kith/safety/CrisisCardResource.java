package dev.kith.safety;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.paging.Cursor;
import dev.kith.paging.Limit;
import dev.kith.paging.Pages;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.shape.LanguageTag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

    @GET
    @Path("/{language}")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN})
    @Gives("ETag")
    @Operation(
            summary = "Read a crisis card.",
            description =
                    "The practice's own, as it is now. 404 where there is none in that language for that severity: version 0 is written over then.")
    public RestResponse<CrisisCard> readCrisisCard(
            @Parameter(description = "BCP 47 language, however it is spelt.", example = "en")
                    @PathParam("language")
                    @Size(max = 35)
                    @LanguageTag
                    String language,
            @Parameter(description = "For which answers it is.") @QueryParam("severity") @DefaultValue("critical")
                    CardSeverity severity) {
        var card = writing.read(language, severity);
        return Etags.ok(card, card.version());
    }

    @PUT
    @Path("/{language}")
    @Consumes("application/json")
    @RolesAllowed(Roles.ADMIN)
    @Gives("ETag")
    @Operation(
            summary = "Write a crisis card.",
            description =
                    "On the version that it is written over, 0 for the first. Becomes the card of that language and severity at once; the earlier ones stay on record. Sending the same"
                            + " again makes no new version. Without a card for notices, the one for critical answers serves"
                            + " them too; never the other way round.")
    public RestResponse<CrisisCard> writeCrisisCard(
            @Parameter(
                            description =
                                    "BCP 47 language. However it is spelt, it is kept in the usual spelling: de-de as de-DE.",
                            example = "en")
                    @PathParam("language")
                    @Size(max = 35)
                    @LanguageTag
                    String language,
            @Parameter(description = "For which answers it is.") @QueryParam("severity") @DefaultValue("critical")
                    CardSeverity severity,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @NotNull @Valid WriteCrisisCard in)
            throws SQLException {
        var card = writing.write(callers.current(), language, severity, in, ifMatch);
        return Etags.ok(card, card.version());
    }

    @GET
    @Path("/{language}/versions")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN})
    @Gives("Link")
    @Operation(
            summary = "List a crisis card's versions.",
            description = "Newest first, as they were written; none is ever changed or removed.")
    public RestResponse<CrisisCardVersionPage> listCrisisCardVersions(
            @Parameter(description = "BCP 47 language, however it is spelt.", example = "en")
                    @PathParam("language")
                    @Size(max = 35)
                    @LanguageTag
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
