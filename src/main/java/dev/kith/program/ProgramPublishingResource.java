package dev.kith.program;

import dev.kith.content.CopyVersion;
import dev.kith.content.DraftNextVersion;
import dev.kith.content.PublishVersion;
import dev.kith.content.RetireVersion;
import dev.kith.content.ValidationReport;
import dev.kith.content.VersionDrafting;
import dev.kith.content.VersionPublishing;
import dev.kith.content.VersionReplies;
import dev.kith.content.VersionView;
import dev.kith.contract.Gives;
import dev.kith.idempotency.Idempotent;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/programs/{key}/versions")
@Tag(name = "Authoring")
@Produces("application/json")
@RolesAllowed({Roles.SUPERVISOR, Roles.ADMIN})
class ProgramPublishingResource {
    private static final String KEY = "Lower-kebab, such as two-quiet-weeks.";
    private static final String VERSION = "1 and up.";

    @Inject
    VersionDrafting drafting;

    @Inject
    VersionPublishing publishing;

    @Inject
    ProgramVersions kind;

    @Inject
    Callers callers;

    @POST
    @Consumes("application/json")
    @Idempotent
    @ResponseStatus(201)
    @Gives({"ETag", "Location"})
    @Operation(
            summary = "Begin the next version of a program.",
            description =
                    "A draft with the words and rules of a version that the practice published. There is one draft of"
                            + " a program at a time.")
    public RestResponse<VersionView> draftNextProgramVersion(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @NotNull @Valid DraftNextVersion in) {
        return VersionReplies.created(drafting.next(callers.current(), kind, key, in.from()), "/v1/programs");
    }

    @POST
    @Path("/{version}/copies")
    @Consumes("application/json")
    @Idempotent
    @ResponseStatus(201)
    @Gives({"ETag", "Location"})
    @Operation(
            summary = "Copy a program under a key of one's own.",
            description =
                    "The library's or the practice's, as a draft of version 1. The library's short name stays with the"
                            + " original.")
    public RestResponse<VersionView> copyProgramVersion(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = VERSION) @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @NotNull @Valid CopyVersion in) {
        return VersionReplies.created(drafting.copy(callers.current(), kind, key, version, in.key()), "/v1/programs");
    }

    @POST
    @Path("/{version}/validation")
    @Idempotent
    @Operation(
            summary = "See what stands against publishing a program.",
            description = "Runs all that publishing runs, and changes nothing. Send no body.")
    public ValidationReport validateProgramVersion(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = VERSION) @PathParam("version") @Min(1) @Max(1_000_000) int version) {
        return ValidationReport.of(
                drafting.review(callers.current(), kind, key, version).faults());
    }

    @POST
    @Path("/{version}/publication")
    @Consumes("application/json")
    @Idempotent
    @Gives("ETag")
    @Operation(
            summary = "Publish the draft of a program.",
            description =
                    "For good: a published version never changes. 422 tells every fault at once, with pointers into"
                            + " the definition; 409 with four-eyes when the practice wants somebody else than the last editor.")
    public RestResponse<VersionView> publishProgramVersion(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = VERSION) @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @NotNull @Valid PublishVersion in) {
        return VersionReplies.tagged(publishing.publish(callers.current(), kind, key, version, in));
    }

    @POST
    @Path("/{version}/retirement")
    @Consumes("application/json")
    @Idempotent
    @Gives("ETag")
    @Operation(
            summary = "Take a version of a program out of use.",
            description = "It is not assigned any more. What was assigned stays to be done, and what was logged is read"
                    + " with it for ever.")
    public RestResponse<VersionView> retireProgramVersion(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = VERSION) @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @NotNull @Valid RetireVersion in) {
        return VersionReplies.tagged(publishing.retire(callers.current(), kind, key, version, in));
    }
}
