package dev.kith.program;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/reviews")
@Tag(name = "Enrolments")
@Produces("application/json")
class ReviewResource {
    @Inject
    Enrolling enrolling;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("enrollments:read")
    @Gives("Link")
    @Operation(
            summary = "List the reviews that are to be done.",
            description =
                    "Reviews and referrals of enrolments against which nothing stands, and steps that wait for one that was left undone,"
                            + " so that only a clinician moves them on; of all clients on the caller's caseload (of"
                            + " supervisors: also on their supervisees'; of practice software: of all clients), those that have been due longest"
                            + " first. Archived clients are left out.")
    public RestResponse<ReviewPage> listReviews(
            @Parameter(description = "Those that are due, or those that are to come.")
                    @QueryParam("state")
                    @DefaultValue("due")
                    ReviewState state,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @HeaderParam("Accept-Language") @Size(max = 200) @Nullable String wanted,
            @Context UriInfo asked)
            throws SQLException {
        var slice = enrolling.reviews(callers.current(), state, Cursor.read(after), limit, wanted);
        return Pages.reply(new ReviewPage(slice.items(), slice.next()), slice.next(), asked);
    }
}
