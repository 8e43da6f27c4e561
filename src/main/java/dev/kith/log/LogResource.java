package dev.kith.log;

import dev.kith.contract.Puts;
import dev.kith.idempotency.Idempotent;
import dev.kith.idempotency.RepliesAnew;
import dev.kith.log.Logging.Stored;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1")
@Tag(name = "Logs")
@Produces("application/json")
class LogResource {
    @Inject
    Logging logging;

    @Inject
    Bringing bringing;

    @Inject
    Correcting correcting;

    @Inject
    Releasing releasing;

    @Inject
    Callers callers;

    @PUT
    @Path("/tasks/{taskId}/log")
    @Consumes("application/json")
    @RolesAllowed(Roles.CLIENT)
    @Puts
    @Operation(
            summary = "Log a task.",
            description =
                    "Keeps a draft or completes. That a stop rule was used is told to the clinician at once, from a draft too. Completing"
                            + " again with the same values gives the same reply; with others: 409, correct instead. What was completed so is"
                            + " kept all the same, as a log of its own beside the one that stands: keptAs says which; where the day of what is of no"
                            + " task is full, it is 429 with day-is-full instead: send it again after Retry-After. Words are private"
                            + " unless the exercise or the client says otherwise.")
    public RestResponse<LogView> logTask(
            @Parameter(description = "The task.") @PathParam("taskId") UUID taskId,
            @NotNull @Valid LogTask in,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String acceptLanguage)
            throws SQLException {
        return reply(logging.log(callers.current(), taskId, in, acceptLanguage));
    }

    @PUT
    @Path("/logs/{logId}")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("logs:write")
    @Puts
    @Operation(
            summary = "Store a log under an id of your own.",
            description =
                    "For apps offline, for an exercise that nobody planned, a clinician at the chair, or history brought over. Without a"
                            + " task, clients begin what the exercise lets clients begin, or what an active assignment gives them; a closed"
                            + " gate refuses with gate-closed. The same id and values again give the same reply, so a retry is harmless."
                            + " Other values: 409, and what a client completed is kept as for PUT /v1/tasks/{taskId}/log. A client's app"
                            + " sends so many a day that are of no task, from midnight to midnight where the client is; past that: 429 with"
                            + " day-is-full. Keep it, and send it again after Retry-After.")
    public RestResponse<LogView> putLog(
            @Parameter(description = "A UUID that the sender made.") @PathParam("logId") UUID logId,
            @NotNull @Valid PutLog in,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String acceptLanguage)
            throws SQLException {
        return reply(bringing.put(callers.current(), logId, in, acceptLanguage));
    }

    @POST
    @Path("/logs/{logId}/corrections")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("logs:write")
    @Idempotent
    @RepliesAnew(LogAnew.class)
    @ResponseStatus(201)
    @Operation(
            summary = "Correct a completed log.",
            description =
                    "Makes a new revision with all values, and keeps what it replaces. Whoever logged it, and the care team; words are"
                            + " changed by whoever wrote them only, and stay when somebody else corrects a number. The same as now changes"
                            + " nothing.")
    public LogView correctLog(
            @Parameter(description = "The log.") @PathParam("logId") UUID logId, @NotNull @Valid CorrectLog in)
            throws SQLException {
        return correcting.correct(callers.current(), logId, in);
    }

    @PUT
    @Path("/logs/{logId}/sharing")
    @Consumes("application/json")
    @RolesAllowed(Roles.CLIENT)
    @Operation(
            summary = "Say who may read your words.",
            description =
                    "By place, at any time, wider or narrower; it counts at once, for earlier revisions too. private: you alone."
                            + " share-at-session: your care team, once an appointment has begun of which was told before it began, and after"
                            + " your words and your choice had reached us. shared: your care team and"
                            + " the programs of your practice. What is kept beside the log is never shared wider by this, and narrower with"
                            + " it. What was said offline before comes by POST /v1/sync, and does not undo this."
                            + " No version is asked for, so that nothing stands between you and taking words"
                            + " back.")
    public LogView shareWords(
            @Parameter(description = "The log.") @PathParam("logId") UUID logId, @NotNull @Valid ShareWords in) {
        return releasing.share(callers.current(), logId, in);
    }

    private static RestResponse<LogView> reply(Stored stored) {
        return RestResponse.ResponseBuilder.<LogView>create(stored.created() ? 201 : 200)
                .entity(stored.view())
                .build();
    }
}
