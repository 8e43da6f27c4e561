package dev.kith.assignment;

import dev.kith.contract.Gives;
import dev.kith.contract.Puts;
import dev.kith.paging.Cursor;
import dev.kith.paging.Limit;
import dev.kith.paging.Pages;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import dev.kith.shape.OutsideId;
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
import jakarta.ws.rs.PUT;
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

@Path("/v1/clients/{clientId}/appointments")
@Tag(name = "Assignments")
@Produces("application/json")
class AppointmentResource {
    @Inject
    Anchoring anchoring;

    @Inject
    Callers callers;

    @PUT
    @Path("/{externalId}")
    @Consumes("application/json")
    @RolesAllowed({Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:write")
    @Puts
    @Operation(
            summary = "Tell of an appointment.",
            description =
                    "Under the practice software's own id, as often as it changes. Work whose schedule hangs on it moves with it, as far as"
                            + " nobody has opened it; the same again changes nothing. Words that a client shares at the session are opened by what was"
                            + " told of before it began, never by what is told of, moved or restored afterwards.")
    public RestResponse<AppointmentView> tellAppointment(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @Parameter(description = "The appointment's id in the practice software, as system|value.")
                    @PathParam("externalId")
                    @OutsideId
                    @Size(max = 200)
                    String externalId,
            @NotNull @Valid TellAppointment in)
            throws SQLException {
        var told = anchoring.tell(callers.current(), clientId, externalId, in);
        return RestResponse.ResponseBuilder.<AppointmentView>create(told.created() ? 201 : 200)
                .entity(told.view())
                .build();
    }

    @GET
    @RolesAllowed({Roles.CLIENT, Roles.CLINICIAN, Roles.SUPERVISOR, Roles.INTEGRATION})
    @Scope("assignments:read")
    @Gives("Link")
    @Operation(
            summary = "List a client's appointments.",
            description = "Newest first, as practice software told of them.")
    public RestResponse<AppointmentPage> listAppointments(
            @Parameter(description = "The client.") @PathParam("clientId") UUID clientId,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked) {
        var slice = anchoring.list(callers.current(), clientId, Cursor.read(after), limit);
        return Pages.reply(new AppointmentPage(slice.items(), slice.next()), slice.next(), asked);
    }
}
