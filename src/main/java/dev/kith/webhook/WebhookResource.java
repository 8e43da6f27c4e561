package dev.kith.webhook;

import dev.kith.contract.Gives;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Idempotent;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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

@Path("/v1/webhooks")
@Tag(name = "Webhooks")
@Produces("application/json")
@RolesAllowed({Roles.ADMIN, Roles.INTEGRATION})
class WebhookResource {
    @Inject
    Registering registering;

    @Inject
    Targets targets;

    @Inject
    Callers callers;

    @POST
    @Consumes("application/json")
    @Scope("webhooks:write")
    @Idempotent
    @ResponseStatus(201)
    @Gives({"ETag", "Location"})
    @Operation(
            summary = "Hear of events by webhook.",
            description =
                    "Each event from now on is sent by POST, at least once, signed as Standard Webhooks asks (webhook-id, webhook-timestamp,"
                            + " webhook-signature). Any 2xx within ten seconds takes it; else it is tried again for three days, at"
                            + " pauses that grow to a day, and then given up, to be seen and replayed. Events may come twice, and in"
                            + " any order: webhook-id tells. 410 disables the webhook. The secret is told this once. A practice has"
                            + " 20 at most: 409.")
    public RestResponse<NewWebhookView> registerWebhook(@NotNull @Valid RegisterWebhook in) throws SQLException {
        var caller = callers.current();
        targets.require(in.url());
        var view = registering.register(caller, in);
        return Etags.created(view, view.version(), "/v1/webhooks/" + view.id());
    }

    @GET
    @Scope("webhooks:read")
    @Operation(summary = "List the webhooks.", description = "All of the practice, and how each fares. No secrets.")
    public WebhookList listWebhooks() throws SQLException {
        return new WebhookList(registering.list());
    }

    @GET
    @Path("/{webhookId}")
    @Scope("webhooks:read")
    @Gives("ETag")
    @Operation(summary = "Read a webhook.", description = "And how it fares. Not its secret.")
    public RestResponse<WebhookView> readWebhook(
            @Parameter(description = "The webhook.") @PathParam("webhookId") UUID webhookId) throws SQLException {
        var view = registering.read(webhookId);
        return Etags.okAsSaid(view, view.version());
    }

    @PUT
    @Path("/{webhookId}")
    @Consumes("application/json")
    @Scope("webhooks:write")
    @Gives("ETag")
    @Operation(
            summary = "Change, disable or enable a webhook.",
            description =
                    "What waits goes to the new address. Another address, or enabling it, forgets its failures: what waits is sent at"
                            + " once, whatever the pause it was in. What the old address still answers does not count against the"
                            + " new one.")
    public RestResponse<WebhookView> writeWebhook(
            @Parameter(description = "The webhook.") @PathParam("webhookId") UUID webhookId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch,
            @NotNull @Valid WriteWebhook in)
            throws SQLException {
        var caller = callers.current();
        var before = registering.read(webhookId); // who may not see it learns nothing of the address either
        if (in.state() == WebhookState.ENABLED || !in.url().equals(before.url())) {
            targets.require(in.url()); // one that leads nowhere by now can be disabled all the same
        }
        var view = registering.write(caller, webhookId, in, ifMatch);
        return Etags.okAsSaid(view, view.version());
    }

    @DELETE
    @Path("/{webhookId}")
    @Scope("webhooks:write")
    @Operation(summary = "Remove a webhook.", description = "With what waits for it, and its log.")
    public void removeWebhook(
            @Parameter(description = "The webhook.") @PathParam("webhookId") UUID webhookId,
            @HeaderParam("If-Match") @Size(max = 80) @Nullable String ifMatch)
            throws SQLException {
        registering.remove(callers.current(), webhookId, ifMatch);
    }

    @POST
    @Path("/{webhookId}/secret")
    @Scope("webhooks:write")
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            summary = "Make a new secret for a webhook.",
            description =
                    "For 24 hours both sign, so that the consumer can change over: webhook-signature has one for each. Made again"
                            + " within that time, the oldest signs no more. Send no body.")
    public NewWebhookSecret rotateWebhookSecret(
            @Parameter(description = "The webhook.") @PathParam("webhookId") UUID webhookId) throws SQLException {
        return registering.rotate(callers.current(), webhookId);
    }
}
