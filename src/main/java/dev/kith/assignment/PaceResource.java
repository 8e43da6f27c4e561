package dev.kith.assignment;

import dev.kith.idempotency.Idempotent;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Tag(name = "Tasks")
@Produces("application/json")
class PaceResource {
    @Inject
    Pacing pacing;

    @Inject
    TaskListing tasks;

    @Inject
    Callers callers;

    @POST
    @Path("/tasks/{taskId}/skip")
    @Consumes("application/json")
    @RolesAllowed(Roles.CLIENT)
    @Idempotent
    @Operation(
            summary = "Skip a task, and say what stood in the way.",
            description =
                    "For good, this time. Feeling unsafe raises a notice for the care team, also where the task cannot be skipped so any more; no barrier counts against anybody.")
    public TaskView skipTask(
            @Parameter(description = "The task.") @PathParam("taskId") UUID taskId,
            @NotNull @Valid SkipTask in,
            @Context HttpHeaders headers) {
        var caller = callers.current();
        pacing.skip(caller, taskId, in.barrier(), in.note());
        return tasks.one(caller, taskId, headers.getHeaderString("Accept-Language"));
    }

    @POST
    @Path("/tasks/{taskId}/snooze")
    @Consumes("application/json")
    @RolesAllowed(Roles.CLIENT)
    @Idempotent
    @Operation(
            summary = "Not now: be reminded of a task later.",
            description =
                    "Reminders wait until then, and one comes when it is over, if the task is not done: by the channel that the client"
                            + " chose, else by that of the rules' first, else as an event. Quiet hours and reminders switched off hold for"
                            + " it as for others; of the most a day, what came for the same task before is not counted. Snoozed again,"
                            + " only the later word counts. When the task is due and closes stays as it is.")
    public TaskView snoozeTask(
            @Parameter(description = "The task.") @PathParam("taskId") UUID taskId,
            @NotNull @Valid SnoozeTask in,
            @Context HttpHeaders headers) {
        var caller = callers.current();
        pacing.snooze(caller, taskId, in);
        return tasks.one(caller, taskId, headers.getHeaderString("Accept-Language"));
    }

    @POST
    @Path("/assignments/{assignmentId}/too-much")
    @Consumes("application/json")
    @RolesAllowed(Roles.CLIENT)
    @Idempotent
    @Operation(
            summary = "Say that it is too much.",
            description =
                    "Lowers the dose by a step from the next period on: one time less, else one time of day less, else half as often,"
                            + " so that what comes once a week comes every second week; where nothing is left to lower, it is paused."
                            + " The care team is told by a notice.")
    public TooMuchView sayTooMuch(
            @Parameter(description = "The assignment.") @PathParam("assignmentId") UUID assignmentId,
            @NotNull @Valid SayTooMuch in)
            throws SQLException {
        return pacing.tooMuch(callers.current(), assignmentId, in);
    }
}
