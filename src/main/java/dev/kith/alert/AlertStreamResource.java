package dev.kith.alert;

import dev.kith.contract.Streams;
import dev.kith.limits.Admission;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/v1/alerts/stream")
@Tag(name = "Alerts")
class AlertStreamResource {
    @Inject
    Streaming streaming;

    @Inject
    Callers callers;

    @Inject
    Admission admission;

    @Inject
    CurrentVertxRequest request;

    @GET
    @Blocking
    @ResponseStatus(200)
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("alerts:read")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Streams(AlertNews.class)
    @Operation(
            summary = "Follow the alerts.",
            description =
                    "Server-sent events: each step of each alert that you may see, as it is taken, on whichever server. First comes an"
                            + " event named open; list the alerts then, and nothing is missed between. Each further one is named after"
                            + " the step, alert.raised for example, and its data is an AlertNews: ids and codes. Send the last id that"
                            + " you got as Last-Event-ID to go on from there; a step may come twice then, and alertId and number tell."
                            + " A comment every ten seconds is a sign of life. The stream ends with the token or the session, when"
                            + " your roles or scopes change, and when you do not read it. Five at once are open to each caller: 429;"
                            + " when the server has too many, 503.")
    public void streamAlerts(
            @Parameter(description = "The id of the last event that you got.")
                    @HeaderParam("Last-Event-ID")
                    @Size(max = 500)
                    @Nullable
                    String lastEventId,
            @Context Sse sse,
            @Context SseEventSink sink) {
        var caller = callers.current();
        var call = request.getCurrent();
        var position = NewsPosition.read(lastEventId, caller.practice());
        Runnable hangUp = () -> call.request().connection().close();
        var messages = streaming.open(caller, callers.tokenEndsAt(), position, hangUp);
        var line = new Line(sse, sink, hangUp);
        call.addEndHandler(ended -> line.over());
        admission.stepAside();
        line.carry(messages);
    }
}
