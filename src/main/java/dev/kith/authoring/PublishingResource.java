package dev.kith.authoring;

import static dev.kith.authoring.DraftResource.created;
import static dev.kith.authoring.DraftResource.tagged;

import dev.kith.content.CopyVersion;
import dev.kith.content.DraftNextVersion;
import dev.kith.content.PublishVersion;
import dev.kith.content.RetireVersion;
import dev.kith.content.ValidationReport;
import dev.kith.content.VersionView;
import dev.kith.contract.Gives;
import dev.kith.definition.DefinitionReview;
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

@Path("/v1/questionnaires/{key}/versions")
@Tag(name = "Authoring")
@Produces("application/json")
@RolesAllowed({Roles.SUPERVISOR, Roles.ADMIN})
class PublishingResource {
    private static final String KEY = "Lower-kebab, such as evening-check.";
    private static final String VERSION = "1 and up.";

    @Inject
    Drafting drafting;

    @Inject
    Copying copying;

    @Inject
    Publishing publishing;

    @Inject
    Callers callers;

    @POST
    @Consumes("application/json")
    @Idempotent
    @ResponseStatus(201)
    @Gives({"ETag", "Location"})
    @Operation(
            summary = "Begin the next version.",
            description =
                    "A draft with the words and rules of a version that the practice published. There is one draft of"
                            + " a questionnaire at a time.")
    public RestResponse<VersionView> draftNextVersion(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @NotNull @Valid DraftNextVersion in) {
        return created(drafting.next(callers.current(), key, in.from()));
    }

    @POST
    @Path("/{version}/copies")
    @Consumes("application/json")
    @Idempotent
    @ResponseStatus(201)
    @Gives({"ETag", "Location"})
    @Operation(
            summary = "Copy a version under a key of one's own.",
            description =
                    "The library's or the practice's, as a draft of version 1. Link ids take the new key. 409 where"
                            + " the licence allows no modification.")
    public RestResponse<VersionView> copyVersion(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = VERSION) @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @NotNull @Valid CopyVersion in) {
        return created(copying.copy(callers.current(), key, version, in.key()));
    }

    @POST
    @Path("/{version}/validation")
    @Idempotent
    @Operation(
            summary = "See what stands against publishing.",
            description = "Runs all that publishing runs, the test vectors too, and changes nothing. Send no body.")
    public ValidationReport validateVersion(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = VERSION) @PathParam("version") @Min(1) @Max(1_000_000) int version) {
        var found = copying.find(callers.current(), key, version);
        return ValidationReport.of(DefinitionReview.of(found.json()).faults());
    }

    @POST
    @Path("/{version}/publication")
    @Consumes("application/json")
    @Idempotent
    @Gives("ETag")
    @Operation(
            summary = "Publish a draft.",
            description =
                    "For good: a published version never changes. 422 tells every fault at once, with pointers into"
                            + " the definition; 409 with four-eyes when the practice wants somebody else than the last editor.")
    public RestResponse<VersionView> publishVersion(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = VERSION) @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @NotNull @Valid PublishVersion in) {
        return tagged(publishing.publish(callers.current(), key, version, in));
    }

    @POST
    @Path("/{version}/retirement")
    @Consumes("application/json")
    @Idempotent
    @Gives("ETag")
    @Operation(
            summary = "Take a version out of use.",
            description =
                    "It is not assigned any more. What was assigned stays to be answered, and what was answered is"
                            + " rendered with it for ever.")
    public RestResponse<VersionView> retireVersion(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = VERSION) @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @NotNull @Valid RetireVersion in) {
        return tagged(publishing.retire(callers.current(), key, version, in));
    }
}
