package dev.kith.webhook;

import dev.kith.contract.Gives;
import dev.kith.idempotency.Idempotent;
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

@Path("/v1/webhooks/{webhookId}")
@Tag(name = "Webhooks")
@Produces("application/json")
@RolesAllowed({Roles.ADMIN, Roles.INTEGRATION})
class DeliveryResource {
    @Inject
    Replaying replaying;

    @Inject
    Callers callers;

    @POST
    @Path("/test")
    @Scope("webhooks:write")
    @Idempotent
    @ResponseStatus(202)
    @Operation(
            summary = "Send a test event.",
            description =
                    "Of type webhook.tested, to this webhook alone and whatever events it hears of; its subjectId is the webhook. See"
                            + " among the deliveries what became of it. A disabled webhook answers 409. Send no body.")
    public TestedView testWebhook(@Parameter(description = "The webhook.") @PathParam("webhookId") UUID webhookId)
            throws SQLException {
        return replaying.test(callers.current(), webhookId);
    }

    @GET
    @Path("/deliveries")
    @Scope("webhooks:read")
    @Gives("Link")
    @Operation(
            summary = "List what became of events.",
            description =
                    "The newest event first; kept for 30 days. Of what the endpoint answered, only the status is kept.")
    public RestResponse<DeliveryPage> listDeliveries(
            @Parameter(description = "The webhook.") @PathParam("webhookId") UUID webhookId,
            @Parameter(description = "Only those that stand so.") @QueryParam("state") @Nullable DeliveryState state,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked)
            throws SQLException {
        var slice = replaying.list(webhookId, state, Cursor.read(after), limit);
        return Pages.reply(new DeliveryPage(slice.items(), slice.next()), slice.next(), asked);
    }

    @POST
    @Path("/deliveries/{eventId}/replay")
    @Scope("webhooks:write")
    @Idempotent
    @ResponseStatus(202)
    @Operation(
            summary = "Send one event again.",
            description =
                    "Whether it arrived or not, with the same webhook-id. It is tried for three days anew. A disabled webhook answers"
                            + " 409. Send no body.")
    public ReplayView replayDelivery(
            @Parameter(description = "The webhook.") @PathParam("webhookId") UUID webhookId,
            @Parameter(description = "The event.") @PathParam("eventId") UUID eventId)
            throws SQLException {
        return replaying.one(callers.current(), webhookId, eventId);
    }

    @POST
    @Path("/replays")
    @Consumes("application/json")
    @Scope("webhooks:write")
    @Idempotent
    @ResponseStatus(202)
    @Operation(
            summary = "Send events again since a time.",
            description =
                    "Those that the webhook hears of, oldest first, 5000 at once: ask again since next when it is not null. Each has the"
                            + " same webhook-id as before. A disabled webhook answers 409.")
    public ReplayView replayEvents(
            @Parameter(description = "The webhook.") @PathParam("webhookId") UUID webhookId,
            @NotNull @Valid ReplayEvents in)
            throws SQLException {
        return replaying.since(callers.current(), webhookId, in);
    }
}
