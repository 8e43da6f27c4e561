package dev.kith.exercise;

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

@Path("/v1/exercises/{key}/versions")
@Tag(name = "Authoring")
@Produces("application/json")
@RolesAllowed({Roles.SUPERVISOR, Roles.ADMIN})
class ExercisePublishingResource {
    private static final String KEY = "Lower-kebab, such as evening-walk.";
    private static final String VERSION = "1 and up.";

    @Inject
    VersionDrafting drafting;

    @Inject
    VersionPublishing publishing;

    @Inject
    ExerciseVersions kind;

    @Inject
    Callers callers;

    @POST
    @Consumes("application/json")
    @Idempotent
    @ResponseStatus(201)
    @Gives({"ETag", "Location"})
    @Operation(
            summary = "Begin the next version of an exercise.",
            description =
                    "A draft with the words and rules of a version that the practice published. There is one draft of"
                            + " an exercise at a time.")
    public RestResponse<VersionView> draftNextExerciseVersion(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @NotNull @Valid DraftNextVersion in) {
        return VersionReplies.created(drafting.next(callers.current(), kind, key, in.from()), "/v1/exercises");
    }

    @POST
    @Path("/{version}/copies")
    @Consumes("application/json")
    @Idempotent
    @ResponseStatus(201)
    @Gives({"ETag", "Location"})
    @Operation(
            summary = "Copy an exercise under a key of one's own.",
            description =
                    "The library's or the practice's, as a draft of version 1. The library's short name stays with the"
                            + " original.")
    public RestResponse<VersionView> copyExerciseVersion(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = VERSION) @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @NotNull @Valid CopyVersion in) {
        return VersionReplies.created(drafting.copy(callers.current(), kind, key, version, in.key()), "/v1/exercises");
    }

    @POST
    @Path("/{version}/validation")
    @Idempotent
    @Operation(
            summary = "See what stands against publishing an exercise.",
            description = "Runs all that publishing runs, and changes nothing. Send no body.")
    public ValidationReport validateExerciseVersion(
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
            summary = "Publish the draft of an exercise.",
            description =
                    "For good: a published version never changes. 422 tells every fault at once, with pointers into"
                            + " the definition; 409 with four-eyes when the practice wants somebody else than the last editor.")
    public RestResponse<VersionView> publishExerciseVersion(
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
            summary = "Take a version of an exercise out of use.",
            description = "It is not assigned any more. What was assigned stays to be done, and what was logged is read"
                    + " with it for ever.")
    public RestResponse<VersionView> retireExerciseVersion(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = VERSION) @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @NotNull @Valid RetireVersion in) {
        return VersionReplies.tagged(publishing.retire(callers.current(), kind, key, version, in));
    }
}
