package dev.kith.assignment;

import dev.kith.contract.Gives;
import dev.kith.paging.Cursor;
import dev.kith.paging.Limit;
import dev.kith.paging.Pages;
import dev.kith.paging.Slice;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import dev.kith.words.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1")
@Tag(name = "Tasks")
@Produces("application/json")
class TaskResource {
    @Inject
    TaskListing tasks;

    @Inject
    Assigning assigning;

    @Inject
    Explaining explaining;

    @Inject
    Callers callers;

    @GET
    @Path("/me/tasks")
    @RolesAllowed(Roles.CLIENT)
    @Gives("Link")
    @Operation(
            summary = "What is there for me to do?",
            description =
                    "The client's own tasks in the order of opening; state=open for what can be answered now. What is paused"
                            + " is not told.")
    public RestResponse<TaskPage> listOwnTasks(
            @Parameter(description = "Opening at or after; a date stands for its start in UTC.")
                    @QueryParam("from")
                    @Nullable
                    Instant from,
            @Parameter(description = "Opening before; a date stands for its start in UTC.") @QueryParam("to") @Nullable
                    Instant to,
            @Parameter(description = "Only these.") @QueryParam("state") @Nullable TaskState state,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo uri,
            @Context HttpHeaders headers)
            throws SQLException {
        var asked = new TaskListing.Asked(
                from, to, state, Cursor.read(after), limit, headers.getHeaderString("Accept-Language"));
        return reply(tasks.own(callers.current(), asked), uri);
    }

    @GET
    @Path("/clients/{clientId}/tasks")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:read")
    @Gives("Link")
    @Operation(summary = "List a client's tasks.", description = "In the order of opening, paused ones too.")
    public RestResponse<TaskPage> listClientTasks(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @Parameter(description = "Opening at or after; a date stands for its start in UTC.")
                    @QueryParam("from")
                    @Nullable
                    Instant from,
            @Parameter(description = "Opening before; a date stands for its start in UTC.") @QueryParam("to") @Nullable
                    Instant to,
            @Parameter(description = "Only these.") @QueryParam("state") @Nullable TaskState state,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo uri,
            @Context HttpHeaders headers)
            throws SQLException {
        var asked = new TaskListing.Asked(
                from, to, state, Cursor.read(after), limit, headers.getHeaderString("Accept-Language"));
        return reply(tasks.of(callers.current(), clientId, asked), uri);
    }

    @GET
    @Path("/assignments/{assignmentId}/tasks")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:read")
    @Gives("Link")
    @Operation(
            summary = "List an assignment's tasks.",
            description = "All that have been made, withdrawn ones too, in the order of opening.")
    public RestResponse<TaskPage> listAssignmentTasks(
            @Parameter(description = "The assignment.") @PathParam("assignmentId") UUID assignmentId,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        var caller = callers.current();
        var assignment = assigning.found(caller, assignmentId);
        return reply(
                tasks.ofAssignment(
                        caller,
                        assignmentId,
                        assignment.clientId,
                        Cursor.read(after),
                        limit,
                        headers.getHeaderString("Accept-Language")),
                uri);
    }

    @GET
    @Path("/tasks/{taskId}")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:read")
    @Operation(summary = "Read one task.", description = "With its window and where it stands now.")
    public TaskView readTask(
            @Parameter(description = "The task.") @PathParam("taskId") UUID taskId, @Context HttpHeaders headers) {
        return tasks.one(callers.current(), taskId, headers.getHeaderString("Accept-Language"));
    }

    @GET
    @Path("/tasks/{taskId}/explanation")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:read")
    @Gives("Content-Language")
    @Operation(
            summary = "Say why a task is as it is.",
            description =
                    "In words and in data: by which rule and revision it is there, at which wall time in which zone, what a clock"
                            + " change did, and why it is open, due, closed or moved.")
    public RestResponse<TaskExplanation> explainTask(
            @Parameter(description = "The task.") @PathParam("taskId") UUID taskId,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted)
            throws SQLException {
        var words = Words.in(wanted);
        return words.tell(explaining.explain(callers.current(), taskId, words));
    }

    private static RestResponse<TaskPage> reply(Slice<TaskView> slice, UriInfo uri) {
        return Pages.reply(new TaskPage(slice.items(), slice.next()), slice.next(), uri);
    }
}
