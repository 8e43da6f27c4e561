package dev.kith.authoring;

import static dev.kith.content.YamlDefinitions.TYPE;

import dev.kith.content.VersionReplies;
import dev.kith.content.VersionView;
import dev.kith.contract.Example;
import dev.kith.contract.Gives;
import dev.kith.definition.Definitions;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Idempotent;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/questionnaires")
@Tag(name = "Authoring")
@RolesAllowed({Roles.SUPERVISOR, Roles.ADMIN})
class DraftResource {
    private static final String KEY = "Lower-kebab, such as evening-check.";

    @Inject
    Drafting drafting;

    @Inject
    Copying copying;

    @Inject
    Callers callers;

    @POST
    @Consumes({"application/json", TYPE})
    @Produces("application/json")
    @Idempotent
    @ResponseStatus(201)
    @Gives({"ETag", "Location"})
    @Operation(
            summary = "Begin a questionnaire of one's own.",
            description =
                    "Keeps the definition as the draft of version 1 under its own key, which no other questionnaire"
                            + " may have. A draft must be readable and need not be finished: its validation says what is left to do.")
    public RestResponse<VersionView> createDraft(@NotNull WrittenDefinition in) {
        return created(drafting.create(callers.current(), in.json()));
    }

    @GET
    @Path("/{key}/versions/{version}/definition")
    @Produces({"application/json", TYPE})
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("questionnaires:read")
    @Gives("ETag")
    @Operation(
            summary = "Read a definition.",
            description = "As JSON, or as YAML when that is what Accept asks for; a draft for those who author.")
    public RestResponse<WrittenDefinition> readDefinition(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = "1 and up.") @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @Context Request request) {
        var found = copying.find(callers.current(), key, version);
        return VersionReplies.spelled(
                new WrittenDefinition(found.json()), () -> Definitions.yaml(found.definition()), found.tag(), request);
    }

    @PUT
    @Path("/{key}/versions/{version}/definition")
    @Consumes({"application/json", TYPE})
    @Produces("application/json")
    @Gives("ETag")
    @Operation(
            summary = "Replace a draft.",
            description = "By a whole definition of the same key and version. The same again changes nothing.")
    public RestResponse<VersionView> replaceDraft(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = "1 and up.") @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @NotNull WrittenDefinition in) {
        return tagged(drafting.replace(callers.current(), key, version, in.json(), ifMatch));
    }

    @PATCH
    @Path("/{key}/versions/{version}/definition")
    @Consumes({"application/json", "application/merge-patch+json"})
    @Produces("application/json")
    @Gives("ETag")
    @Example("""
            {"tags": ["evening"], "title": {"en": "Evening check, short"}}
            """)
    @Operation(
            summary = "Change a draft.",
            description =
                    "A merge patch (RFC 7396) on its definition: objects are merged, lists are replaced whole, null"
                            + " removes.")
    public RestResponse<VersionView> reviseDraft(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = "1 and up.") @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @NotNull WrittenDefinition in) {
        return tagged(drafting.patch(callers.current(), key, version, in.json(), ifMatch));
    }

    @DELETE
    @Path("/{key}/versions/{version}")
    @Produces("application/json")
    @Operation(summary = "Delete a draft.", description = "What was published is retired instead.")
    public void deleteDraft(
            @Parameter(description = KEY) @PathParam("key") @Size(max = 80) String key,
            @Parameter(description = "1 and up.") @PathParam("version") @Min(1) @Max(1_000_000) int version,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch) {
        drafting.delete(callers.current(), key, version, ifMatch);
    }

    static RestResponse<VersionView> created(VersionView view) {
        var path = "/v1/questionnaires/" + view.key() + "/versions/" + view.version();
        return Etags.created(view, view.revision(), path);
    }

    static RestResponse<VersionView> tagged(VersionView view) {
        return Etags.ok(view, view.revision());
    }
}
