package dev.kith.exercise;

import dev.kith.contract.Gives;
import dev.kith.definition.Languages;
import dev.kith.etag.Etags;
import dev.kith.problem.ProblemException;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/exercises")
@Tag(name = "Exercises")
@Produces("application/json")
@RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.CLIENT, Roles.INTEGRATION})
class ExerciseResource {
    private static final String KEY = "Lower-kebab, such as ask-and-notice.";

    @Inject
    ExerciseCatalogue catalogue;

    @Inject
    Callers callers;

    @GET
    @Scope("exercises:read")
    @Operation(
            summary = "Find exercises and reading cards.",
            description =
                    "The published version of each that fits all that is asked, by key: the library's and those of the"
                            + " practice. There is one page. Those who author may ask for their drafts instead.")
    public ExerciseList listExercises(
            @BeanParam @Valid ExerciseSearch search,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted) {
        var language = search.language == null ? wanted : search.language;
        var all = search.state == ExerciseListState.DRAFT ? catalogue.drafts(callers.current()) : catalogue.current();
        return new ExerciseList(
                all.stream()
                        .filter(search::fits)
                        .map(one -> ExerciseSummary.of(one, language))
                        .toList(),
                null);
    }

    @GET
    @Path("/{key}")
    @Scope("exercises:read")
    @Gives({"ETag", "Content-Language"})
    @Operation(
            summary = "Read an exercise.",
            description =
                    "The published version, in the language that fits Accept-Language best. Clients are told all"
                            + " that they need in order to do it; contraindications and which answers open a gate are for members.")
    public RestResponse<ExerciseView> readExercise(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted) {
        return rendered(catalogue.findCurrent(key).orElseThrow(ProblemException::notFound), wanted);
    }

    @GET
    @Path("/{key}/versions")
    @Scope("exercises:read")
    @Operation(
            summary = "List the versions of an exercise.",
            description = "Newest first, retired ones too; the draft for those who author.")
    public ExerciseList listExerciseVersions(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted) {
        return new ExerciseList(
                catalogue.versions(callers.current(), key).stream()
                        .map(one -> ExerciseSummary.of(one, wanted))
                        .toList(),
                null);
    }

    @GET
    @Path("/{key}/versions/{version}")
    @Scope("exercises:read")
    @Gives({"ETag", "Content-Language"})
    @Operation(
            summary = "Read one version of an exercise.",
            description = "As it was published: a log is read with its own version for ever. A draft, for those who"
                    + " author, as it would be.")
    public RestResponse<ExerciseView> readExerciseVersion(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = "1 and up.") @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted) {
        return rendered(catalogue.require(callers.current(), key, version), wanted);
    }

    @GET
    @Path("/{key}/versions/{version}/diff/{other}")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("exercises:read")
    @Operation(
            summary = "Compare two versions of an exercise.",
            description = "What changed from the one to the other, thing by thing, and whether logs may stand in one"
                    + " series: the same fields take the same values, and the same is made of them. Words may differ:"
                    + " textChanged says so. Those who author may compare their draft.")
    public ExerciseDiff compareExerciseVersions(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = "The version to start from.") @PathParam("version") @Min(1) @Max(1_000_000)
                    int version,
            @Parameter(description = "The version to go to.") @PathParam("other") @Min(1) @Max(1_000_000) int other) {
        var caller = callers.current();
        return ExerciseDiff.of(
                catalogue.require(caller, key, version).written(),
                catalogue.require(caller, key, other).written());
    }

    private RestResponse<ExerciseView> rendered(PublishedExercise published, @Nullable String wanted) {
        var language = published.languageFor(wanted);
        var forClient = callers.current().isClient();
        var tag = published.tag() + "-" + language + (forClient ? "-c" : "");
        return Languages.told(Etags.ok(ExerciseView.of(published, language, forClient), tag), language);
    }
}
