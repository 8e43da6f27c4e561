package dev.kith.calendar;

import dev.kith.idempotency.Idempotent;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/me/calendar-feed")
@Tag(name = "Calendar")
@Produces("application/json")
@RolesAllowed(Roles.CLIENT)
class OwnCalendarFeedResource {
    @Inject
    FeedingCalendars feeding;

    @Inject
    Callers callers;

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(
            summary = "Make your calendar feed.",
            description =
                    "Gives a secret address for a calendar to subscribe to, told this once. An address from before stops at once. Send no body.")
    public NewCalendarFeedView makeCalendarFeed() throws SQLException {
        return feeding.make(callers.current());
    }

    @GET
    @Operation(summary = "See whether you have a calendar feed.", description = "And when a calendar fetched it last.")
    public CalendarFeedView readOwnCalendarFeed() throws SQLException {
        return feeding.read(callers.current());
    }

    @DELETE
    @Operation(
            summary = "Revoke your calendar feed.",
            description = "Its address shows nothing from now on; twice is once.")
    public void revokeCalendarFeed() throws SQLException {
        feeding.revoke(callers.current());
    }
}
