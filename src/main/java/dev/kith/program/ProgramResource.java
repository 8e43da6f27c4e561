package dev.kith.program;

import dev.kith.contract.Gives;
import dev.kith.definition.Languages;
import dev.kith.etag.Etags;
import dev.kith.problem.ProblemException;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/programs")
@Tag(name = "Programs")
@Produces("application/json")
@RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.CLIENT, Roles.INTEGRATION})
class ProgramResource {
    private static final String KEY = "Lower-kebab, such as learning-to-trust-again.";
    private static final String VERSION = "1 and up.";

    @Inject
    ProgramCatalogue catalogue;

    @Inject
    Callers callers;

    @GET
    @Scope("programs:read")
    @Operation(
            summary = "List the programs.",
            description = "The published version of each, by key: the library's and those of the practice. There is one"
                    + " page. Those who author may ask for their drafts instead.")
    public ProgramList listPrograms(
            @Parameter(description = "published when left out; drafts are for admins and supervisors.")
                    @QueryParam("state")
                    @Nullable
                    ProgramListState state,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted) {
        return listed(
                state == ProgramListState.DRAFT ? catalogue.drafts(callers.current()) : catalogue.current(), wanted);
    }

    @GET
    @Path("/{key}")
    @Scope("programs:read")
    @Gives({"ETag", "Content-Language"})
    @Operation(
            summary = "Read a program.",
            description = "The published version, in the language that fits Accept-Language best. Notes,"
                    + " contraindications and what gates look at are for members.")
    public RestResponse<ProgramView> readProgram(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted) {
        return rendered(catalogue.findCurrent(key).orElseThrow(ProblemException::notFound), wanted);
    }

    @GET
    @Path("/{key}/versions")
    @Scope("programs:read")
    @Operation(
            summary = "List the versions of a program.",
            description = "Newest first, retired ones too; the draft for those who author.")
    public ProgramList listProgramVersions(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted) {
        return listed(catalogue.versions(callers.current(), key), wanted);
    }

    @GET
    @Path("/{key}/versions/{version}")
    @Scope("programs:read")
    @Gives({"ETag", "Content-Language"})
    @Operation(
            summary = "Read one version of a program.",
            description = "As it was published: an enrolment keeps its version for ever. A draft, for those who author,"
                    + " as it would be.")
    public RestResponse<ProgramView> readProgramVersion(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = VERSION) @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted) {
        return rendered(catalogue.require(callers.current(), key, version), wanted);
    }

    @GET
    @Path("/{key}/versions/{version}/diff/{other}")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("programs:read")
    @Operation(
            summary = "Compare two versions of a program.",
            description = "What changed from the one to the other, step by step. Those who author may compare their"
                    + " draft. Running enrolments keep the version they began with, whatever changed.")
    public ProgramDiff compareProgramVersions(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = "The version to start from.") @PathParam("version") @Min(1) @Max(1_000_000)
                    int version,
            @Parameter(description = "The version to go to.") @PathParam("other") @Min(1) @Max(1_000_000) int other) {
        var caller = callers.current();
        return ProgramDiff.of(
                catalogue.require(caller, key, version).definition(),
                catalogue.require(caller, key, other).definition());
    }

    private static ProgramList listed(Collection<PublishedProgram> all, @Nullable String wanted) {
        return new ProgramList(
                all.stream().map(one -> ProgramSummary.of(one, wanted)).toList(), null);
    }

    private RestResponse<ProgramView> rendered(PublishedProgram published, @Nullable String wanted) {
        var language = published.languageFor(wanted);
        var forClient = callers.current().isClient();
        var tag = published.tag() + "-" + language + (forClient ? "-c" : "");
        return Languages.told(Etags.ok(ProgramView.of(published, language, forClient), tag), language);
    }
}
