package dev.kith.reminder;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1")
@Tag(name = "Reminders")
@Produces("application/json")
class ReminderResource {
    @Inject
    SettingRules setting;

    @Inject
    ListingReminders listing;

    @Inject
    Callers callers;

    @GET
    @Path("/assignments/{assignmentId}/reminder-rules")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:read")
    @Gives("ETag")
    @Operation(
            summary = "Read which reminder rules hold for an assignment.",
            description = "Its own, or the practice's.")
    public RestResponse<AssignmentReminderRulesView> readAssignmentReminderRules(
            @Parameter(description = "The assignment.") @PathParam("assignmentId") UUID assignmentId)
            throws SQLException {
        var view = setting.ofAssignment(callers.current(), assignmentId);
        return Etags.okAsSaid(view, view.version());
    }

    @PUT
    @Path("/assignments/{assignmentId}/reminder-rules")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:write")
    @Gives("ETag")
    @Operation(
            summary = "Give an assignment reminder rules of its own.",
            description = "They stand in place of the practice's; null takes them away again."
                    + PracticeRulesResource.COMBINED)
    public RestResponse<AssignmentReminderRulesView> writeAssignmentReminderRules(
            @Parameter(description = "The assignment.") @PathParam("assignmentId") UUID assignmentId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @NotNull @Valid WriteAssignmentReminderRules in)
            throws SQLException {
        var view = setting.setOfAssignment(callers.current(), assignmentId, in, ifMatch);
        return Etags.ok(view, view.version());
    }

    @GET
    @Path("/tasks/{taskId}/reminders")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:read")
    @Operation(
            summary = "Say what became of a task's reminders.",
            description =
                    "Planned two days before the task opens, and decided when their time has come. Each is sent at most once: one that"
                            + " was being sent when a server stopped is not sent again.")
    public ReminderList listReminders(@Parameter(description = "The task.") @PathParam("taskId") UUID taskId)
            throws SQLException {
        return new ReminderList(listing.of(callers.current(), taskId));
    }
}
