package dev.kith.assignment;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Idempotent;
import dev.kith.paging.Cursor;
import dev.kith.paging.Limit;
import dev.kith.paging.Pages;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1")
@Tag(name = "Assignments")
@Produces("application/json")
@RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
class AssignmentResource {
    @Inject
    Assigning assigning;

    @Inject
    Callers callers;

    @POST
    @Path("/clients/{clientId}/assignments")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:write")
    @Idempotent
    @ResponseStatus(201)
    @Gives({"ETag", "Location"})
    @Operation(
            summary = "Give a client a questionnaire.",
            description = "Stores the assignment with its task. The task opens, is due and closes in wall time of the"
                    + " schedule's zone; in a clock change's gap at the first valid instant, in an overlap at the first of"
                    + " the two.")
    public RestResponse<AssignmentView> assignQuestionnaire(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @NotNull @Valid AssignQuestionnaire in) {
        var view = assigning.assign(callers.current(), clientId, in);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header("Location", "/v1/assignments/" + view.id())
                .header("ETag", Etags.tag(0))
                .build();
    }

    @GET
    @Path("/clients/{clientId}/assignments")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:read")
    @Gives("Link")
    @Operation(summary = "List a client's assignments.", description = "Newest first, ended ones too.")
    public RestResponse<AssignmentPage> listAssignments(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked) {
        var slice = assigning.list(callers.current(), clientId, Cursor.read(after), limit);
        return Pages.reply(new AssignmentPage(slice.items(), slice.next()), slice.next(), asked);
    }

    @GET
    @Path("/assignments/{assignmentId}")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:read")
    @Gives("ETag")
    @Operation(summary = "Read one assignment.", description = "With its ETag, needed to change it.")
    public RestResponse<AssignmentView> readAssignment(
            @Parameter(description = "The assignment.") @PathParam("assignmentId") UUID assignmentId) {
        return tagged(assigning.read(callers.current(), assignmentId));
    }

    @PATCH
    @Path("/assignments/{assignmentId}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:write")
    @Gives("ETag")
    @Operation(
            summary = "Pause, resume or end an assignment.",
            description =
                    "A paused one is out of the client's list and takes no answers. Ending is for good and withdraws the"
                            + " tasks that nobody has answered.")
    public RestResponse<AssignmentView> changeAssignment(
            @Parameter(description = "The assignment.") @PathParam("assignmentId") UUID assignmentId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @NotNull @Valid ChangeAssignment in) {
        return tagged(assigning.change(callers.current(), assignmentId, in, ifMatch));
    }

    private static RestResponse<AssignmentView> tagged(Assignment assignment) {
        return RestResponse.ResponseBuilder.ok(AssignmentView.of(assignment))
                .header("ETag", Etags.tag(assignment.version))
                .build();
    }
}
