package dev.kith.webhook;

import dev.kith.contract.Gives;
import dev.kith.paging.Limit;
import dev.kith.paging.Pages;
import dev.kith.security.Callers;
import dev.kith.security.Roles;
import dev.kith.security.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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

@Path("/v1/events")
@Tag(name = "Events")
@Produces("application/json")
class EventResource {
    @Inject
    ReadingEvents reading;

    @Inject
    Callers callers;

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.INTEGRATION})
    @Scope("events:read")
    @Gives("Link")
    @Operation(
            summary = "Follow the practice's events.",
            description =
                    "Oldest first, each once, none left out: an event is told when no other can come before it any more, within a second"
                            + " as a rule. Begin without after, keep next, and ask again with it whenever you like: it is there on an"
                            + " empty page too. Events are kept for 90 days; a cursor older than that is refused with 400, and then"
                            + " begin again. Each client on the page finds this in their access log.")
    public RestResponse<EventPage> readEvents(
            @Parameter(
                            description =
                                    "Only these types, with commas between: whole ones, or all about one thing. Keep it while paging.",
                            example = "alert.*,response.completed")
                    @QueryParam("types")
                    @Size(max = 2000)
                    @Pattern(regexp = EventTypes.LIST)
                    @Nullable
                    String types,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) @Min(Limit.LEAST) @Max(Limit.MOST) int limit,
            @QueryParam("after") @Size(max = 500) @Nullable String after,
            @Context UriInfo asked)
            throws SQLException {
        var page = reading.read(callers.current(), after, types, limit);
        return Pages.reply(page, page.more() ? page.next() : null, asked);
    }
}
