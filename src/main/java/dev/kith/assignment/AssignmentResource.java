package dev.kith.assignment;

import dev.kith.contract.Gives;
import dev.kith.contract.Puts;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Idempotent;
import dev.kith.idempotency.RepliesAnew;
import dev.kith.paging.Cursor;
import dev.kith.paging.Limit;
import dev.kith.paging.Pages;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import dev.kith.shape.OutsideId;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
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
    Upserting upserting;

    @Inject
    Callers callers;

    @POST
    @Path("/clients/{clientId}/assignments")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:write")
    @Idempotent
    @RepliesAnew(AssignmentAnew.class)
    @ResponseStatus(201)
    @Gives({"ETag", "Location"})
    @Operation(
            summary = "Give a client a questionnaire or an exercise.",
            description =
                    "Stores the assignment with its tasks of the next five weeks; later ones are made as time goes by. A closed gate of"
                            + " an exercise is told as 409 gate-closed; a clinician opens it with opensGates and a reason.")
    public RestResponse<AssignmentView> assignWork(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId, @NotNull @Valid AssignWork in)
            throws SQLException {
        var view = assigning.assign(callers.current(), clientId, in);
        return Etags.created(view, view.revision(), "/v1/assignments/" + view.id());
    }

    @PUT
    @Puts
    @Path("/clients/{clientId}/assignments")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:write")
    @Gives("ETag")
    @Operation(
            summary = "Make an assignment, or bring its schedule up to date, by an outside id.",
            description =
                    "201 when it was made, 200 when it was there; its schedule and dose then become what the body says, for what has not"
                            + " opened. What has ended stays so. Safe to repeat, also in parallel.")
    public RestResponse<AssignmentView> upsertAssignment(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @Parameter(description = "system|value: which assignment to make or update.", example = "ehr|4711")
                    @QueryParam("externalId")
                    @NotNull
                    @OutsideId
                    @Size(max = 200)
                    String externalId,
            @NotNull @Valid AssignWork in)
            throws SQLException {
        var done = upserting.upsert(callers.current(), clientId, externalId, in);
        return done.created()
                ? Etags.created(
                        done.view(),
                        done.view().revision(),
                        "/v1/assignments/" + done.view().id())
                : tagged(done.view());
    }

    @GET
    @Path("/clients/{clientId}/assignments")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:read")
    @Gives("Link")
    @Operation(summary = "List a client's assignments.", description = "Newest first, ended ones too.")
    public RestResponse<AssignmentPage> listAssignments(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @Parameter(description = "Only the one with this id in practice software.")
                    @QueryParam("externalId")
                    @OutsideId
                    @Size(max = 200)
                    @Nullable
                    String externalId,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked)
            throws SQLException {
        var slice = assigning.list(callers.current(), clientId, externalId, Cursor.read(after), limit);
        return Pages.reply(new AssignmentPage(slice.items(), slice.next()), slice.next(), asked);
    }

    @GET
    @Path("/assignments/{assignmentId}")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:read")
    @Gives("ETag")
    @Operation(summary = "Read one assignment.", description = "With its ETag, needed to change it.")
    public RestResponse<AssignmentView> readAssignment(
            @Parameter(description = "The assignment.") @PathParam("assignmentId") UUID assignmentId)
            throws SQLException {
        return tagged(assigning.read(callers.current(), assignmentId));
    }

    @PATCH
    @Path("/assignments/{assignmentId}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:write")
    @Gives("ETag")
    @Operation(
            summary = "Pause, resume or end an assignment.",
            description =
                    "A paused one is out of the client's list and takes no answers; what closes meanwhile was not missed. Clients"
                            + " pause, and resume what they paused. Ending is for good and withdraws the tasks that nobody has answered.")
    public RestResponse<AssignmentView> changeAssignment(
            @Parameter(description = "The assignment.") @PathParam("assignmentId") UUID assignmentId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @NotNull @Valid ChangeAssignment in)
            throws SQLException {
        return tagged(assigning.change(callers.current(), assignmentId, in, ifMatch));
    }

    private static RestResponse<AssignmentView> tagged(AssignmentView view) {
        return Etags.ok(view, view.revision());
    }
}
