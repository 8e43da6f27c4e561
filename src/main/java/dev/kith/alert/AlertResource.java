package dev.kith.alert;

import dev.kith.contract.Gives;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/alerts")
@Tag(name = "Alerts")
@Produces("application/json")
class AlertResource {
    @Inject
    Attending attending;

    @Inject
    HandingOver handingOver;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("alerts:read")
    @Gives("Link")
    @Operation(
            summary = "List the alerts.",
            description =
                    "What is due soonest first, then what is resolved, the latest first. Clinicians and supervisors see those about"
                            + " clients on their caseload, admins those about access; everybody also those that they own, and those"
                            + " that went on to them until they are resolved.")
    public RestResponse<AlertPage> listAlerts(
            @Parameter(description = "Only these.") @QueryParam("state") @Nullable AlertState state,
            @Parameter(description = "Only these.") @QueryParam("severity") @Nullable AlertSeverity severity,
            @Parameter(description = "Only those about this client.") @QueryParam("client") @Nullable UUID client,
            @Parameter(description = "me: only those that you own.") @QueryParam("owner") @Nullable AlertOwner owner,
            @Parameter(description = "true: only those whose time is over.")
                    @QueryParam("overdue")
                    @DefaultValue("false")
                    boolean overdue,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked) {
        var which = new SeenAlerts.Which(state, severity, client, owner, overdue);
        var slice = attending.list(callers.current(), which, Cursor.read(after), limit);
        return Pages.reply(new AlertPage(slice.items(), slice.next()), slice.next(), asked);
    }

    @GET
    @Path("/{alertId}")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN, Roles.INTEGRATION})
    @Scope("alerts:read")
    @Operation(
            summary = "Read one alert.",
            description =
                    "With all that came to light on the same rule, and each step of its life. Who sees it because it went on to them"
                            + " sees the alert only: the client's record opens by breaking the glass.")
    public AlertView readAlert(@Parameter(description = "The alert.") @PathParam("alertId") UUID alertId)
            throws SQLException {
        return attending.read(callers.current(), alertId);
    }

    @POST
    @Path("/{alertId}/acknowledgement")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN})
    @Idempotent
    @RepliesAnew(AlertAnew.class)
    @Operation(
            summary = "Acknowledge an alert.",
            description =
                    "Says that you have seen it and look after it: you become its owner, and it goes on to nobody else. The first to"
                            + " do so stays named; again changes nothing. Later alerts of its thread wait for their own"
                            + " acknowledgement. Send no body.")
    public AlertView acknowledgeAlert(@Parameter(description = "The alert.") @PathParam("alertId") UUID alertId)
            throws SQLException {
        return attending.acknowledge(callers.current(), alertId);
    }

    @POST
    @Path("/{alertId}/resolution")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN})
    @Idempotent
    @RepliesAnew(AlertAnew.class)
    @Operation(
            summary = "Resolve an alert.",
            description =
                    "Says what was done. Acknowledges it too when nobody had, and resolves those of its thread that somebody has"
                            + " acknowledged. The same action again changes nothing; another one answers 409.")
    public AlertView resolveAlert(
            @Parameter(description = "The alert.") @PathParam("alertId") UUID alertId, @NotNull @Valid ResolveAlert in)
            throws SQLException {
        return attending.resolve(callers.current(), alertId, in);
    }

    @POST
    @Path("/{alertId}/owner")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.ADMIN})
    @Idempotent
    @RepliesAnew(AlertAnew.class)
    @Operation(
            summary = "Give an alert to somebody else.",
            description =
                    "By whoever may see it. The new owner is told, and may see the alert from now on; its clock runs on. A resolved"
                            + " one answers 409.")
    public AlertView handOverAlert(
            @Parameter(description = "The alert.") @PathParam("alertId") UUID alertId, @NotNull @Valid HandOver in)
            throws SQLException {
        return handingOver.to(callers.current(), alertId, in);
    }
}
