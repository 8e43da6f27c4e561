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
class EnrollmentStepResource {
    private static final String ENROLLMENT = "The enrolment.";
    private static final String STEP = "The code of the step, such as w2-ladder-review.";

    @Inject
    Stepping stepping;

    @Inject
    Repeating repeating;

    @Inject
    Callers callers;

    @POST
    @Path("/enrollments/{enrollmentId}/steps/{step}/done")
    @Consumes("application/json")
    @Scope("enrollments:write")
    @Idempotent
    @RepliesAnew(EnrollmentAnew.class)
    @Gives("ETag")
    @Operation(
            summary = "Say that a review or a referral took place.",
            description =
                    "409 gate-closed while a gate of it is closed; what waits for it is given. 409 clinicians-word where a program says"
                            + " so of a review.")
    public RestResponse<EnrollmentView> finishEnrollmentStep(
            @Parameter(description = ENROLLMENT) @PathParam("enrollmentId") UUID enrollmentId,
            @Parameter(description = STEP) @PathParam("step") @Size(max = 80) String step,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted,
            @NotNull @Valid FinishStep in)
            throws SQLException {
        return tagged(stepping.finish(callers.current(), enrollmentId, step, in, ifMatch, wanted));
    }

    @POST
    @Path("/enrollments/{enrollmentId}/steps/{step}/opening")
    @Consumes("application/json")
    @Scope("enrollments:write")
    @Idempotent
    @RepliesAnew(EnrollmentAnew.class)
    @Gives("ETag")
    @Operation(
            summary = "Open a step with a clinician's word.",
            description =
                    "It is given whatever its gates say, in its week or from today; only an open critical answer still holds it. Gates of the exercise itself are opened where they are named.")
    public RestResponse<EnrollmentView> openEnrollmentStep(
            @Parameter(description = ENROLLMENT) @PathParam("enrollmentId") UUID enrollmentId,
            @Parameter(description = STEP) @PathParam("step") @Size(max = 80) String step,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted,
            @NotNull @Valid OpenStep in)
            throws SQLException {
        return tagged(stepping.open(callers.current(), enrollmentId, step, in, ifMatch, wanted));
    }

    @POST
    @Path("/enrollments/{enrollmentId}/steps/{step}/addition")
    @Consumes("application/json")
    @Scope("enrollments:write")
    @Idempotent
    @RepliesAnew(EnrollmentAnew.class)
    @Gives("ETag")
    @Operation(
            summary = "Add an optional step.",
            description = "In its week, or from today where that has passed. Adding it is the clinician's word for it.")
    public RestResponse<EnrollmentView> addEnrollmentStep(
            @Parameter(description = ENROLLMENT) @PathParam("enrollmentId") UUID enrollmentId,
            @Parameter(description = STEP) @PathParam("step") @Size(max = 80) String step,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted,
            @NotNull @Valid SayWhy in)
            throws SQLException {
        return tagged(stepping.add(callers.current(), enrollmentId, step, in, ifMatch, wanted));
    }

    @POST
    @Path("/enrollments/{enrollmentId}/steps/{step}/omission")
    @Consumes("application/json")
    @Scope("enrollments:write")
    @Idempotent
    @RepliesAnew(EnrollmentAnew.class)
    @Gives("ETag")
    @Operation(
            summary = "Leave a step out.",
            description =
                    "What was given in it ends, and what waits for it waits no more. A step that was left undone may be left out, too. 409"
                            + " clinicians-word where a program leaves a review out.")
    public RestResponse<EnrollmentView> skipEnrollmentStep(
            @Parameter(description = ENROLLMENT) @PathParam("enrollmentId") UUID enrollmentId,
            @Parameter(description = STEP) @PathParam("step") @Size(max = 80) String step,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted,
            @NotNull @Valid SayWhy in)
            throws SQLException {
        return tagged(stepping.skip(callers.current(), enrollmentId, step, in, ifMatch, wanted));
    }

    @POST
    @Path("/enrollments/{enrollmentId}/steps/{step}/repetition")
    @Consumes("application/json")
    @Scope("enrollments:write")
    @Idempotent
    @RepliesAnew(EnrollmentAnew.class)
    @Gives("ETag")
    @Operation(
            summary = "Go back to a step.",
            description =
                    "It is given once more from today, and all that has not opened lies a week later, also other work that hangs on the"
                            + " start of the enrolment. One that was left undone may be given again even where the program gives it once.")
    public RestResponse<EnrollmentView> repeatEnrollmentStep(
            @Parameter(description = ENROLLMENT) @PathParam("enrollmentId") UUID enrollmentId,
            @Parameter(description = STEP) @PathParam("step") @Size(max = 80) String step,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted,
            @NotNull @Valid SayWhy in)
            throws SQLException {
        return tagged(repeating.repeatStep(callers.current(), enrollmentId, step, in, ifMatch, wanted));
    }

    private static RestResponse<EnrollmentView> tagged(EnrollmentView view) {
        return Etags.ok(view, view.revision());
    }
}
