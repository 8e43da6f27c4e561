package dev.kith.exercise;

import dev.kith.content.LaidWords;
import dev.kith.content.LaidWords.LaidWordsList;
import dev.kith.content.VersionRewording;
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

@Path("/v1/exercises/{key}/versions/{version}/wordings")
@Tag(name = "Authoring")
@Produces("application/json")
@RolesAllowed({Roles.SUPERVISOR, Roles.ADMIN})
class ExerciseWordingResource {
    private static final String KEY = "Lower-kebab, such as ask-and-notice.";
    private static final String VERSION = "1 and up.";
    private static final String LANGUAGE = "BCP 47.";

    @Inject
    VersionRewording rewording;

    @Inject
    ExerciseVersions kind;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("exercises:read")
    @Operation(
            summary = "List the words that the practice laid over an exercise.",
            description = "Over one version, the library's or its own. Nobody else sees them.")
    public LaidWordsList listExerciseWordings(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = VERSION) @PathParam("version") @Min(1) @Max(1_000_000) int version) {
        return new LaidWordsList(rewording.list(callers.current(), kind, key, version));
    }

    @GET
    @Path("/{language}")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("exercises:read")
    @Gives("ETag")
    @Operation(
            summary = "Read the words that the practice laid over an exercise.",
            description = "With their ETag, to replace them, and with what they leave in the original language.")
    public RestResponse<LaidWords> readExerciseWording(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = VERSION) @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @Parameter(description = LANGUAGE) @PathParam("language") @LanguageTag @Size(max = 35) String language) {
        var view = rewording.read(callers.current(), kind, new Place(key, version, language));
        return Etags.ok(view, view.revision());
    }

    @PUT
    @Path("/{language}")
    @Consumes("application/json")
    @Puts
    @Gives("ETag")
    @Operation(
            summary = "Lay words over an exercise.",
            description = "In one more language, over a published version, the library's or its own, for this practice"
                    + " alone. Only words: what is logged, counted or closed stays as it is, and what has no place in the"
                    + " version is refused. What is left out comes in the original, and fallbacks tells it. Replacing needs"
                    + " the ETag that was read; every revision stays on record. A practice lays 4,194,304 characters over"
                    + " exercises at most, of which 16,000 count for each language of a version: 409 too-many.")
    public RestResponse<LaidWords> attachExerciseWording(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = VERSION) @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @Parameter(description = LANGUAGE) @PathParam("language") @LanguageTag @Size(max = 35) String language,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Size(max = 80) @Nullable String ifNoneMatch,
            @NotNull WrittenExerciseWording in)
            throws SQLException {
        var place = new Place(key, version, language);
        var put = rewording.put(callers.current(), kind, place, in.json(), ifMatch, ifNoneMatch);
        return Etags.put(put.view(), put.created(), put.view().revision());
    }

    @DELETE
    @Path("/{language}")
    @Operation(
            summary = "Withdraw the words laid over an exercise.",
            description = "Nobody is shown them any more. They stay on record for what was logged in them.")
    public void withdrawExerciseWording(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = VERSION) @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @Parameter(description = LANGUAGE) @PathParam("language") @LanguageTag @Size(max = 35) String language,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch)
            throws SQLException {
        rewording.withdraw(callers.current(), kind, new Place(key, version, language), ifMatch);
    }
}
