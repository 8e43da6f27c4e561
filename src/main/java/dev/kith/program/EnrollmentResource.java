package dev.kith.program;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Idempotent;
import dev.kith.idempotency.RepliesAnew;
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
import jakarta.ws.rs.POST;
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
@Tag(name = "Enrolments")
@Produces("application/json")
@RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
class EnrollmentResource {
    @Inject
    Enrolling enrolling;

    @Inject
    Callers callers;

    @POST
    @Path("/clients/{clientId}/enrollments")
    @Consumes("application/json")
    @Scope("enrollments:write")
    @Idempotent
    @RepliesAnew(EnrollmentAnew.class)
    @ResponseStatus(201)
    @Gives({"ETag", "Location"})
    @Operation(
            summary = "Enrol a client in a program.",
            description =
                    "In one step: every step is laid out, and what nothing stands against is assigned, each in its own week. What a gate"
                            + " keeps waits, and is assigned when its gate opens. The enrolment keeps the version that is published now."
                            + " A critical answer whose alert is not resolved holds it from the start, as one that comes later"
                            + " does: what it holds is given once a clinician releases the enrolment. The preview shows it."
                            + " 409 already-enrolled while another enrolment in the same program runs.")
    public RestResponse<EnrollmentView> enrolClient(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted,
            @NotNull @Valid EnrolClient in)
            throws SQLException {
        var view = enrolling.enrol(callers.current(), clientId, in, wanted);
        return Etags.created(view, view.revision(), "/v1/enrollments/" + view.id());
    }

    @POST
    @Path("/clients/{clientId}/enrollments/preview")
    @Consumes("application/json")
    @Scope("enrollments:read")
    @Idempotent
    @Operation(
            summary = "See what enrolling a client would do.",
            description =
                    "Every step with its dates, its tasks and what its gates wait for, and whether a critical answer that nobody"
                            + " has settled would hold it; nothing is stored.")
    public EnrollmentPreview previewEnrollment(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted,
            @NotNull @Valid EnrolClient in)
            throws SQLException {
        return enrolling.preview(callers.current(), clientId, in, wanted);
    }

    @GET
    @Path("/clients/{clientId}/enrollments")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("enrollments:read")
    @Gives("Link")
    @Operation(summary = "List a client's enrolments.", description = "Newest first, those that ended too.")
    public RestResponse<EnrollmentPage> listEnrollments(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted,
            @Context UriInfo asked) {
        var slice = enrolling.list(callers.current(), clientId, Cursor.read(after), limit, wanted);
        return Pages.reply(new EnrollmentPage(slice.items(), slice.next()), slice.next(), asked);
    }

    @GET
    @Path("/enrollments/{enrollmentId}")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("enrollments:read")
    @Gives("ETag")
    @Operation(
            summary = "Read one enrolment.",
            description =
                    "All its steps with state, dates and gates, and how far it has come. Clients read the words for them; notes,"
                            + " reasons and what gates look at are for the care team.")
    public RestResponse<EnrollmentView> readEnrollment(
            @Parameter(description = "The enrolment.") @PathParam("enrollmentId") UUID enrollmentId,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted)
            throws SQLException {
        var view = enrolling.read(callers.current(), enrollmentId, wanted);
        return Etags.okAsSaid(view, view.revision());
    }

    @GET
    @Path("/enrollments/{enrollmentId}/history")
    @Scope("enrollments:read")
    @Operation(
            summary = "Read what happened to an enrolment.",
            description = "Everything that was decided, by whom and why, newest first. There is one page.")
    public EnrollmentHistory readEnrollmentHistory(
            @Parameter(description = "The enrolment.") @PathParam("enrollmentId") UUID enrollmentId) {
        return new EnrollmentHistory(enrolling.history(callers.current(), enrollmentId), null);
    }
}
