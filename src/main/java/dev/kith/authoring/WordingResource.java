package dev.kith.authoring;

import dev.kith.authoring.AttachedWording.AttachedWordings;
import dev.kith.content.VersionRewording.Place;
import dev.kith.contract.Gives;
import dev.kith.contract.Puts;
import dev.kith.etag.Etags;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import dev.kith.shape.LanguageTag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/questionnaires/{key}/versions/{version}/wordings")
@Tag(name = "Authoring")
@Produces("application/json")
@RolesAllowed({Roles.SUPERVISOR, Roles.ADMIN})
class WordingResource {
    private static final String KEY = "Lower-kebab, such as phq-9.";
    private static final String VERSION = "1 and up.";
    private static final String LANGUAGE = "BCP 47.";

    @Inject
    Rewording rewording;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("questionnaires:read")
    @Operation(
            summary = "List the wordings that the practice attached.",
            description = "To one version, the library's or its own. Nobody else sees them.")
    public AttachedWordings listWordings(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = VERSION) @PathParam("version") @Min(1) @Max(1_000_000) int version) {
        return new AttachedWordings(rewording.list(callers.current(), key, version));
    }

    @GET
    @Path("/{language}")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("questionnaires:read")
    @Gives("ETag")
    @Operation(summary = "Read a wording that the practice attached.", description = "With its ETag, to replace it.")
    public RestResponse<AttachedWording> readWording(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = VERSION) @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @Parameter(description = LANGUAGE) @PathParam("language") @LanguageTag @Size(max = 35) String language) {
        var view = rewording.read(callers.current(), key, version, language);
        return Etags.ok(view, view.revision());
    }

    @PUT
    @Path("/{language}")
    @Consumes("application/json")
    @Puts
    @Gives("ETag")
    @Operation(
            summary = "Attach a wording.",
            description = "Words that the practice wrote or holds a licence for, in one language, laid over a published"
                    + " version for this practice alone. Where the instrument ships without words, the licence note is needed."
                    + " Replacing needs the ETag that was read; every revision stays on record. A practice lays 4,194,304"
                    + " characters over questionnaires at most, of which 16,000 count for each language of a version: 409"
                    + " too-many.")
    public RestResponse<AttachedWording> attachWording(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = VERSION) @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @Parameter(description = LANGUAGE) @PathParam("language") @LanguageTag @Size(max = 35) String language,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Size(max = 80) @Nullable String ifNoneMatch,
            @NotNull WrittenWording in)
            throws SQLException {
        var place = new Place(key, version, language);
        var put = rewording.put(callers.current(), place, in.json(), ifMatch, ifNoneMatch);
        return Etags.put(put.view(), put.created(), put.view().revision());
    }

    @DELETE
    @Path("/{language}")
    @Operation(
            summary = "Withdraw a wording.",
            description = "Nobody is shown it any more. It stays on record for what was answered in it.")
    public void withdrawWording(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = VERSION) @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @Parameter(description = LANGUAGE) @PathParam("language") @LanguageTag @Size(max = 35) String language,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch)
            throws SQLException {
        rewording.withdraw(callers.current(), new Place(key, version, language), ifMatch);
    }
}
