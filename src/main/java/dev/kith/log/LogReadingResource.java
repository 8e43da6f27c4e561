package dev.kith.log;

import dev.kith.contract.Gives;
import dev.kith.paging.Cursor;
import dev.kith.paging.Limit;
import dev.kith.paging.Pages;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
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
@Tag(name = "Logs")
@Produces("application/json")
class LogReadingResource {
    @Inject
    Reading reading;

    @Inject
    Summing summing;

    @Inject
    Callers callers;

    @GET
    @Path("/logs/{logId}")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("logs:read")
    @Operation(
            summary = "Read a log.",
            description =
                    "As it is now, without the words that the client shares with nobody, or not yet; of a draft, nobody else reads any.")
    public LogView readLog(@Parameter(description = "The log.") @PathParam("logId") UUID logId) {
        return reading.read(callers.current(), logId);
    }

    @GET
    @Path("/logs/{logId}/revisions")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("logs:read")
    @Operation(
            summary = "Read what a log said before.",
            description =
                    "Every revision that a correction replaced, newest first, with the reason. Words are read no wider than they are shared"
                            + " now; what was taken out of the log is the client's alone again.")
    public LogRevisionList listLogRevisions(@Parameter(description = "The log.") @PathParam("logId") UUID logId)
            throws SQLException {
        return new LogRevisionList(reading.revisions(callers.current(), logId), null);
    }

    @GET
    @Path("/clients/{clientId}/logs")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("logs:read")
    @Gives("Link")
    @Operation(summary = "List a client's logs.", description = "Newest first by when they were made, drafts too.")
    public RestResponse<LogPage> listClientLogs(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @Parameter(description = "Only of this exercise.") @QueryParam("exercise") @Size(max = 64) @Nullable
                    String exercise,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked) {
        var slice = reading.list(callers.current(), clientId, exercise, Cursor.read(after), limit);
        return Pages.reply(new LogPage(slice.items(), slice.next()), slice.next(), asked);
    }

    @GET
    @Path("/clients/{clientId}/exercises/{key}/summary")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("logs:read")
    @Operation(
            summary = "Sum up what came of an exercise.",
            description =
                    "How often, distress before and after as medians, counts a week, shares, and why tasks of it were skipped. Null with a"
                            + " reason where there is nothing to say.")
    public ExerciseSumView summariseExercise(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @Parameter(description = "The exercise's key.") @PathParam("key") @Size(max = 64) String key,
            @Parameter(description = "Done at or after; a date stands for its start in UTC.")
                    @QueryParam("from")
                    @Nullable
                    Instant from,
            @Parameter(description = "Done before; a date stands for its start in UTC.") @QueryParam("to") @Nullable
                    Instant to,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String language) {
        return summing.summary(callers.current(), clientId, key, from, to, language);
    }
}
