package dev.kith.program;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Idempotent;
import dev.kith.idempotency.RepliesAnew;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
@Tag(name = "Enrolments")
@Produces("application/json")
@RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
class EnrollmentCourseResource {
    private static final String ENROLLMENT = "The enrolment.";

    @Inject
    Leading leading;

    @Inject
    Repeating repeating;

    @Inject
    Callers callers;

    @POST
    @Path("/enrollments/{enrollmentId}/pause")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("enrollments:write")
    @Idempotent
    @RepliesAnew(EnrollmentAnew.class)
    @Gives("ETag")
    @Operation(
            summary = "Pause an enrolment.",
            description =
                    "All its work is out of the client's list, and nothing new is given. Clients may pause, too; the clinician lets it go on."
                            + " Other work that only hangs on its start is not paused: what opens meanwhile is open.")
    public RestResponse<EnrollmentView> pauseEnrollment(
            @Parameter(description = ENROLLMENT) @PathParam("enrollmentId") UUID enrollmentId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted,
            @NotNull @Valid SayWhy in)
            throws SQLException {
        return tagged(leading.pause(callers.current(), enrollmentId, in, ifMatch, wanted));
    }

    @POST
    @Path("/enrollments/{enrollmentId}/resumption")
    @Consumes("application/json")
    @Scope("enrollments:write")
    @Idempotent
    @RepliesAnew(EnrollmentAnew.class)
    @Gives("ETag")
    @Operation(
            summary = "Let an enrolment go on.",
            description =
                    "All that is to come lies later by as long as the pause was, and what was open stays open for as much longer. Other work that hangs on its start lies as much later, where it has not opened."
                            + " It is held when an answer that came meanwhile needs a clinician.")
    public RestResponse<EnrollmentView> resumeEnrollment(
            @Parameter(description = ENROLLMENT) @PathParam("enrollmentId") UUID enrollmentId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted,
            @NotNull @Valid SayWhy in)
            throws SQLException {
        return tagged(leading.resume(callers.current(), enrollmentId, in, ifMatch, wanted));
    }

    @POST
    @Path("/enrollments/{enrollmentId}/move")
    @Consumes("application/json")
    @Scope("enrollments:write")
    @Idempotent
    @RepliesAnew(EnrollmentAnew.class)
    @Gives("ETag")
    @Operation(
            summary = "Move what is still to come.",
            description =
                    "As if it began on another day, for all that has not opened; what has opened stays. 422 where something would come to lie before today."
                            + " Other work that hangs on its start goes along where it has not opened.")
    public RestResponse<EnrollmentView> moveEnrollment(
            @Parameter(description = ENROLLMENT) @PathParam("enrollmentId") UUID enrollmentId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted,
            @NotNull @Valid MoveEnrollment in)
            throws SQLException {
        return tagged(leading.move(callers.current(), enrollmentId, in, ifMatch, wanted));
    }

    @POST
    @Path("/enrollments/{enrollmentId}/release")
    @Consumes("application/json")
    @Scope("enrollments:write")
    @Idempotent
    @RepliesAnew(EnrollmentAnew.class)
    @Gives("ETag")
    @Operation(
            summary = "Let an enrolment go on after a critical answer.",
            description =
                    "A clinician has looked at the answer and says how it goes on; what was held back is given, in its week or from today. Resolving the alert does not say this.")
    public RestResponse<EnrollmentView> releaseEnrollment(
            @Parameter(description = ENROLLMENT) @PathParam("enrollmentId") UUID enrollmentId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted,
            @NotNull @Valid SayWhy in)
            throws SQLException {
        return tagged(leading.release(callers.current(), enrollmentId, in, ifMatch, wanted));
    }

    @POST
    @Path("/enrollments/{enrollmentId}/departure")
    @Consumes("application/json")
    @Scope("enrollments:write")
    @Idempotent
    @RepliesAnew(EnrollmentAnew.class)
    @Gives("ETag")
    @Operation(
            summary = "End an enrolment.",
            description =
                    "What was given in it ends, and tasks that nobody answered are withdrawn; what was done stays. Other work that hangs on"
                            + " its start stays as planned, and nothing more can be hung on it.")
    public RestResponse<EnrollmentView> leaveEnrollment(
            @Parameter(description = ENROLLMENT) @PathParam("enrollmentId") UUID enrollmentId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted,
            @NotNull @Valid SayWhy in)
            throws SQLException {
        return tagged(leading.leave(callers.current(), enrollmentId, in, ifMatch, wanted));
    }

    @POST
    @Path("/enrollments/{enrollmentId}/weeks/{week}/repetition")
    @Consumes("application/json")
    @Scope("enrollments:write")
    @Idempotent
    @RepliesAnew(EnrollmentAnew.class)
    @Gives("ETag")
    @Operation(
            summary = "Give a week once more.",
            description =
                    "Its repeatable steps that have begun, from the next week on; all that was to come from then on lies a week later. Other work that hangs on"
                            + " its start lies a week later where it has not opened, also if it was to come in this week: it comes when that is"
                            + " given again. Going back is part of the way.")
    public RestResponse<EnrollmentView> repeatEnrollmentWeek(
            @Parameter(description = ENROLLMENT) @PathParam("enrollmentId") UUID enrollmentId,
            @Parameter(description = "Of the program, from 0.") @PathParam("week") @Min(0) @Max(104) int week,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted,
            @NotNull @Valid SayWhy in)
            throws SQLException {
        return tagged(repeating.repeatWeek(callers.current(), enrollmentId, week, in, ifMatch, wanted));
    }

    private static RestResponse<EnrollmentView> tagged(EnrollmentView view) {
        return Etags.ok(view, view.revision());
    }
}
