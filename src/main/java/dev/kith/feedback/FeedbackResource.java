package dev.kith.feedback;

import dev.kith.contract.Gives;
import dev.kith.idempotency.Idempotent;
import dev.kith.idempotency.RepliesAnew;
import dev.kith.paging.Cursor;
import dev.kith.paging.Limit;
import dev.kith.paging.Pages;
import dev.kith.paging.Slice;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Closed to practice software and to admins: it is between the client and the care team. */
@Path("/v1")
@Tag(name = "Feedback")
@Produces("application/json")
class FeedbackResource {
    @Inject
    Replying replying;

    @Inject
    Callers callers;

    @GET
    @Path("/clients/{clientId}/feedback")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Gives("Link")
    @Operation(
            summary = "List what was said about a client's responses and logs.",
            description = "Newest first, of all threads.")
    public RestResponse<FeedbackPage> listClientFeedback(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked) {
        return page(replying.of(callers.current(), clientId, Cursor.read(after), limit), asked);
    }

    @GET
    @Path("/me/feedback")
    @RolesAllowed(Roles.CLIENT)
    @Gives("Link")
    @Operation(summary = "List your own feedback.", description = "Newest first, of all threads.")
    public RestResponse<FeedbackPage> listMyFeedback(
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked) {
        return page(replying.own(callers.current(), Cursor.read(after), limit), asked);
    }

    @GET
    @Path("/me/feedback/unread")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Operation(
            summary = "Count what waits for you to be read.",
            description =
                    "For clients what the care team said, by thread; for members what clients on their caseload said, by"
                            + " client. One of a care team reads for all of it.")
    public UnreadView countUnreadFeedback() {
        return replying.unread(callers.current());
    }

    @POST
    @Path("/feedback/{feedbackId}/read")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Idempotent
    @RepliesAnew(FeedbackAnew.class)
    @Operation(
            summary = "Say that you read a message.",
            description =
                    "The writer sees when and by whom. Again changes nothing: the first to read it stays named. Send no"
                            + " body.")
    public FeedbackView markFeedbackRead(
            @Parameter(description = "The message.") @PathParam("feedbackId") UUID feedbackId) {
        return replying.read(callers.current(), feedbackId);
    }

    @POST
    @Path("/feedback/{feedbackId}/withdrawal")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Idempotent
    @RepliesAnew(FeedbackAnew.class)
    @Operation(
            summary = "Take back a message of yours that nobody has read.",
            description =
                    "It stays in its place without its text. What was read answers 409. Again changes nothing. Send no"
                            + " body.")
    public FeedbackView withdrawFeedback(
            @Parameter(description = "The message.") @PathParam("feedbackId") UUID feedbackId) {
        return replying.withdraw(callers.current(), feedbackId);
    }

    static RestResponse<FeedbackPage> page(Slice<FeedbackView> slice, UriInfo asked) {
        return Pages.reply(new FeedbackPage(slice.items(), slice.next()), slice.next(), asked);
    }
}
