package dev.kith.feedback;

import dev.kith.contract.Gives;
import dev.kith.idempotency.Idempotent;
import dev.kith.idempotency.RepliesAnew;
import dev.kith.paging.Cursor;
import dev.kith.paging.Limit;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Closed to practice software and to admins: it is between the client and the care team. */
@Path("/v1")
@Tag(name = "Feedback")
@Produces("application/json")
class ThreadResource {
    @Inject
    Replying replying;

    @Inject
    Callers callers;

    @POST
    @Path("/responses/{responseId}/feedback")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Idempotent
    @RepliesAnew(FeedbackAnew.class)
    @ResponseStatus(201)
    @Operation(
            summary = "Say something about a response.",
            description =
                    "The care team begins; the client replies once it has, before that it answers 409. Drafts answer 409."
                            + " What is said stays as it is; see withdrawal.")
    public FeedbackView giveResponseFeedback(
            @Parameter(description = "The response.") @PathParam("responseId") UUID responseId,
            @NotNull @Valid GiveFeedback in) {
        return replying.give(callers.current(), new Subject(SubjectKind.RESPONSE, responseId), in.text());
    }

    @GET
    @Path("/responses/{responseId}/feedback")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Gives("Link")
    @Operation(
            summary = "Read what was said about a response.",
            description = "As it was written, the oldest first. Reading this marks nothing as read.")
    public RestResponse<FeedbackPage> listResponseFeedback(
            @Parameter(description = "The response.") @PathParam("responseId") UUID responseId,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked) {
        var about = new Subject(SubjectKind.RESPONSE, responseId);
        return FeedbackResource.page(replying.thread(callers.current(), about, Cursor.read(after), limit), asked);
    }

    @POST
    @Path("/logs/{logId}/feedback")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Idempotent
    @RepliesAnew(FeedbackAnew.class)
    @ResponseStatus(201)
    @Operation(
            summary = "Say something about a log.",
            description =
                    "The care team begins; the client replies once it has, before that it answers 409. Drafts answer 409."
                            + " What is said stays as it is; see withdrawal.")
    public FeedbackView giveLogFeedback(
            @Parameter(description = "The log.") @PathParam("logId") UUID logId, @NotNull @Valid GiveFeedback in) {
        return replying.give(callers.current(), new Subject(SubjectKind.LOG, logId), in.text());
    }

    @GET
    @Path("/logs/{logId}/feedback")
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR})
    @Gives("Link")
    @Operation(
            summary = "Read what was said about a log.",
            description = "As it was written, the oldest first. Reading this marks nothing as read.")
    public RestResponse<FeedbackPage> listLogFeedback(
            @Parameter(description = "The log.") @PathParam("logId") UUID logId,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked) {
        var about = new Subject(SubjectKind.LOG, logId);
        return FeedbackResource.page(replying.thread(callers.current(), about, Cursor.read(after), limit), asked);
    }
}
