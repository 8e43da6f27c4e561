package dev.kith.assignment;

import dev.kith.contract.Example;
import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Idempotent;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import dev.kith.words.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1")
@Tag(name = "Assignments")
@Produces("application/json")
class ScheduleResource {
    @Inject
    Rescheduling rescheduling;

    @Inject
    Previewing previewing;

    @Inject
    Callers callers;

    /** What is sent to see dates before anyone assigns. */
    @Schema(description = "A schedule to look at.")
    @Example("""
            {"schedule": {"start": "2026-03-28T02:30", "timeZone": "Europe/Berlin", "rrule": "FREQ=DAILY;COUNT=3"}, "limit": 10}
            """)
    record PreviewSchedule(
            @NotNull @Valid AskedSchedule schedule,
            @Nullable @Valid AskedDose dose,

            @Schema(description = "At most so many; 366 when left out.") @Nullable @Min(1) @Max(366)
            Integer limit) {}

    /** The dates of a schedule. */
    @Schema(description = "The dates of a schedule, in order.")
    record SchedulePreview(
            List<OccurrenceView> items,

            @Schema(
                    description = "The schedule in words, in the language that fits Accept-Language best.",
                    examples = "every week on Tuesday, 6 times")
            String words,

            @Schema(description = "Whether there are more than were asked for.")
            boolean more) {}

    @POST
    @Path("/schedules/preview")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("assignments:read")
    @Idempotent
    @Gives("Content-Language")
    @Operation(
            summary = "See the dates of a schedule before anyone assigns it.",
            description =
                    "Nothing is stored. Up to 366 dates, with what clock changes do to them. Without a zone, the practice's.")
    public RestResponse<SchedulePreview> previewSchedule(
            @NotNull @Valid PreviewSchedule in,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted) {
        var words = Words.in(wanted);
        return words.tell(previewing.preview(callers.current(), in, words));
    }

    @PUT
    @Path("/assignments/{assignmentId}/schedule")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:write")
    @Gives("ETag")
    @Operation(
            summary = "Give a running assignment another schedule.",
            description =
                    "From now on: tasks that have opened, or that the client has done something about, stay as they are; the others are"
                            + " withdrawn and made anew. Every revision is kept.")
    public RestResponse<AssignmentView> reviseSchedule(
            @Parameter(description = "The assignment.") @PathParam("assignmentId") UUID assignmentId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @NotNull @Valid ReviseSchedule in)
            throws SQLException {
        var view = rescheduling.revise(callers.current(), assignmentId, in, ifMatch);
        return Etags.ok(view, view.revision());
    }

    @GET
    @Path("/assignments/{assignmentId}/schedules")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:read")
    @Operation(summary = "List the revisions of a schedule.", description = "Newest first, each with why it was made.")
    public ScheduleRevisionList listScheduleRevisions(
            @Parameter(description = "The assignment.") @PathParam("assignmentId") UUID assignmentId)
            throws SQLException {
        return new ScheduleRevisionList(rescheduling.revisions(callers.current(), assignmentId), null);
    }
}
